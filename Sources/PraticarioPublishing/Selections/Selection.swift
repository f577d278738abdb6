public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// Sheets in an order, with what a curator says between them: what every format is written from.
///
/// Of the sheets it holds only the heads; the whole ones are read while they are written, so that ten thousand of them
/// take no more memory than a few hundred.
public struct Selection: Sendable {
    /// The id of the collection; `nil` for the answer to a search.
    public var id: String?
    public var title: String
    public var summary: String?
    /// The organization that chose.
    public var curator: String?
    /// Of the curator's own words; sheets have theirs.
    public var licence: String?
    /// Of the curator's words, BCP 47.
    public var textLanguage: String
    public var updated: PartialDate?
    /// The question that chose the sheets; `nil` for a choice by hand.
    public var query: String?
    public var parts: [Part]
    public var values: FacetValues
    public var settings: KnowledgeBaseSettings
    public var language: Language
    /// The day on which it is made.
    public var date: PartialDate
    /// The logo of the knowledge base, where it has one.
    package var logo: Logo?
    private let load: Loader
    /// Hears how many parts of how many are written.
    public var progress: @Sendable (Int, Int) -> Void = { _, _ in }

    public enum Part: Sendable {
        /// Markdown: prose and headings. A link `scheda:ID` leads to a sheet.
        case text(String)
        case sheet(Item)
    }

    /// The head of a sheet: what tables of contents and indexes need.
    public struct Item: Sendable, Identifiable {
        public var id: String
        public var title: String
        public var kind: EntryKind
        public var summary: String?
        public var isExample: Bool
        public var themes: [String]
        public var territories: [String]
        public var licence: String?
        /// What the curator says of it, Markdown; empty where nothing.
        public var note: String

        public init(_ entry: Entry, note: String = "") {
            self.init(EntryHead(entry), note: note)
        }

        public init(_ entry: EntryHead, note: String = "") {
            id = entry.id
            title = entry.title
            kind = entry.kind
            summary = entry.summary
            isExample = entry.isExample
            themes = entry.themes
            territories = entry.territories
            licence = entry.licence
            self.note = note
        }
    }

    /// Gives the sheets with these ids, in this order.
    public typealias Loader = @Sendable (_ ids: [String]) throws -> [Entry]

    public init(
        title: String, parts: [Part], values: FacetValues, settings: KnowledgeBaseSettings, language: Language,
        date: PartialDate,
        load: @escaping Loader
    ) {
        self.title = title
        self.parts = parts
        self.values = values
        self.settings = settings
        self.language = language
        textLanguage = language.rawValue
        self.date = date
        self.load = load
    }

    /// Sheets that are in memory already, without notes.
    public init(
        title: String, entries: [Entry], values: FacetValues, settings: KnowledgeBaseSettings, language: Language,
        date: PartialDate
    ) {
        let byID = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        self.init(
            title: title, parts: entries.map { .sheet(Item($0)) }, values: values, settings: settings,
            language: language, date: date
        ) { ids in ids.compactMap { byID[$0] } }
    }

    /// The sheets, in their order.
    public var items: [Item] {
        parts.compactMap { if case .sheet(let item) = $0 { item } else { nil } }
    }

    /// As many sheets as are in memory at a time.
    private static let batch = 200

    /// Hands over the parts in their order, sheets with their whole entries.
    func forEachPart(_ take: (Part, Entry?) throws -> Void) throws {
        var start = 0
        while start < parts.count {
            let batch = parts[start..<min(start + Self.batch, parts.count)]
            let ids = batch.compactMap { if case .sheet(let item) = $0 { item.id } else { nil } }
            var entries = try load(ids)[...]
            for part in batch {
                switch part {
                case .text: try take(part, nil)
                case .sheet(let item):
                    // One that was deleted meanwhile is left out.
                    if entries.first?.id == item.id { try take(part, entries.removeFirst()) }
                }
            }
            start += Self.batch
            progress(min(start, parts.count), parts.count)
        }
    }

    /// Hands over the sheets in their order.
    func forEachSheet(_ take: (Item, Entry) throws -> Void) throws {
        try forEachPart { part, entry in
            if case .sheet(let item) = part, let entry { try take(item, entry) }
        }
    }

    func say(_ it: String, _ en: String) -> String {
        language.say(it, en)
    }

    func labels(_ keys: [String], _ facet: Facet) -> [String] {
        keys.map { values.label(of: $0, in: facet)[language] }
    }

    /// When a source was read, in brackets; empty where that is not known.
    func accessed(_ source: EntrySource) -> String {
        source.accessed.map { " (" + say("consultata il ", "accessed on ") + $0.text(in: language) + ")" } ?? ""
    }

    /// Whose text a sheet is, and under which licence; no licence means internal use.
    func attribution(of entry: Entry) -> String {
        let licence = entry.licence ?? say("uso interno", "internal use")
        return entry.permission.map { "\($0.by), \(licence)" } ?? licence
    }
}
