import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Files that nobody means to write cost themselves, and no more time than their length is worth.
@Suite struct HostileTextTests {
    private static let header = "---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n"

    private func parse(_ body: String, header: String = header) -> ParsedFile {
        ParsedFile(Array((header + body).utf8), path: "schede/x.md", SmallWorld.vocabularies)
    }

    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    /// Each input at a size, to be tried at twice the size.
    private static let excessive: [(name: String, make: @Sendable (Int) -> String)] = [
        ("quotations", { times($0, ">") + " a" }),
        ("lists", { times($0, "- ") + "a" }),
        ("numbered lists", { times($0, "1. ") + "a" }),
        ("quotations and lists", { times($0, "> - ") + "# Note interne" }),
        ("headings", { times($0, "# a\n") }),
        ("stars", { times($0, "*") + "a" + times($0, "*") }),
        ("brackets", { times($0, "[") }),
        ("references", { "[a]: /" + times($0, "x") + "\n\n" + times($0, "[a]\n\n") }),
        ("cells", { times($0 / 40, "|a") + "|\n" + times($0 / 40, "|-") + "|\n" + times($0 / 10, "|x|\n") }),
    ]

    @Test(arguments: excessive.indices, [1, 2])
    func `a text beyond what people write costs itself, with its line, and leaves the fields`(index: Int, times: Int) {
        let parsed = parse(Self.excessive[index].make(20_001 * times))
        #expect(parsed.diagnostics.map(\.code) == [.unreadableText])
        #expect((parsed.diagnostics.first?.place?.line ?? 0) >= 7)
        #expect(parsed.sheets.map(\.title) == ["Orto"])
        #expect(parsed.sheets.allSatisfy { $0.body.isEmpty && $0.sections.isEmpty && $0.isIncomplete })
    }

    @Test func `what people write stays within the limits`() {
        let body = """
            > Una citazione
            > > dentro un'altra

            1. uno
               - due
                 - tre
            ***
            [a]: https://esempio.it/pagina "Titolo"

            """
        #expect(parse(body + Self.times(300, "Vedi [a], *molto* importante.\n\n")).diagnostics.isEmpty)
    }

    /// Runs of what looks like personal data and is none: each `@`, each digit was once a new beginning.
    private static let data = [
        "1", "3", "338.12", "333 ", "a", "a.", "a@", "x@a-", "RSSMRA80A01H50", "IT60X0542811101000000", "@",
        "3331234567a",
    ]

    @Test(.timeLimit(.minutes(1)), arguments: data)
    func `checks for personal data take time in proportion to the text`(piece: String) {
        for bytes in [250_000, 500_000] {
            let text = Self.times(bytes / piece.utf8.count, piece)
            let clock = ContinuousClock()
            let time = clock.measure { _ = parse(text) }
            #expect(time < .seconds(10))
        }
    }

    @Test func `a sheet full of unknown names is told as far as anybody reads, with a count of the rest`() {
        let names = (0..<5_000).map { "parola\($0)" }.joined(separator: ", ")
        let header = "---\ntitolo: Orto\ntipo: idea\ntemi: [\(names)]\nterritori: [Roma]\n---\n"
        let diagnostics = parse("", header: header).diagnostics
        #expect(diagnostics.count { $0.code == .unknownTheme } == 100)
        #expect(diagnostics.last?.code == .moreProblems)
        #expect(diagnostics.last?.message.it.contains("4900") == true)
    }

    @Test func `so is a table, and its rows stay incomplete beyond what is told`() {
        let rows = (0..<1_500).map { "riga \($0);idea;sport;boh\($0)\n" }.joined()
        let map = "colonne: {Titolo: titolo, Tipo: tipo, Temi: temi, Territori: territori}\n"
        let parsed = ParsedFile(
            table: Array(("Titolo;Tipo;Temi;Territori\n" + rows).utf8), map: Array(map.utf8), path: "tabelle/x.csv",
            SmallWorld.vocabularies)
        #expect(parsed.diagnostics.count { $0.code == .unknownTerritory } == 1_000)
        #expect(parsed.diagnostics.last?.code == .moreProblems)
        #expect(parsed.sheets.count == 1_500 && parsed.sheets.allSatisfy(\.isIncomplete))
    }

    private static func numbered(_ count: Int, _ item: (Int) -> String) -> String { (0..<count).map(item).joined() }

    /// Headers full of names: the fields behind title and kind, and what is told of them.
    private static let crowded: [(fields: @Sendable (Int) -> String, code: DiagnosticCode?)] = [
        ({ "temi: [sport]\nterritori: [\(numbered($0) { "luogo\($0), " })]" }, .unknownTerritory),
        ({ "temi: [sport]\nterritori: [\(numbered($0) { _ in "Roma, " })]" }, nil),
        ({ "temi: [sport]\nterritori: [Roma]\n\(numbered($0) { "campo\($0): a\n" })" }, .unknownField),
    ]

    @Test(arguments: crowded.indices, [1, 2])
    func `a header full of names is told in few words, without its long line beneath each`(index: Int, times: Int) {
        let (fields, code) = Self.crowded[index]
        let clock = ContinuousClock()
        let start = clock.now
        let told = parse("", header: "---\ntitolo: Orto\ntipo: idea\n\(fields(4_000 * times))\n---\n").diagnostics
        #expect(clock.now - start < .seconds(10))
        #expect(Set(told.map(\.code)) == (code.map { [$0, .moreProblems] } ?? []))
        #expect(told.count <= 101)
        #expect(told.reduce(0) { $0 + ($1.excerpt?.utf8.count ?? 0) } < 1 << 20)
    }

    @Test func `relations to sheets that are not there are told in few words`() {
        let targets = Self.numbered(4_000) { "scheda-\($0), " }
        let parsed = parse("", header: "---\ncollegate: {simile_a: [\(targets)]}\n" + Self.header.dropFirst(4))
        let checks = CrossChecks(parsed.documents.map(\.outline), today: PartialDate("2026-11-26")!)
        #expect(Set(checks.diagnostics.map(\.code)) == [.danglingReference, .moreProblems])
        #expect(checks.diagnostics.count == 101)
        #expect(checks.diagnostics.reduce(0) { $0 + ($1.excerpt?.utf8.count ?? 0) } < 1 << 20)
    }

    @Test func `links in a text to sheets that are not there are told at their line, as relations are`() {
        let parsed = parse("\nVedi [uno](scheda:x).\n\nE [due](scheda:manca).\n")
        let checks = CrossChecks(parsed.documents.map(\.outline), today: PartialDate("2026-11-26")!)
        #expect(checks.diagnostics.map(\.code) == [.danglingReference])
        #expect(checks.diagnostics.first?.place == TextPlace(line: 10, column: 1))
    }

    @Test(arguments: [("71", "071"), ("58091", "058091"), ("58091 ", "058091")])
    func `a code without its leading zeros is the code`(written: String, code: String) throws {
        let register = SmallWorld.vocabularies.territories
        let position = try #require(register.position(of: code))
        #expect(register.meaning(ofSheetValue: written) == .positions([position]))
    }

    @Test func `an address with a space is told for its space`() {
        let fields = Self.header.dropFirst(4)
        let parsed = parse(
            "", header: "---\nfonti: [{titolo: Sito, url: \"https://esempio.it/anno 2025\"}]\n" + fields)
        #expect(parsed.diagnostics.map(\.code) == [.invalidURL])
        #expect(parsed.diagnostics.first?.message.it.contains("spazio") == true)
    }

    @Test func `a table in a text is read by its cells`() {
        let parsed = parse("## Risultati\n\n| anno | orti |\n|---|---|\n| 2024 | 3 |\n")
        #expect(parsed.sheets.first?.sections.map(\.text) == ["anno orti\n2024 3"])
    }
}
