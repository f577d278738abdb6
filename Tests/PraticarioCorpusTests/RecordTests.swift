import PraticarioCorpus
import Testing
import PraticarioSystem
import TestSupport

/// Headers as people write them.
@Suite struct RecordTests {
    private func parse(_ text: String) -> (record: Record?, diagnostics: [Diagnostic]) {
        Record.parse(Array(text.utf8), path: "schede/prova.md")
    }

    private func text(_ value: RecordValue?) -> String? {
        if case .text(let text)? = value?.content { text } else { nil }
    }

    @Test(arguments: ["NO", "no", "NA", "1e3", "2007", "007001", "1_000", "0x1F", "2020-01-01", "12:30", "true", "~a"])
    func `every scalar is the text that was written`(written: String) {
        #expect(text(parse("---\ncampo: \(written)\n---\n").record?.fields.first?.value) == written)
    }

    @Test func `fields keep their places and the body its line`() throws {
        let record = try #require(parse("---\ntitolo: Orto\ntemi:\n  - a\n  - b\n---\n\nTesto.\n").record)
        #expect(record.fields.map(\.key) == ["titolo", "temi"])
        #expect(record.fields[0].keyPlace == TextPlace(line: 2, column: 1))
        #expect(record.fields[0].value.place == TextPlace(line: 2, column: 9))
        guard case .list(let items) = record.fields[1].value.content else { return #expect(Bool(false)) }
        #expect(items.map(\.place) == [TextPlace(line: 4, column: 5), TextPlace(line: 5, column: 5)])
        #expect(record.bodyLine == 7)
        #expect(record.body == "\nTesto.\n")
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends and a byte order mark do not matter`(lineEnd: String) throws {
        let lines = ["---", "titolo: Orto", "---", "Testo."]
        let record = try #require(parse("\u{FEFF}" + lines.joined(separator: lineEnd)).record)
        #expect(text(record.fields.first?.value) == "Orto")
        #expect(record.body == "Testo.")
    }

    @Test func `Windows-1252 is read and reported`() throws {
        let bytes: [UInt8] = Array("---\ntitolo: Citt".utf8) + [0xE0, 0x80, 0x81] + Array("\n---\n".utf8)
        let (record, diagnostics) = Record.parse(bytes, path: "x.md")
        #expect(text(record?.fields.first?.value) == "Città€\u{FFFD}")
        #expect(diagnostics.map(\.code) == [.invalidEncoding])
    }

    @Test func `UTF-16 with a byte order mark is read`() throws {
        let units = Array("---\ntitolo: Città\n---\n".utf16)
        let little: [UInt8] =
            [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        for bytes in [little, big] {
            #expect(text(Record.parse(bytes, path: "x.md").record?.fields.first?.value) == "Città")
        }
    }

    @Test(arguments: [
        ("titolo: \"aperta", TextPlace(line: 2, column: 9), "non si chiudono"),
        ("titolo: 'Na mano\ntipo: esperienza\nsintesi: \"Una frase.\"", TextPlace(line: 2, column: 9), "apostrofo"),
        ("titolo: 'Na mano\nsintesi: la citta'", TextPlace(line: 2, column: 9), "apostrofo"),
        ("tipo: idea\ntemi: [sport, scuola\ntitolo: Orto", TextPlace(line: 3, column: 7), "parentesi ["),
        ("temi: [sport, #orto]\ntitolo: Orto", TextPlace(line: 2, column: 15), "`#`"),
        ("\ttitolo: a", TextPlace(line: 2, column: 1), "tabulazione"),
        ("solo testo", TextPlace(line: 2, column: 1), "elenco di campi"),
    ])
    func `the commonest mistakes of YAML are explained where they are`(line: String, place: TextPlace, words: String) {
        let (record, diagnostics) = parse("---\n\(line)\n---\n")
        #expect(record == nil)
        #expect(diagnostics.map(\.code) == [.malformedHeader])
        #expect(diagnostics.first?.place == place)
        #expect(words.isEmpty || diagnostics.first?.message.it.contains(words) == true, "\(diagnostics)")
    }

    @Test(arguments: [
        ("Bando 2026 #insieme per il rione", 12), ("Laboratorio #1 per ragazzi e #2 per nonni", 13),
        ("Sport: una cosa", 6), ("Sport per tutti:", 16), ("@nome", 1), ("`codice` aperto", 1), ("%sconto", 1),
        ("!Attenzione al lupo", 1), ("! Attenzione", 1), ("&Orto e scuola", 1), ("*orto* di rione", 1), ("*orto", 1),
        ("[Nuovo] orto", 1), ("{nuovo} orto", 1), ("\"Orto\" di rione", 1), ("'O sole 'e rione", 1),
        ("- 30% di sprechi", 1),
        ("> di cento orti", 1), ("| orto", 1), ("? orto", 1), (", orto", 1), ("] orto", 1),
    ])
    func `a mark of YAML costs no text that was certainly meant, and is told`(title: String, column: Int) throws {
        let (record, diagnostics) = parse("---\ntipo: idea\ntitolo: \(title)\ntemi: [sport]\n---\n")
        #expect(record?.fields.map(\.key) == ["tipo", "titolo", "temi"], "\(diagnostics)")
        #expect(text(record?.fields[1].value) == title)
        #expect(diagnostics.map(\.code) == [.yamlMark])
        #expect(diagnostics.first?.place == TextPlace(line: 3, column: 8 + column))
        let message = try #require(diagnostics.first?.message)
        #expect(message.it.contains("fra virgolette") && message.it.contains("«\(title)»"))
        #expect(message.en.contains("in quotes"))
    }

    @Test(arguments: [
        ("Orto #insieme", "Orto", true), ("Orto di rione # 2", "Orto di rione", true), ("#insieme", "", true),
        ("Orto di rione  # il nome della pratica", "Orto di rione", false), ("      # il nome", "", false),
        ("\"Orto #1\" # nota", "Orto #1", false), ("'L''orto' # nota", "L'orto", false),
        ("C# per tutti", "C# per tutti", false),
        ("12:30", "12:30", false), ("https://example.org/#a", "https://example.org/#a", false), ("~a", "~a", false),
        ("-5", "-5", false), ("l'orto: no", "l'orto: no", true),
    ])
    func `what may be a comment stays one, and is told unless it is set apart`(
        written: String, read: String, isTold: Bool
    ) {
        let (record, diagnostics) = parse("---\ntitolo: \(written)\n---\n")
        #expect(text(record?.fields.first?.value) == read)
        #expect(diagnostics.map(\.code) == (isTold ? [.yamlMark] : []))
        #expect(diagnostics.allSatisfy { read.isEmpty || $0.message.it.contains("«\(read)»") })
    }

    @Test func `what YAML allows over several lines is left alone`() {
        let header = """
            titolo: "Un titolo
              su due righe: con #segni"
            sintesi: |
              Una riga: con due punti #uno
              @altra
            bisogni: >-
              !testo
            temi: [sport,  # il primo
              scuola]
            fonti:
              - titolo: Prova  # nota
                url: https://example.org/#a
              - {titolo: "A: b", url: https://example.org/}
            base: &base {a: 1}
            altra: *base
            ? "chiave"
            : "valore"
            """
        let (record, diagnostics) = parse("---\n\(header)\n---\n")
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        #expect(
            record?.fields.map(\.key)
                == ["titolo", "sintesi", "bisogni", "temi", "fonti", "base", "altra", "chiave"])
    }

    @Test(arguments: [
        ("praticario.yaml", "titolo: Archivio #uno del rione\n"),
        (
            "vocabolari/temi.yaml",
            "concepts:\n  - id: sport\n    prefLabel: {it: Sport}\n    scopeNote: Sport: per tutti\n"
        ),
        ("comunita/prova.yaml", "titolo: Orti del rione #uno\n"), ("programma.yaml", "titolo: Piano: uno\n"),
        ("raccolte/prova.md", "---\ntitolo: Orti: una raccolta\n---\n"),
        ("tabelle/prova.yaml", "colonne:\n  Titolo: !titolo\n"),
    ])
    func `marks are told in whatever YAML people write`(path: String, text: String) throws {
        let base = try TemporaryBase()
        try base.write(text, to: path)
        try base.write("Titolo\n", to: "tabelle/prova.csv")
        withExtendedLifetime(base) {
            let diagnostics =
                Corpus.load(base.folder, today: PartialDate(year: 2026, month: 11, day: 24)!).diagnostics
                + CollectionFiles(in: base.folder).diagnostics
                + Programme.read(base.folder).diagnostics
            #expect(diagnostics.contains { $0.code == .yamlMark && $0.path == path }, "\(diagnostics)")
        }
    }

    @Test func `a repeated field costs only its repetition`() throws {
        let (record, diagnostics) = parse("---\ntitolo: Uno\ntemi: [a]\ntitolo: Due\n---\n")
        #expect(text(record?.fields.first?.value) == "Uno")
        #expect(record?.fields.map(\.key) == ["titolo", "temi"])
        #expect(diagnostics.map(\.code) == [.repeatedField])
        #expect(diagnostics.first?.place == TextPlace(line: 4, column: 1))
    }

    @Test(arguments: [
        String(repeating: "[", count: 50_000), String(repeating: "{a: ", count: 5_000),
        String(repeating: "- ", count: 50_000),
        String(repeating: "? ", count: 50_000), "a: &a [x]\nb: [*a, *a, *a]\nc: " + String(repeating: "*a ", count: 50),
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]", "\u{1}\u{2}: x", "%YAML 9.9",
        "!!python/object:os.system x",
    ])
    func `hostile headers are refused or read, and never crash`(header: String) {
        _ = parse("---\n\(header)\n---\n")
    }

    @Test(arguments: ["", "---", "---\n", "---\n---", "testo", "---\ntitolo: x", "\n\n---\n---\n", "----\n"])
    func `without a header there is a diagnostic or an empty record`(text: String) {
        let (record, diagnostics) = parse(text)
        #expect((record == nil) == !diagnostics.isEmpty)
    }

    @Test func `stars and brackets within quotes are text, however many`() {
        let text = String(repeating: "[{ *uno & due ", count: 50)
        let record = Record.parse(Array("---\ntitolo: \"\(text)\"\ntipo: idea\n---\n".utf8), path: "schede/x.md")
        #expect(record.record?.fields.count == 2 && record.diagnostics == [])
    }

    @Test(arguments: ["y: il \"x\n", "y: \"\"\n", ""])
    func `a header that unfolds to millions of values is refused at once`(first: String) {
        var lines = ["a0: &a0 [x, x, x]"]
        for number in 1...8 {
            lines.append("a\(number): &a\(number) [\((0..<9).map { _ in "*a\(number - 1)" }.joined(separator: ", "))]")
        }
        let text = "---\n" + first + lines.joined(separator: "\n") + "\n? *a8\n: x\n---\n"
        let (record, diagnostics) = Record.parse(Array(text.utf8), path: "schede/x.md")
        #expect(record == nil && diagnostics.map(\.code) == [.malformedHeader])
    }
}
