public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// Collections for programs.
public struct CollectionsOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let collections: [CollectionOutput]

    public init(_ collections: [CuratedCollection]) {
        self.collections = collections.map(CollectionOutput.init)
    }
}

/// A collection for programs: without its parts in lists.
public struct CollectionOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let id: String
    public let title: String
    public let summary: String?
    public let curator: String?
    public let licence: String?
    public let language: String
    public let updated: String?
    public let path: String
    public let entries: [String]
    public let searches: [String]
    public let parts: [Part]?

    public struct Part: Codable, Hashable, Sendable {
        public var text: String?
        public var sheet: String?
        public var title: String?
        public var note: String?
    }

    public init(_ collection: CuratedCollection) {
        self.init(collection, nil)
    }

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
            }
        }
    }
}
