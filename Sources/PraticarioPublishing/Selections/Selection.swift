public import PraticarioCorpus
public import PraticarioSearch

/// Sheets in an order, to be written as a document or as data.
public struct Selection: Sendable {
    public var title: String
    /// The question that chose them; `nil` for a choice by hand.
    public var query: String?
    public var entries: [Entry]
    public var values: FacetValues
    public var settings: Settings
    public var language: Language
    /// The day on which it is made.
    public var date: PartialDate

    public init(
        title: String, query: String?, entries: [Entry], values: FacetValues, settings: Settings, language: Language,
        date: PartialDate
    ) {
        self.title = title
        self.query = query
        self.entries = entries
        self.values = values
        self.settings = settings
        self.language = language
        self.date = date
    }

    func say(_ it: String, _ en: String) -> String {
        language == .english ? en : it
    }

    func labels(_ keys: [String], _ facet: Facet) -> [String] {
        keys.map { values.label(of: $0, in: facet)[language] }
    }

    /// Whose text a sheet is, and under which licence; no licence means internal use.
    func attribution(of entry: Entry) -> String {
        let licence = entry.licence ?? say("uso interno", "internal use")
        return entry.permission.map { "\($0.by), \(licence)" } ?? licence
    }
}

extension Entry {
    /// The sections that may leave the house: "Note interne" never does.
    public var publicSections: [Section] {
        sections.filter { StandardSection(named: $0.title) != .internalNotes }
    }
}
