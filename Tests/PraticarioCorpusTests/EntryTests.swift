import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// From a record to an entry: a wrong value costs that value.
@Suite struct EntryTests {
    private func sheet(_ header: String, body: String = "") -> ParsedFile {
        ParsedFile(Array("---\n\(header)\n---\n\(body)".utf8), path: "schede/il-file.md", SmallWorld.vocabularies)
    }

    private static let complete = """
        titolo: Orto
        tipo: pratica
        temi: [sport]
        territori: [Roma]
        fonti: [{titolo: Sito, url: "https://example.org"}]
        risultati: Si coltiva.
        """

    @Test func `a complete sheet has no diagnostics`() throws {
        let parsed = sheet(Self.complete)
        #expect(parsed.diagnostics == [])
        let entry = try #require(parsed.sheets.first)
        #expect(entry.id == "il-file")
        #expect(entry.territories == ["058091"])
        #expect(!entry.isIncomplete)
        #expect(entry.publication == .draft)
    }

    @Test(arguments: [
        ("risultati: Si coltiva.", true), ("risultati: {indicatori: [{nome: Orti, valore: 12}]}", true),
        ("risultati: {documentati: no}", true), ("risultati: {documentati: sì}", false), ("risultati: ", false),
    ])
    func `a practice says what came of it, or that no source tells`(line: String, isEnough: Bool) {
        let parsed = sheet(Self.complete.replacing("risultati: Si coltiva.", with: line))
        #expect(parsed.diagnostics.map(\.code) == (isEnough ? [] : [.missingResults]))
    }

    @Test(arguments: [
        ("risultati: {documentati: no}", true), ("risultati: {documentati: no, testo: Si coltiva.}", false),
        ("risultati: Si coltiva.", false),
    ])
    func `that no source tells is of no account once results are told`(line: String, isSaid: Bool) throws {
        let parsed = sheet(Self.complete.replacing("risultati: Si coltiva.", with: line))
        #expect((try #require(parsed.sheets.first?.results).absence != nil) == isSaid)
    }

    @Test func `English and Italian keys are the same`() throws {
        let english = sheet(
            "title: Orto\nkind: practice\nthemes: Sport\nterritories: roma\nsources: [{title: S}]\nresults: {text: x}")
        let italian = sheet(
            "Titolo: Orto\nTipo: Pratica\ntema: Sport\nTERRITORIO: roma\nfonti: [{titolo: S}]\nrisultati: {testo: x}")
        #expect(english.diagnostics == [])
        #expect(english.sheets.first == italian.sheets.first)
    }

    @Test(arguments: [
        ("temi: [sport, boh]", DiagnosticCode.unknownTheme), ("territori: [Rmoa]", .unknownTerritory),
        ("territori: Castro", .ambiguousTerritory), ("stato: boh", .unknownValue), ("inizio: domani", .invalidDate),
        ("inizio: 31/02/2020", .invalidDate), ("verifica: 7", .unknownValue),
        ("destinatari: marziani", .unknownTargetGroup),
        ("organizzazione: {tipo: ETS}", .missingField), ("organizzazione: [a, b]", .wrongType),
        ("organizzazione: {nome: X, codice_fiscale: \"12345678901\"}", .invalidTaxCode),
        ("esempio: forse", .unknownValue),
        ("sintesi: [a, b]", .wrongType), ("id: ../../etc", .invalidID), ("lingua: italiano moderno", .invalidLanguage),
        ("fonti: [{titolo: S, url: javascript:alert(1)}]", .invalidURL), ("inizio: 2020\nfine: 2019", .endBeforeStart),
    ])
    func `a wrong value is reported and costs only itself`(line: String, code: DiagnosticCode) throws {
        let key = line.split(separator: ":")[0]
        let others = Self.complete.split(separator: "\n").filter { !$0.hasPrefix("\(key):") }.joined(separator: "\n")
        let parsed = sheet(others + "\n" + line)
        #expect(parsed.diagnostics.map(\.code) == [code])
        let entry = try #require(parsed.sheets.first)
        #expect(entry.title == "Orto")
        #expect(entry.isIncomplete)
    }

    @Test(arguments: ["titolo: Orto", "tipo: pratica", "tipo: boh\ntitolo: x", ""])
    func `without a title or a kind there is no entry`(header: String) {
        #expect(sheet(header).sheets.first == nil)
        #expect(!sheet(header).diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("2007", "2007"), ("2007-05", "2007-05"), ("2007-05-14", "2007-05-14"), ("14/05/2007", "2007-05-14"),
        ("1.2.2007", "2007-02-01"), ("05/2007", "2007-05"), ("2023/24", "2023"), ("2023/2024", "2023"),
    ])
    func `dates are read as people write them`(written: String, iso8601: String) {
        #expect(PartialDate(written)?.iso8601 == iso8601)
    }

    @Test(arguments: ["", "07", "2007-13", "2007-02-29", "2007-05-14T10:00", "ieri", "20070", "-2007", "2023/25"])
    func `what is no date is none`(written: String) {
        #expect(PartialDate(written) == nil)
    }

    @Test func `a message names the field in the language that it is in`() throws {
        let parsed = sheet(Self.complete + "\npartner: [{nome: Rete, sito: no}]\nstato: boh")
        let messages = parsed.diagnostics.map(\.message)
        #expect(messages.map { $0.it.prefix { $0 != ":" } } == ["`partner.sito`", "`stato`"])
        #expect(messages.map { $0.en.prefix { $0 != ":" } } == ["`partners.url`", "`status`"])
    }

    @Test func `sections are plain text with their lines`() throws {
        let body =
            "\nPrima.\n\n## Il bisogno\n\nTesto **forte** e [link](https://x.org).\n\n- uno\n- due\n\n<b>html</b> `codice`\n\n# Risultati\n"
        let entry = try #require(sheet(Self.complete, body: body).sheets.first)
        #expect(entry.sections.map(\.title) == ["", "Il bisogno", "Risultati"])
        #expect(entry.sections[1].text == "Testo forte e link.\nuno\ndue\nhtml codice")
        #expect(entry.sections[1].line == 12)
        #expect(entry.body == body)
    }

    @Test func `values separated by commas in one text are several, unless the whole is known`() throws {
        #expect(
            sheet("titolo: x\ntipo: idea\ntemi: sport, terza età\nterritori: Roma; Lecce").sheets.first?.themes
                == [
                    "sport", "anziani",
                ])
        #expect(
            sheet("titolo: x\ntipo: idea\ntemi: sport\nterritori: Roma; Lecce").sheets.first?.territories == [
                "058091", "075035",
            ])
    }
}
