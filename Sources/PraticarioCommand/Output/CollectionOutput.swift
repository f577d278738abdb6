import Praticario
import PraticarioCorpus

/// Collections for programs.
struct CollectionsOutput: Encodable {
    let version = 1
    let collections: [CollectionOutput]
}

/// A collection for programs: without its parts in lists.
struct CollectionOutput: Encodable {
    let version = 1
    let id: String
    let title: String
    let summary: String?
    let curator: String?
    let licence: String?
    let language: String
    let updated: String?
    let path: String
    let entries: [String]
    let searches: [String]
    let parts: [Part]?

    struct Part: Encodable {
        var text: String?
        var sheet: String?
        var title: String?
        var note: String?
    }

    init(_ collection: CuratedCollection) {
        self.init(collection, nil)
    }

    init(_ collection: CuratedCollection, _ parts: [CollectionPart]?) {
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
