import Praticario
import PraticarioCorpus
import PraticarioPublishing
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
    /// What the fields of the header were made from.
    let headerBefore: [Hidden]
    let letter: FormControl
    /// The letter that was read, which nobody else may have changed meanwhile.
    let letterBefore: String
    /// The letter as it would be, HTML.
    let preview: String?
    /// Of the list as it is shown here.
    let order: String
    /// What others did to the list since somebody saw it.
    let changes: [SheetHistoryPage.Version]
    let parts: [Part]
    /// Whether some part is a search, which could become entries.
    let hasSearch: Bool
    let question: String
    let found: [Found]
    let nothingFound: Bool

    let licences = FormLists.licenceList

    struct Hidden: Sendable {
        let name: String
        let value: String
    }

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

    static let previewAction = "anteprima-lettera"
    private static let markdownHint = LocalizedText(
        it:
            "Righe vuote fra i paragrafi, **grassetto**, [parole](https://indirizzo); i titoletti vanno sotto, fra le voci.",
        en: "Empty lines between paragraphs, **bold**, [words](https://address); headings go below, among the entries.")

    static func address(of id: String) -> String { CollectionPage.address(of: id) + "/cura" }
    private static let foundLimit = 20

    /// - Parameters:
    ///   - letter: as its file has it.
    ///   - fields: what was typed and not taken.
    init(
        _ collection: CuratedCollection, letter written: String, _ snapshot: Snapshot, question: String,
        _ fields: FormFields = FormFields(), problem: LocalizedText? = nil,
        changes: [SheetHistoryPage.Version] = [], done: String? = nil, _ language: Language
    ) throws {
        self.changes = changes
        order = CollectionOrder(collection).tag
        title = collection.title
        address = Self.address(of: collection.id)
        back = CollectionPage.address(of: collection.id)
        self.problem = problem?[language]
        self.done = DoneWords.sentence(done, language)
        self.question = question
        let current = CollectionHeader(collection)
        let rows: [(name: String, it: String, en: String)] = [
            ("titolo", "Titolo", "Title"), ("sintesi", "Sintesi", "Summary"), ("cura", "A cura di", "Curated by"),
            ("licenza", "Licenza", "Licence"),
        ]
        // Typed again after others changed the same: it is theirs now that the form is made from.
        headerBefore = CollectionHeader.names.map { Hidden(name: CollectionHeader.before($0), value: current[$0]) }
        let isHeader = fields["azione"] == "testata"
        let changed = isHeader ? current.changed(by: fields) : [:]
        let conflicts = isHeader ? current.conflicts(with: fields) : []
        header = rows.map { row in
            var control = FormControl(row.name, language.say(row.it, row.en))
            control.value = changed[row.name] ?? current[row.name]
            if conflicts.contains(row.name) { control.theirs = current[row.name] }
            if row.name == "licenza" { control.list = FormLists.licences }
            if row.name == "sintesi" { (control.isArea, control.rows) = (true, 3) }
            return control
        }
        let action = fields["azione"]
        let typedLetter = action == "lettera" || action == Self.previewAction ? fields.whole("lettera") : nil
        var letter = FormControl("lettera", language.say("La lettera di chi cura", "The curator's letter"))
        letter.value = typedLetter ?? written
        (letter.isArea, letter.rows) = (true, 8)
        letter.hint = language.say(
            "Apre la raccolta: perché queste schede, per chi, da dove cominciare. \(Self.markdownHint.it)",
            "It opens the collection: why these sheets, for whom, where to begin. \(Self.markdownHint.en)")
        letter.describedBy = letter.id + "-aiuto"
        letter.theirs =
            typedLetter != nil && fields.whole("prima")?.asTyped != written.asTyped ? written : nil
        self.letter = letter
        letterBefore = written
        preview =
            action == Self.previewAction
            ? HTMLFragments(.web(snapshot, language)) { _ in nil }.prose(
                letter.value, level: 2, language: collection.language) : nil
        let heads = Dictionary(try snapshot.heads(collection.entries.map(\.id)).map { ($0.id, $0) }) { a, _ in a }
        let others = try snapshot.documents(collection.entries.map(\.id).filter { heads[$0] == nil })
        let ids = collection.entries.map(\.id)
        let typed = fields["voce"]
        hasSearch = !collection.searches.isEmpty
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
