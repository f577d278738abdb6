import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// What a curator says in a collection is changed by commands; the rest stays byte for byte, and it can be undone.
@Suite struct CollectionEditingTests {
    private let base: TemporaryBase
    private let kb: KnowledgeBase

    private static let text = """
        ---\r
        titolo: Orti   # il nome\r
        curatore: "Rete"\r
        ---\r
        \r
        Lettera di chi cura.\r
        \r
        ## Prima\r
        \r
        - [Uno](scheda:uno) — Una nota\r
          su due righe.\r
        - [Due](scheda:due)\r
        \r
        ```ricerca limite=3\r
        tema:sport\r
        ```\r

        """

    init() throws {
        base = try TemporaryBase()
        for name in ["uno", "due", "tre"] {
            try base.write(
                "---\ntitolo: \(name.capitalized)\ntipo: idea\ntemi: [sport]\n---\n", to: "schede/\(name).md")
        }
        try base.write(Self.text, to: "raccolte/orti.md")
        kb = try KnowledgeBase.open(base.folder.root, environment: [:])
    }

    private var now: String {
        (try? Files.read(base.folder.path("raccolte/orti.md"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func expect(_ wanted: String, _ change: () throws -> Void) throws {
        try change()
        #expect(now == wanted)
        try EditJournal(base.folder).undo()
        #expect(now == Self.text)
    }

    @Test func `a note on a sheet that is there takes the place of the old one`() throws {
        let note = "Da qui: *si* comincia."
        try expect(
            Self.text.replacing("Una nota\r\n  su due righe.\r\n", with: "Da qui: \\*si\\* comincia.\r\n")
        ) {
            let added = try kb.add(["uno"], to: "orti", note: note)
            #expect(added.isEmpty)
        }
        try expect(Self.text.replacing("(scheda:due)", with: "(scheda:due) — Seconda")) {
            try kb.add(["due"], to: "orti", note: "Seconda")
        }
        try expect(Self.text.replacing(" — Una nota\r\n  su due righe.", with: "")) {
            try kb.add(["uno"], to: "orti", note: "")
        }
        try kb.add(["uno"], to: "orti", note: note)
        #expect(try kb.existingCollection("orti").entries.first?.note == "Da qui: \\*si\\* comincia.")
    }

    @Test func `the header is changed where it is said, and filled where it is not`() throws {
        try expect(Self.text.replacing("titolo: Orti   # il nome", with: "titolo: \"Orti: e vicinato\"   # il nome")) {
            try kb.edit("orti", title: "Orti: e vicinato")
        }
        try expect(Self.text.replacing("\"Rete\"\r\n", with: "\"Rete\"\r\nsintesi: \"Due righe in una.\"\r\n")) {
            try kb.edit("orti", summary: "Due righe\nin una.")
        }
        try expect(Self.text.replacing("curatore: \"Rete\"", with: "curatore: ")) { try kb.edit("orti", curator: "") }
        #expect(throws: CollectionProblem.self) { try kb.edit("orti", title: " – ") }
        #expect(now == Self.text)
    }

    @Test func `headings come, change and go`() throws {
        try expect(Self.text.replacing("- [Due]", with: "\r\n## Poi # due\r\n\r\n- [Due]")) {
            try kb.add(heading: "Poi # due", to: "orti", at: .before("due"))
        }
        try expect(Self.text.replacing("## Prima", with: "## Per cominciare")) {
            try kb.rename(heading: "prima", of: "orti", to: "Per cominciare")
        }
        try expect(Self.text.replacing("## Prima\r\n", with: "")) { try kb.remove(heading: "Prima", from: "orti") }
        #expect(throws: CollectionProblem.noHeading("Seconda")) { try kb.remove(heading: "Seconda", from: "orti") }
        #expect(throws: CollectionProblem.self) { try kb.add(heading: "x", to: "orti", at: .before("tre")) }
    }

    @Test func `a search goes by its question`() throws {
        try expect(Self.text.replacing("```ricerca limite=3\r\ntema:sport\r\n```\r\n", with: "")) {
            try kb.remove(search: "tema:sport", from: "orti")
        }
        #expect(throws: CollectionProblem.noSearch("tema:x")) { try kb.remove(search: "tema:x", from: "orti") }
    }

    @Test func `a new collection, a new sheet and every entry can be undone`() throws {
        let path = try kb.newCollection("Nuova")
        let sheet = try KnowledgeBase.newSheet("Foglio", kind: .idea, in: base.folder)
        try kb.add(["tre"], to: "orti")
        try kb.move("tre", in: "orti", to: .first)
        try kb.remove(["tre"], from: "orti")
        #expect(EditJournal(base.folder).edits().count == 5)
        for _ in 0..<5 { try EditJournal(base.folder).undo() }
        #expect(now == Self.text)
        #expect(Files.type(of: base.folder.path(path)) == nil && Files.type(of: base.folder.path(sheet)) == nil)
    }
}
