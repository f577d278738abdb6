import PraticarioCorpus
import Testing
import PraticarioSystem

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
        ("titolo: Sport: una cosa", TextPlace(line: 2, column: 14), "virgolette"),
        ("titolo: @nome", TextPlace(line: 2, column: 9), "comincia con @"),
        ("titolo: \"aperta", TextPlace(line: 2, column: 16), ""),
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
