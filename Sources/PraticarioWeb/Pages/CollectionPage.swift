import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// A curated collection in its order, with its prose and its notes.
struct CollectionPage: Page {
    static let template = "collection"

    let title: String
    let summary: String?
    let curator: String?
    let updated: String?
    let parts: [Part]
    let downloads: [PageLink]
    /// Where it is put together, for who may.
    let curate: String?

    /// Either prose, HTML, or a sheet or a document of a community with the curator's note, HTML.
    struct Part: Sendable {
        var prose: String?
        var hit: HitView?
        var document: PageLink?
        var note: String?
    }

    static func address(of id: String) -> String {
        "/raccolte/"
            + (id.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-")))
                ?? id)
    }

    /// - Throws: `CollectionProblem.unknown`.
    init(_ id: String, _ snapshot: Snapshot, _ language: Language, for viewer: Viewer? = nil) throws {
        curate = viewer?.may(.editor) == true ? CollectionWritePage.address(of: id) : nil
        let collection = try snapshot.existingCollection(id)
        let contents = try snapshot.contents(of: collection)
        let fragments = HTMLFragments(.web(snapshot, language)) {
            snapshot.has($0) ? SheetPage.address(of: $0) : nil
        }
        title = collection.title
        summary = collection.summary
        curator = collection.curator
        updated = collection.updated.map { $0.text(in: language) }
        parts = contents.map { part in
            switch part {
            case .text(let markdown):
                Part(prose: fragments.prose(markdown, level: 2, language: collection.language))
            case .document(let head, let note):
                Part(
                    document: PageLink(label: head.title, address: CommunityPage.address(ofDocument: head.id)),
                    note: note.isEmpty ? nil : fragments.prose(note, level: 3, language: collection.language))
            case .sheet(let head, let note):
                Part(
                    hit: HitView(head, snapshot.values, language),
                    note: note.isEmpty ? nil : fragments.prose(note, level: 3, language: collection.language))
            }
        }
        downloads = DownloadFormat.all.map { format in
            PageLink(label: format.label[language], address: "\(Self.address(of: id))/scarica/\(format.name)")
        }
    }
}

/// All collections.
struct CollectionsPage: Page {
    static let template = "collections"

    let title: String
    let collections: [Item]
    let mayAdd: Bool

    struct Item: Sendable {
        let link: PageLink
        let summary: String?
    }

    init(_ snapshot: Snapshot, _ language: Language, for viewer: Viewer? = nil) throws {
        mayAdd = viewer?.may(.editor) == true
        title = language.say("Raccolte", "Collections")
        collections = try snapshot.collections().map { collection in
            let sheets = try snapshot.contents(of: collection).sheetIDs.count
            return Item(
                link: PageLink(
                    label: collection.title, address: CollectionPage.address(of: collection.id), count: sheets),
                summary: collection.summary)
        }
    }
}
