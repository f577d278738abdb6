import PraticarioCorpus
import TestSupport
import Testing
import PraticarioIntake
import PraticarioSystem
import PraticarioSearch

/// From the answers to a form to a table of the knowledge base.
@Suite struct TableImportTests {
    private func plan(
        _ text: String, present: TableImport.Present = .init(), columns: [String: TableTarget] = [:]
    ) -> TableImport {
        TableImport(
            Array(text.utf8), path: "risposte.csv", kind: .experience, overrides: columns, into: present,
            SmallWorld.vocabularies, language: .italian)
    }

    @Test(arguments: [
        ("Titolo", TableTarget.field(.title)), ("Qual è il titolo della pratica?", .field(.title)),
        ("Come si chiama il progetto?", .field(.title)), ("1. Nome dell'iniziativa *", .field(.title)),
        ("Informazioni cronologiche", .field(.updated)), ("Timestamp", .field(.updated)),
        ("In quale comune si svolge?", .field(.territories)), ("Dove si svolge", .field(.territories)),
        ("Territorio", .field(.territories)), ("Tema 2", .field(.themes)),
        ("Di quali temi si occupa?", .field(.themes)),
        ("A quale bisogno risponde?", .field(.needs)), ("A chi si rivolge?", .field(.targetGroups)),
        ("Nome dell'associazione", .part(.organization, "name")), ("Ente promotore", .part(.organization, "name")),
        ("Tipo di ente", .part(.organization, "type")), ("Sito dell'ente", .part(.organization, "url")),
        ("Da che anno è iniziata?", .field(.start)), ("È ancora attiva?", .field(.status)),
        ("Racconta che cosa fate e come funziona", .section("Che cosa si fa")),
        ("Che risultati avete avuto?", .section("Risultati")),
        ("Quali difficoltà avete incontrato?", .section("Difficoltà")),
        ("Che cosa avete imparato?", .section("Che cosa abbiamo imparato")),
        ("Che cosa serve per rifarla altrove?", .section("Come rifarla altrove")), ("Link", .part(.sources, "url")),
        ("Title", .field(.title)), ("Where does it take place?", .field(.territories)),
        ("Indirizzo email", .ignored), ("Nome e cognome", .ignored), ("Il tuo numero di telefono", .ignored),
        ("problema", .ignored), ("Note", .section("Note interne")),
    ])
    func `a heading or a whole question says what its column is`(heading: String, target: TableTarget) {
        #expect(HeadingGuess.target(of: heading) == target)
    }

    @Test(arguments: ["Colore preferito", "", "Quante persone?"])
    func `a heading that says nothing is not guessed`(heading: String) {
        #expect(HeadingGuess.target(of: heading) == nil || HeadingGuess.target(of: heading) == .ignored)
    }

    private static let answers = """
        Informazioni cronologiche;Indirizzo email;Qual è il titolo?;Tema;Dove?;Associazione
        20/11/2026 10.32.11;a@gmail.com;Orto di quartiere;sport;NA;UISP
        20/11/2026 10.40.00;b@gmail.com;Sport in piazza;boh;Rmoa;UISP
        20/11/2026 10.41.00;c@gmail.com;;sport;Roma;UISP
        20/11/2026 10.42.00;;;;;

        """

    @Test func `rows become drafts, with errors by row and column`() {
        let plan = plan(Self.answers)
        #expect((plan.added, plan.updated, plan.leftOut) == (2, 0, 1))
        #expect(plan.diagnostics.map(\.code) == [.unknownTheme, .unknownTerritory, .missingField])
        #expect(
            plan.diagnostics.map { $0.place } == [
                TextPlace(row: 3, column: 4), TextPlace(row: 3, column: 5), TextPlace(row: 4, column: 0),
            ])
        #expect(
            plan.diagnostics.first?.text(in: .italian).hasPrefix("risposte.csv, riga 3, colonna D: errore: ") == true)
        let table = SheetTable.read(
            Array(plan.table.utf8), map: Array(plan.map.text(in: .italian).utf8), path: "tabelle/t.csv")
        #expect(table.diagnostics == [])
        let file = ParsedFile(
            table: Array(plan.table.utf8), map: Array(plan.map.text(in: .italian).utf8), path: "tabelle/t.csv",
            SmallWorld.vocabularies)
        #expect(file.sheets.map(\.id) == ["orto-di-quartiere-uisp", "sport-in-piazza-uisp"])
        #expect(file.sheets.allSatisfy { $0.publication == .draft && $0.kind == .experience })
        #expect(file.sheets[0].territories == ["063"])
        #expect(file.sheets[0].updated == PartialDate("2026-11-20"))
        #expect(file.sheets.map(\.isIncomplete) == [false, true])
    }

    @Test func `who answered is not taken along`() {
        let plan = plan(Self.answers)
        #expect(plan.personalColumns == ["Indirizzo email"])
        #expect(!plan.table.contains("gmail"))
    }

    @Test func `rows that need an answer come back with the problem and their id, and update the same rows`() throws {
        let first = plan(Self.answers)
        let rows = try #require(first.toCorrect)
        #expect(rows.contains("problema"))
        #expect(rows.contains("territorio sconosciuto: «Rmoa»"))
        let corrected = rows.replacing("Rmoa", with: "Roma").replacing(";boh;", with: ";sport;")
            .replacing(";;sport;Roma", with: ";Terzo;sport;Roma").replacing(
                "Sport in piazza", with: "Sport nelle piazze")
        let second = plan(
            corrected, present: .init(table: Array(first.table.utf8), map: Array(first.map.text(in: .italian).utf8)))
        #expect((second.added, second.updated, second.leftOut) == (1, 1, 0))
        #expect(second.toCorrect == nil)
        let file = ParsedFile(
            table: Array(second.table.utf8), map: Array(second.map.text(in: .italian).utf8), path: "tabelle/t.csv",
            SmallWorld.vocabularies)
        #expect(file.sheets.map(\.id).count == 3)
        #expect(file.sheets[1].title == "Sport nelle piazze")
        #expect(file.sheets[1].id == "sport-in-piazza-uisp")
    }

    @Test func `importing the same answers again changes nothing`() {
        let first = plan(Self.answers)
        let again = plan(
            Self.answers, present: .init(table: Array(first.table.utf8), map: Array(first.map.text(in: .italian).utf8)))
        #expect((again.added, again.updated) == (0, 2))
        #expect(again.table == first.table)
        #expect(again.map.text(in: .italian) == first.map.text(in: .italian))
    }

    @Test func `a row that resembles a sheet is told, one with the id of a sheet stays out`() {
        var other = Entry(
            id: "altro", kind: .practice, title: "L'orto dei quartieri", origin: Origin(path: "schede/altro.md"))
        other.territories = ["063"]
        let similar = plan(Self.answers, present: .init(others: [EntryHead(other)]))
        #expect(similar.diagnostics.filter { $0.code == .nearDuplicate }.map(\.place) == [TextPlace(row: 2, column: 0)])
        other.id = "orto-di-quartiere-uisp"
        let same = plan(Self.answers, present: .init(others: [EntryHead(other)]))
        #expect(same.diagnostics.filter { $0.code == .duplicateID }.count == 1)
        #expect((same.added, same.leftOut) == (1, 2))
    }

    @Test func `a column is what the person says`() {
        let plan = plan(
            "Cosa;Tipo;Luogo\nOrto;idea;Roma\n", columns: ["Cosa": .field(.title), "Luogo": .field(.territories)])
        #expect(plan.diagnostics.filter { $0.code != .missingField } == [])
        #expect(plan.added == 1)
    }
}
