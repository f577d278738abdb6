import ItalianText
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What the script of the search page reads.
struct SearchPageData: Encodable {
    let version = 1
    let isPartOfSite: Bool
    let title: String
    let language: String
    let made: String
    let publisher: String?
    let licence: String?
    let contact: String?
    let acknowledgement: String?
    let selection: String?
    let kinds: [Named]
    let themes: [Theme]
    let territories: [Place]
    let sheets: [Sheet]
    /// The family of each word form, where it is not the form itself; both without accents.
    let terms: [String: String]
    let stopWords: [String]

    struct Named: Encodable {
        let id: String
        let label: String
    }

    struct Theme: Encodable {
        let id: String
        let label: String
        let broader: String?
    }

    struct Place: Encodable {
        let id: String
        let label: String
        let name: String
        let parent: String?
        let level: String
    }

    struct Sheet: Encodable {
        let id: String
        let title: String
        let kind: String
        let summary: String?
        let example: Bool
        let publication: String
        let themes: [String]
        let territories: [String]
        let organization: String?
        let years: String?
        let facts: [[String]]
        let sections: [[String]]
        let sources: [[String?]]
        let licence: String?
        let attribution: String?
        let words: String
        /// The sheet's own page, where the search is part of a site.
        let page: String?
    }

    /// - Parameter page: the address of a sheet's own page; `nil` where there is none.
    init(_ selection: Selection, _ entries: [Entry], page: ((_ id: String) -> String)?) {
        isPartOfSite = page != nil
        let language = selection.language
        let vocabularies = selection.values.vocabularies
        title = selection.title
        self.language = language.rawValue
        made = selection.date.iso8601
        publisher = selection.settings.publisher
        licence = selection.settings.licence
        contact = selection.settings.contactPoint
        acknowledgement = selection.settings.acknowledgement
        self.selection = selection.query
        kinds = EntryKind.allCases.filter { kind in entries.contains { $0.kind == kind } }
            .map { Named(id: $0.rawValue, label: $0.label[language]) }
        let scheme = vocabularies.themes
        let usedThemes = Set(entries.flatMap(\.themes).compactMap(scheme.position).flatMap(scheme.pathToTop))
        themes = usedThemes.sorted().map { scheme.concepts[$0] }
            .map { Theme(id: $0.id, label: $0.prefLabel[language], broader: $0.broader) }
        let register = vocabularies.territories
        let used = Set(
            entries.flatMap(\.territories).compactMap(register.position).flatMap(register.pathToTop))
        territories = used.sorted().map { register.territories[$0] }.map { territory in
            Place(
                id: territory.code, label: territory.qualifiedName, name: territory.name, parent: territory.parent,
                level: territory.level.rawValue)
        }
        let present = Set(entries.map(\.id))
        let texts = entries.map { PublicText($0, vocabularies) }
        sheets = zip(entries, texts).map { entry, text in
            Sheet(
                id: entry.id, title: entry.title, kind: entry.kind.rawValue, summary: entry.summary,
                example: entry.isExample, publication: entry.publication.rawValue, themes: entry.themes,
                territories: entry.territories, organization: entry.organization?.name, years: Self.years(entry),
                facts: SheetFacts(entry.forReaders(present.contains), selection.values, language: language).facts.filter
                {
                    $0.subject != .licence && !SheetFacts.main.contains($0.subject)
                }.map { [$0.label, $0.value] },
                sections: entry.publicSections.map { [$0.title, $0.text] },
                sources: entry.sources.map { [$0.title, $0.url] }, licence: entry.licence,
                attribution: selection.attribution(of: entry), words: text.labels, page: page?(entry.id))
        }
        (terms, stopWords) = Self.terms(of: texts.map(\.everything))
    }

    private static func years(_ entry: Entry) -> String? {
        guard let start = entry.start?.iso8601 ?? entry.end?.iso8601 else { return nil }
        return entry.start == nil ? "– \(start)" : "\(start) – \(entry.end?.iso8601 ?? "")".trimmingSpaces()
    }

    /// The words of the texts and all forms of their families: what a reader may type.
    private static func terms(of texts: [String]) -> (terms: [String: String], stopWords: [String]) {
        var terms: [String: String] = [:]
        var stopWords: Set<String> = Set(ItalianText.stopWords)
        var families: Set<String> = []
        for word in texts.flatMap(ItalianText.words(in:)) {
            let base = String(word.exact.unicodeScalars.dropFirst())
            guard let stem = word.stem else {
                stopWords.insert(base)
                continue
            }
            families.insert(stem)
            if base != stem { terms[base] = stem }
        }
        for (form, term) in ItalianText.listedForms where families.contains(term) && form != term {
            terms[form] = terms[form] ?? term
        }
        return (terms, stopWords.sorted())
    }
}

/// What a sheet says that may leave the house.
private struct PublicText {
    /// The labels of its concepts and territories, and the names of bodies.
    let labels: String
    let everything: String

    init(_ entry: Entry, _ vocabularies: Vocabularies) {
        var shown = entry
        shown.sections = entry.publicSections
        let text = SearchDocument(shown, vocabularies).text
        labels = text.parts(of: .labels).joined(separator: "\n") + "\n" + text.parts(of: .names).joined(separator: "\n")
        everything = TextField.allCases.flatMap(text.parts).joined(separator: "\n")
    }
}
