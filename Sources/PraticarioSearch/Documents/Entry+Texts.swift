import ItalianText
package import PraticarioCorpus
import PraticarioSystem

/// A sheet as the texts that are searched.
extension Entry {
    package func texts(in field: TextField, _ vocabularies: Vocabularies) -> [String] {
        switch field {
        case .title: [title]
        case .summary: words(in: .summary).map(withoutExampleMark)
        case .labels: conceptLabels(vocabularies) + territoryNames(vocabularies)
        case .names: words(in: .names)
        case .details: words(in: .details) + ownHeadings
        case .body: sections.map(\.text).filter { !$0.isEmpty }
        }
    }

    /// Preferred and alternative labels of the sheet's own concepts and of those above.
    private func conceptLabels(_ vocabularies: Vocabularies) -> [String] {
        var labels: [String] = []
        for (ids, scheme) in [(themes, vocabularies.themes), (targetGroups, vocabularies.targetGroups)] {
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
        return labels
    }

    /// The names of the sheet's territories and of all that contain them, Italia only where the sheet says so: italiano
    /// is its family. The bare names of divisions are left out, centro and isole being everyday words, and so are names
    /// such as `Città metropolitana di Roma`: città is one, too.
    private func territoryNames(_ vocabularies: Vocabularies) -> [String] {
        let register = vocabularies.territories
        let positions = Set(territories.compactMap(register.position).flatMap(register.pathToTop))
        return positions.sorted().map { register.territories[$0] }
            .filter { $0.level != .country || territories.contains($0.code) }
            .flatMap { ($0.level == .division ? [] : [$0.name]) + $0.plainAlternativeNames }
    }

    /// Without a first sentence that says no more than that the sheet is an example: a mark shows it, and what is said of
    /// every example is no word of this one.
    private func withoutExampleMark(_ text: String) -> String {
        guard isExample, let end = text.firstIndex(where: { ".!:".contains($0) }) else { return text }
        let words = text[..<end].split { !$0.isLetter }.map { TextKey.folded(String($0)) }
        guard !words.isEmpty, words.allSatisfy(Self.exampleWords.contains) else { return text }
        return String(text[text.index(after: end)...].drop(while: \.isWhitespace))
    }

    private static let exampleWords: Set<String> = [
        "esempio", "scheda", "pratica", "idea", "inventato", "inventata", "example", "sheet", "an", "invented",
    ]

    /// Those that are not the same in all sheets.
    private var ownHeadings: [String] {
        sections.map(\.title).filter { StandardSection(named: $0) == nil && !$0.isEmpty }
    }
}
