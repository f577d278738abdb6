import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Sheets are published, taken back and deleted, in files and in rows of tables; the rest stays byte for byte.
@Suite struct SheetEditingTests {
    private let base: TemporaryBase

    private static let sheet =
        "---\r\ntitolo: \"Orto: uno\"   # il nome\r\ntipo: idea\r\npubblicazione: bozza   # bozza o pubblicata\r\n"
        + "temi: [sport]\r\n# un commento\r\nterritori:\r\n  - Roma\r\n---\r\n\r\nTesto con  spazi.\r\n"
    private static let table =
        "Titolo;Tipo;Temi;Dove\r\n\"Uno; e due\";idea;sport;Roma\r\n\r\nDue;idea;sport\r\n\"Tre\r\nrighe\";idea;sport;Roma\r\n"
    private static let map =
        "# a mano\ncolonne:\n  Titolo: titolo\n  Tipo: tipo\n  Temi: temi\n  Dove: territori\nvalori:\n  pubblicazione: bozza\n"

    init() throws {
        base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try base.write(Self.table, to: "tabelle/t.csv")
        try base.write(Self.map, to: "tabelle/t.yaml")
    }

    private func open() throws -> KnowledgeBase { try KnowledgeBase.open(base.folder.root) }

    private func text(_ path: String) -> String? {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) }
    }

    private func undo() throws { try EditJournal(base.folder).undo() }

    @Test func `publishing a file writes the state, the licence and who allowed it, and nothing else`() throws {
        let kb = try open()
        let day = try #require(PartialDate("2026-05-14"))
        let sheets = try kb.publish(["orto"], by: "Rete: «prova»", on: day, licence: "CC-BY-4.0")
        #expect(sheets.map(\.publication) == [.published])
        let expected = Self.sheet
            .replacing("pubblicazione: bozza   #", with: "pubblicazione: pubblicata   #")
            .replacing(
                "  - Roma\r\n",
                with:
                    "  - Roma\r\nlicenza: CC-BY-4.0\r\npermesso:\r\n  da: \"Rete: «prova»\"\r\n  data: 2026-05-14\r\n")
        #expect(text("schede/orto.md") == expected)
        let entry = try kb.entry("orto")
        #expect(entry?.permission == sheets[0].permission && entry?.permission?.by == "Rete: «prova»")
        // Once more, with another permission: the old one is replaced.
        try kb.publish(["orto"], by: "Altri", on: day)
        #expect(text("schede/orto.md") == expected.replacing("\"Rete: «prova»\"", with: "Altri"))
        try undo()
        try undo()
        #expect(text("schede/orto.md") == Self.sheet)
    }

    @Test func `publishing a row writes its cells, the columns that it lacks, and no other row`() throws {
        let kb = try open()
        let day = try #require(PartialDate("2026-05-14"))
        try kb.publish(["uno-e-due"], by: "Rete; \"prova\"", on: day, licence: "CC-BY-4.0")
        #expect(
            text("tabelle/t.csv")
                == Self.table.replacing(
                    "Dove\r\n", with: "Dove;pubblicazione;licenza;permesso.da;permesso.data\r\n"
                ).replacing(
                    "sport;Roma\r\n\r\n",
                    with: "sport;Roma;pubblicata;CC-BY-4.0;\"Rete; \"\"prova\"\"\";2026-05-14\r\n\r\n"))
        #expect(
            text("tabelle/t.yaml")?.hasPrefix(Self.map.replacing("valori:\n  pubblicazione: bozza\n", with: "")) == true
        )
        let entry = try kb.entry("uno-e-due")
        #expect(entry?.publication == .published && entry?.permission?.by == "Rete; \"prova\"")
        #expect(try kb.entry("tre-righe")?.publication == .draft)
        try kb.setPublication(.archived, of: ["uno-e-due", "tre-righe"])
        #expect(try kb.entry("uno-e-due")?.publication == .archived)
        #expect(try kb.entry("tre-righe")?.publication == .archived)
        try undo()
        try undo()
        #expect(text("tabelle/t.csv") == Self.table && text("tabelle/t.yaml") == Self.map)
    }

    @Test(arguments: ["orto", "uno-e-due"])
    func `nothing is published that nobody allowed`(id: String) throws {
        let kb = try open()
        #expect(throws: SheetEditProblem.noPermission(id)) { try kb.publish([id]) }
        #expect(text("schede/orto.md") == Self.sheet && text("tabelle/t.csv") == Self.table)
    }

    @Test func `a sheet with errors is not published, nor those that were named with it`() throws {
        let kb = try open()
        #expect {
            try kb.publish(["orto", "due"], by: "Rete")
        } throws: { error in
            if case SheetEditProblem.incomplete("due", _) = error { true } else { false }
        }
        #expect(text("schede/orto.md") == Self.sheet && text("tabelle/t.csv") == Self.table)
        #expect(throws: SheetEditProblem.unknown("otro", nearest: "orto")) { try kb.publish(["otro"], by: "Rete") }
    }

    @Test func `without a licence of its own a sheet takes that of the settings, in files and in rows`() throws {
        let settings = try #require(text("praticario.yaml"))
        try base.write(settings + "\nlicenza: CC-BY-SA-4.0\n", to: "praticario.yaml")
        let kb = try open()
        for id in ["orto", "uno-e-due"] {
            try kb.publish([id], by: "Rete")
            #expect(try kb.entry(id)?.licence == "CC-BY-SA-4.0")
        }
    }

    @Test func `a row that somebody allowed and that states no licence has that of the settings`() throws {
        let settings = try #require(text("praticario.yaml"))
        try base.write(settings + "\nlicenza: CC-BY-SA-4.0\n", to: "praticario.yaml")
        try base.write(
            "Titolo;Tipo;Temi;Dove;Permesso;Licenza\nUno;idea;sport;Roma;Rete;\nDue;idea;sport;Roma;;\nTre;idea;sport;Roma;Rete;CC0-1.0\n",
            to: "tabelle/p.csv")
        try base.write(
            "colonne:\n  Titolo: titolo\n  Tipo: tipo\n  Temi: temi\n  Dove: territori\n  Permesso: permesso.da\n  Licenza: licenza\n",
            to: "tabelle/p.yaml")
        base.remove("tabelle/t.csv")
        base.remove("tabelle/t.yaml")
        let kb = try open()
        #expect(try ["uno", "due", "tre"].map { try kb.entry($0)?.licence } == ["CC-BY-SA-4.0", nil, "CC0-1.0"])
        try base.write(settings, to: "praticario.yaml")
        try kb.refresh()
        #expect(try kb.entry("uno")?.licence == nil)
    }

    @Test func `several sheets are deleted together, and who refers to them is told`() throws {
        try base.write(
            "---\ntitolo: Altra\ntipo: idea\ncollegate:\n  simile_a: [orto]\n---\n", to: "schede/altra.md")
        try base.write("---\ntitolo: Scelte\n---\n- [Due](scheda:due)\n", to: "raccolte/scelte.md")
        let kb = try open()
        let (sheets, referring) = try kb.delete(["due", "orto", "uno-e-due"])
        #expect(sheets.map(\.id) == ["due", "orto", "uno-e-due"] && referring == ["altra", "scelte"])
        #expect(text("schede/orto.md") == nil)
        #expect(text("tabelle/t.csv") == "Titolo;Tipo;Temi;Dove\r\n\r\n\"Tre\r\nrighe\";idea;sport;Roma\r\n")
        #expect(try kb.ids() == ["altra", "tre-righe"])
        try undo()
        #expect(text("schede/orto.md") == Self.sheet && text("tabelle/t.csv") == Self.table)
    }

    @Test(arguments: [
        "---\n{titolo: Orto, tipo: idea}\n---\n", "---\n\"titolo\": Orto\n\"tipo\": idea\n---",
        "---\ntitolo: Orto\ntipo: idea\n---\nx",
        "\u{FEFF}---\ntitolo: >\n  Orto\n  bello\ntipo: idea\npubblicazione:\n  bozza\n---\n",
        "---\ntipo: idea\npubblicazione: 'bozza' # x\ntitolo: Orto # non - detto: x\n---\n",
    ])
    func `however a header is written, a change is right or refused`(text: String) throws {
        var file = try #require(SheetFileText(Array(text.utf8), path: "schede/x.md"))
        let isDone = file.set(.publication(.archived, in: .italian), in: .italian)
        let before = ParsedFile(Array(text.utf8), path: "schede/x.md", SmallWorld.vocabularies).sheets.first
        let after = ParsedFile(file.bytes, path: "schede/x.md", SmallWorld.vocabularies).sheets.first
        #expect(after?.title == before?.title && after?.body == before?.body)
        #expect(isDone ? after?.publication == .archived : file.bytes == Array(text.utf8))
    }
}
