import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// Puts a collection together: its header, its entries in their order, what may be added.
struct CollectionWritePage: Page {
    static let template = "collectionwrite"

    let title: String
    let address: String
    let back: String
    let problem: String?
    let done: String?
    let header: [FormControl]
    let parts: [Part]
    let question: String
    let found: [Found]
    let nothingFound: Bool

    struct Part: Sendable {
        var entry: Entry?
        var heading: String?
        var prose: String?
        var search: String?
    }

    struct Entry: Sendable {
        let id: String
        let link: PageLink
        let isMissing: Bool
        let note: String
        /// As the file has it, where another was typed.
        let before: String
        let theirs: String?
        let isFirst: Bool
        let isLast: Bool
    }

    struct Found: Sendable {
        let id: String
        let hit: HitView
    }

    static func address(of id: String) -> String { CollectionPage.address(of: id) + "/cura" }
    private static let foundLimit = 20

    /// - Parameter fields: what was typed and not taken.
    init(
        _ collection: CuratedCollection, _ snapshot: Snapshot, question: String, _ fields: FormFields = FormFields(),
        problem: LocalizedText? = nil, done: String? = nil, _ language: Language
    ) throws {
        title = collection.title
        address = Self.address(of: collection.id)
        back = CollectionPage.address(of: collection.id)
        self.problem = problem?[language]
        self.done = DoneWords.sentence(done, language)
        self.question = question
        let rows: [(name: String, it: String, en: String, value: String)] = [
            ("titolo", "Titolo", "Title", collection.title),
            ("sintesi", "Sintesi", "Summary", collection.summary ?? ""),
            ("cura", "A cura di", "Curated by", collection.curator ?? ""),
            ("licenza", "Licenza", "Licence", collection.licence ?? ""),
        ]
        header = rows.map { row in
            var control = FormControl(row.name, language.say(row.it, row.en))
            control.value = fields.whole(row.name) ?? row.value
            if row.name == "sintesi" { (control.isArea, control.rows) = (true, 3) }
            return control
        }
        let heads = Dictionary(try snapshot.heads(collection.entries.map(\.id)).map { ($0.id, $0) }) { a, _ in a }
        let others = try snapshot.documents(collection.entries.map(\.id).filter { heads[$0] == nil })
        let ids = collection.entries.map(\.id)
        let typed = fields["voce"]
        parts = collection.parts.flatMap { part -> [Part] in
            switch part {
            case .text(let text):
                return SheetContent.headings(of: text).map {
                    $0.isHeading ? Part(heading: $0.text) : Part(prose: $0.text)
                }
            case .search(let search): return [Part(search: search.question)]
            case .entry(let entry):
                let isTyped = typed == entry.id && problem != nil
                let address =
                    heads[entry.id].map { SheetPage.address(of: $0.id) } ?? CommunityPage.address(ofDocument: entry.id)
                let label = heads[entry.id]?.title ?? others[entry.id]?.title ?? entry.title
                return [
                    Part(
                        entry: Entry(
                            id: entry.id, link: PageLink(label: label, address: address),
                            isMissing: heads[entry.id] == nil && others[entry.id] == nil,
                            note: isTyped ? fields.whole("nota") ?? entry.note : entry.note, before: entry.note,
                            theirs: isTyped && fields.whole("prima") != nil && fields.whole("prima") != entry.note
                                ? entry.note : nil,
                            isFirst: entry.id == ids.first, isLast: entry.id == ids.last))
                ]
            }
        }
        guard !question.isEmpty else {
            (found, nothingFound) = ([], false)
            return
        }
        var request = SearchRequest.allHeads
        request.limit = Self.foundLimit
        let present = Set(ids)
        let hits = try snapshot.search(question, request).hits.filter { !present.contains($0.head.id) }
        found = hits.map { Found(id: $0.head.id, hit: HitView($0.head, snapshot.values, language)) }
        nothingFound = hits.isEmpty
    }
}
