import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem
import TestSupport
import Testing

/// Nothing goes out of which nobody has said yes.
@Suite struct ImportConsentTests {
    private func plan(_ text: String, into present: TableImport.Present = .init()) throws -> TableImport {
        try TableImport(
            Array(text.utf8), path: "risposte.csv", .init(), into: present, SmallWorld.vocabularies, language: .italian)
    }

    private func row(_ answer: String) -> String {
        "Informazioni cronologiche;Titolo;Tema;Comune;Associazione;Autorizzate la pubblicazione?\n"
            + "01/10/2026 10.00.01;Orto;sport;Roma;UISP;\"\(answer)\"\n"
    }

    @Test(arguments: [
        "Sì", "si", "SI", "Sì!", "Sì, autorizzo", "Yes", "Autorizzo la pubblicazione", "sì, certo", "Sì grazie",
    ])
    func `a yes is the permission of its day`(answer: String) throws {
        let plan = try plan(row(answer))
        let sheet = try #require(plan.sheets.first)
        #expect(sheet.permission?.by == "UISP" && sheet.permission?.date == PartialDate("2026-10-01"))
        #expect(plan.diagnostics == [])
    }

    @Test(arguments: [
        "No", "", "non so", "Sì, ma senza foto", "si ma solo il titolo", "Non autorizzo", "forse", "chiedere",
    ])
    func `anything else keeps the sheet internal, whatever its table says`(answer: String) throws {
        let first = try plan(row(answer))
        #expect(first.diagnostics.map(\.code) == [.missingConsent])
        var present = first.written
        let map =
            first.map.text(in: .italian).replacing("\"bozza\"", with: "\"pubblicata\"")
            + "  licenza: CC-BY-4.0\n  permesso.da: Rete\n  permesso.data: 2026-01-01\n"
        present.map = Array(
            map.replacing("  licenza", with: "  licenza").utf8)
        let file = ParsedFile(
            table: present.table ?? [], map: present.map, path: "tabelle/t.csv", SmallWorld.vocabularies)
        let sheet = try #require(file.sheets.first)
        #expect(sheet.publication == .draft && sheet.licence == nil && sheet.permission == nil)
        #expect(file.diagnostics.map(\.code) == [.missingConsent])
    }

    @Test func `who gave permission later, and when, stands in the row itself`() throws {
        let text =
            "Titolo;Tipo;Tema;Comune;Autorizzate la pubblicazione?;Pubblicazione;Licenza;Attribuzione;Data del permesso\n"
            + "Orto;idea;sport;Roma;Non so;pubblicata;CC-BY-4.0;UISP;2026-11-01\n"
        let sheet = try #require(try plan(text).sheets.first)
        #expect(sheet.publication == .published && sheet.licence == "CC-BY-4.0")
    }

    @Test func `a row that comes in with an error does not come in as published`() throws {
        let text = "Titolo;Tema;Comune;Pubblicazione\nOrto;sport;Rmoa;pubblicata\nBaskin;sport;Lecce;pubblicata\n"
        let plan = try plan(text)
        #expect(plan.sheets.map(\.publication) == [.draft, .published])
        #expect(try self.plan(text, into: plan.written).table == plan.table)
    }

    @Test func `a new row of a published table is a draft`() throws {
        let text = "Titolo;Tema;Comune\nOrto;sport;Roma\n"
        let first = try plan(text)
        var present = first.written
        present.map = Array(
            first.map.text(in: .italian).replacing(
                "\"pubblicazione\": \"bozza\"", with: "\"pubblicazione\": \"pubblicata\""
            ).utf8)
        let again = try plan(text + "Baskin;sport;Lecce\n", into: present)
        #expect(again.sheets.map(\.publication) == [.published, .draft])
        #expect(try plan(text + "Baskin;sport;Lecce\n", into: again.written).table == again.table)
    }
}
