import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A sheet as the script of the search page reads it.
struct SearchPageSheet: Encodable {
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
    /// Label and value.
    let facts: [[String]]
    /// Heading and text.
    let sections: [[String]]
    /// Title and address.
    let sources: [[String?]]
    let licence: String?
    let attribution: String?
    /// By facets that have no control on the page, see `SearchPageFilters`.
    let keys: [String: [String]]
    /// What it is found by beside its title, its summary and its sections.
    let searched: Searched
    /// First and last year, the last `nil` while it goes on; `nil` where none is known.
    let span: [Int?]?
    /// ISO 8601.
    let updated: String?
    /// The codes of its territories and of all that hold them.
    let within: [String]
    /// The sheet's own page, where the search is part of a site.
    let page: String?

    /// Texts as the search sees them, with what parts them.
    struct Searched: Encodable {
        let labels: String
        let names: String
        let details: String
        /// Where it is another than the one that is shown.
        let summary: String?

        init(_ text: DocumentText, _ entry: Entry) {
            labels = text.fields[TextField.labels.rawValue]
            names = text.fields[TextField.names.rawValue]
            details = text.fields[TextField.details.rawValue]
            let summary = text.fields[TextField.summary.rawValue]
            self.summary = summary == entry.summary ?? "" ? nil : summary
        }
    }

    init(
        _ entry: Entry, _ edition: Edition, text: DocumentText, page: String?, isShown: (_ id: String) -> Bool
    ) {
        id = entry.id
        title = entry.title
        kind = entry.kind.rawValue
        summary = entry.summary
        example = entry.isExample
        publication = entry.publication.rawValue
        themes = entry.themes
        territories = entry.territories
        organization = entry.organization?.name
        years = Self.years(entry)
        let shown = Disclosure.document(entry, isShown)
        facts = SheetFacts(shown, edition.values, language: edition.language).facts
            .filter { $0.subject != .licence && !SheetFacts.main.contains($0.subject) }
            .map { [$0.label, $0.value] }
        sections = entry.publicSections.map { [$0.title, $0.text] }
        sources = entry.sources.map { [$0.title, $0.url] }
        licence = entry.licence
        attribution = edition.attribution(of: entry)
        keys = SearchPageFilters.keys(of: entry, edition)
        searched = Searched(text, entry)
        let years = Facet.year.definition.keys(entry)
        span = years.isEmpty ? nil : [Int(years[0]), Int(years[1])]
        updated = entry.updated?.iso8601
        within = edition.values.row(of: entry.territories, in: .territory)
        self.page = page
    }

    private static func years(_ entry: Entry) -> String? {
        guard let start = entry.start?.written ?? entry.end?.written else { return nil }
        return entry.start == nil ? "– \(start)" : "\(start) – \(entry.end?.written ?? "")".trimmingSpaces()
    }
}
