import ItalianText
public import PraticarioCorpus
import PraticarioSystem

/// A sheet as the texts that are searched.
public struct SearchText: Sendable {
    /// By `TextField.rawValue`, likewise the next.
    public let fields: [String]
    let terms: [TermText]

    public init(_ entry: Entry, _ vocabularies: Vocabularies) {
        fields = TextField.allCases.map { field in
            switch field {
            case .title: entry.title
            case .summary: entry.words(in: .summary).joined(separator: "\n")
            case .labels: Self.labels(of: entry, vocabularies).joined(separator: "\n")
            case .names: entry.words(in: .names).joined(separator: "\n")
            case .body: Self.prose(of: entry).joined(separator: "\n")
            }
        }
        terms = fields.map(TermText.init)
    }

    /// The different words that may be suggested for a misspelled one, accents off.
    public var spellings: Set<String> {
        let words = Set(terms.flatMap { $0.words.map(\.exact) })
        return Set(words.map { String($0.unicodeScalars.dropFirst()) }.filter(Spelling.isCandidate))
    }

    /// The words that count, in all fields that count.
    public var length: Int {
        TextField.allCases.filter(\.countsInLength).map { terms[$0.rawValue].length }.reduce(0, +)
    }

    /// Preferred and alternative labels of the sheet's own concepts and of those above; the names of its territories and
    /// of all that contain them, Italia only where the sheet says so: italiano is its family. The bare names of divisions are left out, centro and isole
    /// being everyday words, and so are names such as `Città metropolitana di Roma`: città is one, too.
    private static func labels(of entry: Entry, _ vocabularies: Vocabularies) -> [String] {
        var labels: [String] = []
        for (ids, scheme) in [(entry.themes, vocabularies.themes), (entry.targetGroups, vocabularies.targetGroups)] {
            let own = ids.compactMap(scheme.position)
            for position in own {
                let concept = scheme.concepts[position]
                labels += [concept.prefLabel.it, concept.prefLabel.en] + concept.altLabels
            }
            let above = Set(own.flatMap { scheme.pathToTop(from: $0).dropFirst() }).subtracting(own)
            for concept in above.sorted().map({ scheme.concepts[$0] }) {
                labels += [concept.prefLabel.it] + concept.altLabels
            }
        }
        let register = vocabularies.territories
        let territories = Set(entry.territories.compactMap(register.position).flatMap(register.pathToTop))
        for territory in territories.sorted().map({ register.territories[$0] })
        where territory.level != .country || entry.territories.contains(territory.code) {
            if territory.level != .division { labels.append(territory.name) }
            labels += territory.plainAlternativeNames
        }
        return labels
    }

    private static func prose(of entry: Entry) -> [String] {
        var prose = entry.words(in: .body)
        for section in entry.sections {
            if StandardSection(named: section.title) == nil { prose.append(section.title) }
            prose.append(section.text)
        }
        return prose
    }
}
