public import PraticarioCorpus
import PraticarioSearch

/// Collections for programs.
public struct CollectionsOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// In the order in which they were given.
    public let collections: [CollectionOutput]

    /// A list: no collection brings its parts.
    public init(_ collections: [CuratedCollection]) {
        self.collections = collections.map(CollectionOutput.init)
    }
}

/// A collection for programs: without its parts in lists.
public struct CollectionOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// A slug.
    public let id: String
    /// Plain text.
    public let title: String
    /// What the curator says of the whole, plain text.
    public let summary: String?
    /// The organization that chose.
    public let curator: String?
    /// Of the curator's own words, as written; sheets have theirs.
    public let licence: String?
    /// Of the curator's words, BCP 47.
    public let language: String
    /// ISO 8601, as much as is known: `2025`, `2025-03`, `2025-03-14`.
    public let updated: String?
    /// Relative to the knowledge base.
    public let path: String
    /// Ids of sheets, in the curator's order; also those that no sheet has.
    public let entries: [String]
    /// Questions in the query language, in the curator's order.
    public let searches: [String]
    /// The collection as it stands now, its searches asked; `nil` in lists.
    public let parts: [Part]?

    /// Prose, which has a `text` alone, or a sheet or another document, which has title and note.
    public struct Part: Codable, Hashable, Sendable {
        /// Markdown.
        public var text: String?
        /// The id of a sheet.
        public var sheet: String?
        /// The id of a community, a meeting or an outcome.
        public var document: String?
        /// Its own title.
        public var title: String?
        /// What the curator says of the sheet, Markdown; `nil` where nothing.
        public var note: String?
    }

    /// As in a list, without parts.
    public init(_ collection: CuratedCollection) {
        self.init(collection, nil)
    }

    /// With its parts as `Snapshot.contents(of:)` gives them; `nil` leaves them out.
    public init(_ collection: CuratedCollection, _ parts: [CollectionPart]?) {
        id = collection.id
        title = collection.title
        summary = collection.summary
        curator = collection.curator
        licence = collection.licence
        language = collection.language
        updated = collection.updated?.iso8601
        path = collection.path
        entries = collection.entries.map(\.id)
        searches = collection.searches.map(\.question)
        self.parts = parts?.map { part in
            switch part {
            case .text(let text): Part(text: text)
            case .sheet(let entry, let note):
                Part(sheet: entry.id, title: entry.title, note: note.isEmpty ? nil : note)
            case .document(let head, let note):
                Part(document: head.id, title: head.title, note: note.isEmpty ? nil : note)
            }
        }
    }
}
