import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// A sheet gets another id wherever it is referred to; the rest stays byte for byte, and it can be undone.
@Suite struct SheetRenamingTests {
    private let base: TemporaryBase

    private static let files = [
        "schede/gruppo/orto.md":
            "---\r\ntitolo: Orto\r\ntipo: idea\r\n---\r\n\r\nUn orto, l'orto di [orto](scheda:orto).\r\n",
        "schede/orto-due.md":
            "---\ntitolo: Orto due # orto\ntipo: idea\ncollegate:\n  simile_a: [orto-due, \"orto\", 'tre']\n---\nVedi [orto](<scheda:orto>) e [due](scheda:orto-due), `orto`.\n\n[o]: scheda:orto\n\nE [ancora][o].\n",
        "schede/tre.md":
            "---\ntitolo: Tre\nid: tre\ntipo: idea\ncollegate:\n  deriva_da:\n    - orto   # da qui\n    - orto-due\n---\n",
        "tabelle/t.csv":
            "Titolo;Tipo;Che cosa si fa\nQuattro;idea;\"Come [l'orto](scheda:orto)\nanche \"\"orto\"\"\"\nCinque;idea;niente\n",
        "tabelle/t.yaml": "colonne:\n  Titolo: titolo\n  Tipo: tipo\n  Che cosa si fa: Che cosa si fa\n",
        "raccolte/r.md":
            "---\ntitolo: R\n---\nOrto: [orto](scheda:orto).\n\n- [Orto](scheda:orto) — orto\n- [Due](scheda:orto-due)\n",
        "comunita/c.yaml":
            "titolo: C\nincontri:\n  - numero: 1\n    data: 2025-03-01\n    stato: svolto\n    schede: [orto, tre]\ndomande:\n  - domanda: Come si fa un orto?\n    schede:\n      - \"orto\"\n",
    ]

    init() throws {
        base = try TemporaryBase()
        for (path, text) in Self.files { try base.write(text, to: path) }
    }

    private func open() throws -> KnowledgeBase { try KnowledgeBase.open(base.folder.root, environment: [:]) }

    private func text(_ path: String) -> String? {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a preview says what would change, and changes nothing`() throws {
        let kb = try open()
        let preview = try kb.previewRename("orto", to: "orto-nuovo")
        for (path, text) in Self.files { #expect(self.text(path) == text) }
        #expect(throws: SheetEditProblem.self) { try kb.previewRename("orto", to: "tre") }
        let (sheet, files) = try kb.rename("orto", to: "orto-nuovo")
        #expect(preview.path == sheet.origin.path)
        #expect(preview.files == files)
    }

    @Test func `while somebody proposes a change of it a sheet keeps its id`() throws {
        let kb = try open()
        let place = PrivateWriting.proposals + "/a.json"
        try base.write("{\"sheet\": \"orto\", \"title\": \"Orto\"}", to: place)
        #expect(throws: SheetEditProblem.proposed) { try kb.rename("orto", to: "orto-nuovo") }
        #expect(throws: SheetEditProblem.proposed) { try kb.previewRename("orto", to: "orto-nuovo") }
        #expect(try kb.previewRename("tre", to: "tre-nuovo").path.isEmpty == false)
        try base.write("{\"sheet\": \"orto\", \"decision\": {\"name\": \"Anna\"}}", to: place)
        #expect(try kb.rename("orto", to: "orto-nuovo").sheet.id == "orto-nuovo")
    }

    @Test func `every reference follows, and nothing else changes`() throws {
        let kb = try open()
        let problems = try kb.diagnostics().map(\.code)
        let (sheet, files) = try kb.rename("orto", to: "orto-di-via-verdi")
        #expect(sheet.id == "orto-di-via-verdi" && sheet.origin.path == "schede/gruppo/orto-di-via-verdi.md")
        let new = "scheda:orto-di-via-verdi"
        let expected = [
            "schede/gruppo/orto.md": nil,
            "schede/gruppo/orto-di-via-verdi.md": Self.files["schede/gruppo/orto.md"]?.replacing(
                "(scheda:orto)", with: "(\(new))"),
            "schede/orto-due.md": Self.files["schede/orto-due.md"]?
                .replacing("\"orto\", 'tre'", with: "\"orto-di-via-verdi\", 'tre'")
                .replacing("<scheda:orto>", with: "<\(new)>").replacing("[o]: scheda:orto\n", with: "[o]: \(new)\n"),
            "schede/tre.md": Self.files["schede/tre.md"]?.replacing("- orto   #", with: "- orto-di-via-verdi   #"),
            // A cell is plain text, whatever it looks like.
            "tabelle/t.csv": Self.files["tabelle/t.csv"],
            "tabelle/t.yaml": Self.files["tabelle/t.yaml"],
            "raccolte/r.md": Self.files["raccolte/r.md"]?.replacing("(scheda:orto)", with: "(\(new))"),
            "comunita/c.yaml": Self.files["comunita/c.yaml"]?
                .replacing("[orto, tre]", with: "[orto-di-via-verdi, tre]").replacing(
                    "- \"orto\"", with: "- \"orto-di-via-verdi\""),
        ]
        for (path, wanted) in expected { #expect(text(path) == wanted, "\(path)") }
        #expect(Set(files) == Set(expected.keys).subtracting(["tabelle/t.yaml", "tabelle/t.csv"]))
        #expect(try kb.diagnostics().map(\.code) == problems)
        #expect(try kb.entry("orto") == nil)
        try EditJournal(base.folder).undo()
        for (path, wanted) in Self.files { #expect(text(path) == wanted, "\(path)") }
        #expect(text("schede/gruppo/orto-di-via-verdi.md") == nil)
    }

    @Test func `a sheet that writes its id, and a row, are renamed where they stand`() throws {
        let kb = try open()
        try kb.rename("tre", to: "tre-orti")
        #expect(
            text("schede/tre-orti.md") == Self.files["schede/tre.md"]?.replacing("id: tre\n", with: "id: tre-orti\n"))
        try kb.rename("cinque", to: "il-quinto")
        #expect(text("tabelle/t.csv")?.hasSuffix("Cinque;idea;niente;il-quinto\n") == true)
        #expect(try kb.entry("il-quinto")?.title == "Cinque")
        #expect(try kb.entry("quattro") != nil)
    }

    @Test func `an id with a file of another name is written into the file`() throws {
        try base.write("---\ntitolo: Sei\nid: sei\ntipo: idea\n---\n", to: "schede/altro.md")
        let kb = try open()
        #expect(try kb.rename("sei", to: "sette").sheet.origin.path == "schede/altro.md")
        #expect(text("schede/altro.md")?.contains("id: sette\n") == true)
    }

    @Test(arguments: ["orto-due", "cinque", "Orto", "../x", "a b", "", "readme", "x/y", "c"])
    func `an id that cannot be is refused, and nothing changes`(id: String) throws {
        let kb = try open()
        #expect(throws: SheetEditProblem.self) { try kb.rename("orto", to: id) }
        for (path, wanted) in Self.files { #expect(text(path) == wanted, "\(path)") }
        #expect(EditJournal(base.folder).edits().isEmpty)
    }
}
