import PraticarioCorpus
import Praticario
import TestSupport
import Testing
import PraticarioIntake
import PraticarioSystem
import PraticarioSearch

/// From the answers to a form to a table of the knowledge base.
@Suite struct TableImportTests {
    private func plan(
        _ text: String, present: TableImport.Present = .init(), columns: [String: TableTarget] = [:]
    ) throws -> TableImport {
        try TableImport(
            Array(text.utf8), path: "risposte.csv", .init(columns: columns), into: present, SmallWorld.vocabularies,
            language: .italian)
    }

    @Test(arguments: [
        ("Titolo", TableTarget.field(.title)), ("Qual è il titolo della pratica?", .field(.title)),
        ("Come si chiama il progetto?", .field(.title)), ("1. Nome dell'iniziativa *", .field(.title)),
        ("Informazioni cronologiche", .field(.updated)), ("Timestamp", .field(.updated)),
        ("In quale comune si svolge?", .territory(.municipality)), ("Dove si svolge", .field(.territories)),
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
        // An example in brackets is no heading.
        ("Qual è il nome del tuo progetto?", .field(.title)), ("Il tuo nome", .ignored),
        ("7) Chi la promuove? (associazione, cooperativa, Comune...)", .part(.organization, "name")),
        ("In quale Comune (o Comuni) si svolge?", .territory(.municipality)), ("Prov.", .territory(.province)),
        ("Provincia", .territory(.province)), ("Sigla", .territory(.province)), ("Regione", .territory(.region)),
        ("Comune e provincia", .field(.territories)), ("Codice ISTAT", .field(.territories)),
        ("Di che cosa si occupa? (potete indicare più temi)", .field(.themes)),
        ("Quanto costa all'anno (circa, in €)?", .field(.costs)),
        // Whether it may be published.
        ("16) Autorizzate la pubblicazione sul sito della rete?", .consent),
        ("Consenso alla pubblicazione", .consent), ("Possiamo pubblicare la vostra scheda?", .consent),
        ("Consenso al trattamento dei dati personali", .ignored),
        ("Autorizzate la pubblicazione delle foto?", .ignored),
        ("Pubblicazione", .field(.publication)),
        // Registers.
        ("Denominazione", .part(.organization, "name")), ("Rete associativa", .ignored),
        ("Enti Gestori aree protette", .ignored), ("Codice fiscale", .part(.organization, "tax_code")),
        ("Data di costituzione", .ignored), ("Sede legale", .ignored),
        // Our own tables.
        ("Organizzazione", .field(.organization)), ("Sito", .part(.organization, "url")),
        ("Tipo di ente", .part(.organization, "type")), ("Risultati in breve", .part(.results, "text")),
        ("Risultati", .section("Risultati")), ("Indirizzi delle fonti", .part(.sources, "url")),
        ("Attribuzione", .part(.permission, "by")), ("Codici ISTAT", .ignored), ("Nota di chi cura", .ignored),
    ])
    func `a heading or a whole question says what its column is`(heading: String, target: TableTarget) {
        #expect(HeadingGuess.target(of: heading) == target)
    }

    @Test(arguments: [
        ("Budget", FieldName.costs), ("Costo annuo", .costs), ("Quanti volontari?", .people), ("Volontari", .people),
        ("N. volontari", .people), ("Quante persone sono coinvolte?", .people), ("Quante persone", .people),
        ("Beneficiari", .targetGroups),
    ])
    func `what a municipality asks first is recognised`(heading: String, field: FieldName) {
        #expect(HeadingGuess.target(of: heading) == .field(field))
    }

    @Test(arguments: ["Colore preferito", "", "Chi forma i volontari?"])
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

    @Test func `rows become drafts, with errors by row and column`() throws {
        let plan = try plan(Self.answers)
        #expect((plan.counts.added, plan.counts.updated, plan.counts.leftOut) == (2, 0, 1))
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

    @Test func `who answered is not taken along`() throws {
        let plan = try plan(Self.answers)
        #expect(plan.personalColumns == ["Indirizzo email"])
        #expect(!plan.table.contains("gmail"))
    }

    @Test func `rows that need an answer come back with the problem and their id, and update the same rows`() throws {
        let first = try plan(Self.answers)
        let rows = try #require(first.toCorrect)
        #expect(rows.contains("problema"))
        #expect(rows.contains("territorio sconosciuto: «Rmoa»"))
        let corrected = rows.replacing("Rmoa", with: "Roma").replacing(";boh;", with: ";sport;")
            .replacing(";;sport;Roma", with: ";Terzo;sport;Roma").replacing(
                "Sport in piazza", with: "Sport nelle piazze")
        let second = try plan(
            corrected, present: first.written)
        #expect((second.counts.added, second.counts.updated, second.counts.leftOut) == (1, 1, 0))
        #expect(second.toCorrect == nil)
        let file = ParsedFile(
            table: Array(second.table.utf8), map: Array(second.map.text(in: .italian).utf8), path: "tabelle/t.csv",
            SmallWorld.vocabularies)
        #expect(file.sheets.map(\.id).count == 3)
        #expect(file.sheets[1].title == "Sport nelle piazze")
        #expect(file.sheets[1].id == "sport-in-piazza-uisp")
    }

    @Test func `importing the same answers again changes nothing`() throws {
        let first = try plan(Self.answers)
        let again = try plan(
            Self.answers, present: first.written)
        #expect((again.counts.added, again.counts.updated, again.counts.unchanged) == (0, 0, 2))
        #expect(again.table == first.table)
        #expect(again.map.text(in: .italian) == first.map.text(in: .italian))
    }

    @Test func `a row that resembles a sheet is told, one with the id of a sheet stays out`() throws {
        var other = Entry(
            id: "altro", kind: .practice, title: "L'orto dei quartieri", origin: Origin(path: "schede/altro.md"))
        other.territories = ["063"]
        let similar = try plan(Self.answers, present: .init(others: [EntryHead(other)]))
        #expect(similar.diagnostics.filter { $0.code == .nearDuplicate }.map(\.place) == [TextPlace(row: 2, column: 0)])
        other.id = "orto-di-quartiere-uisp"
        let same = try plan(Self.answers, present: .init(others: [EntryHead(other)]))
        #expect(same.diagnostics.filter { $0.code == .duplicateID }.count == 1)
        #expect((same.counts.added, same.counts.leftOut) == (1, 2))
    }

    @Test func `a column is what the person says`() throws {
        let plan = try plan(
            "Cosa;Tipo;Luogo\nOrto;idea;Roma\n", columns: ["Cosa": .field(.title), "Luogo": .field(.territories)])
        #expect(plan.diagnostics.filter { $0.code != .missingField } == [])
        #expect(plan.counts.added == 1)
    }
}

extension TableImport {
    /// What the next import finds.
    var written: Present {
        Present(
            table: Array(table.utf8), map: Array(map.text(in: .italian).utf8), origin: origin.map { Array($0.utf8) })
    }

    /// The sheets of the table.
    var sheets: [Entry] {
        ParsedFile(
            table: Array(table.utf8), map: Array(map.text(in: .italian).utf8), path: "tabelle/t.csv",
            SmallWorld.vocabularies
        ).sheets
    }
}
