import PraticarioCorpus
import TestSupport
import Testing
import PraticarioSystem

/// Tables as people save them, and as we write them.
@Suite struct CSVTextTests {
    private func read(_ text: String) -> (text: CSVText, diagnostics: [Diagnostic]) {
        CSVText.read(Array(text.utf8), path: "tabelle/prova.csv")
    }

    private func cells(_ text: String) -> [[String]] { read(text).text.rows.map(\.cells) }

    // MARK: encodings and line ends

    private static let accents = "Titolo;Nota\nCittà;5 € – “sì”\n"

    private static let saved: [[UInt8]] = [
        Array(accents.utf8), Array("\u{FEFF}\(accents)".utf8),
        Array("\u{FEFF}\(accents)".utf16).flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] },
        Array("\u{FEFF}\(accents)".utf16).flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] },
        Array("Titolo;Nota\nCitt".utf8) + [0xE0] + Array(";5 ".utf8) + [
            0x80, 0x20, 0x96, 0x20, 0x93, 0x73, 0xEC, 0x94,
        ],
    ]

    @Test(arguments: saved)
    func `every encoding in which tables are saved is read without a word`(bytes: [UInt8]) {
        let (text, diagnostics) = CSVText.read(bytes, path: "x.csv")
        #expect(text.rows.map(\.cells) == [["Titolo", "Nota"], ["Città", "5 € – “sì”"]])
        #expect(diagnostics.isEmpty)
    }

    @Test func `bytes that no encoding explains are reported once, at the first`() {
        let bytes = Array("a;b\nx;y\nx;z".utf8) + [0x81, 0x8D] + Array("\n".utf8) + [0x9D] + Array(";y\n".utf8)
        let (text, diagnostics) = CSVText.read(bytes, path: "x.csv")
        #expect(text.rows[2].cells == ["x", "z\u{FFFD}\u{FFFD}"])
        #expect(diagnostics.map(\.code) == [.invalidEncoding])
        #expect(diagnostics.first?.place == TextPlace(row: 3, column: 2))
    }

    @Test func `a U+FFFD that somebody wrote is a character like any other`() {
        #expect(read("a;b\n\u{FFFD};x\n").diagnostics.isEmpty)
        #expect(CSVText.read([0xFF, 0xFE, 0xFD, 0xFF], path: "x.csv").diagnostics.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [true, false])
    func `line ends do not matter, nor whether the last line has one`(lineEnd: String, closed: Bool) {
        let text = ["a;b", "\"1\(lineEnd)2\";3", "4;5"].joined(separator: lineEnd) + (closed ? lineEnd : "")
        let rows = read(text).text.rows
        #expect(rows.map(\.cells) == [["a", "b"], ["1\(lineEnd)2", "3"], ["4", "5"]])
        #expect(rows.map(\.number) == [1, 2, 3])
        #expect(rows.map(\.line) == [1, 2, 4])
    }

    @Test func `control characters and other line separators of Unicode stay in their cells`() {
        #expect(cells("a;b\n\u{0}x;\u{1B}[31m\u{2028}\u{B}\u{85}\n")[1] == ["\u{0}x", "\u{1B}[31m\u{2028}\u{B}\u{85}"])
    }

    // MARK: separators

    @Test(arguments: [
        ("Titolo;Tipo\nOrto;idea\n", ";"), ("Titolo,Tipo\nOrto,idea\n", ","), ("Titolo\tTipo\nOrto\tidea\n", "\t"),
        // Separators of another kind in the texts, in the header, in quotes, in every row.
        ("Titolo;Testo\nOrto;erbe, fiori, frutta\nRugby;a, b\n", ";"),
        ("Titolo;Luogo (comune, provincia);Tipo\nOrto;Roma, RM;idea\nRugby;Lecce;idea\n", ";"),
        ("Titolo,Temi,Tipo\nOrto,sport; scuola,idea\nRugby,sport; carcere,idea\n", ","),
        ("Titolo,Temi\n\"a; b; c\",x\n\"d; e; f\",y\n", ","), ("\"Titolo; lungo\"\t\"Tipo, o altro\"\na\tb\n", "\t"),
        ("Titolo, breve;Tipo\na, b, c;d\na, b, c, d;e\n", ";"), ("a,b,c (x; y)\n1,2,3; 4\n", ","),
        ("a;b;c;d;e\nx, y;1\nx, y;1;2\nx, y;1;2;3\n", ";"),
        // Rows of unequal length; a line above the header.
        ("a;b;c;d\n1\n1;2\n1;x, y\n1;2;x, y\n", ";"), ("Elenco 2023, bozza\na;b\n1;2\n3;4\n", ";"),
        // Nothing to decide by, or as much for both.
        ("", ";"), ("Titolo\nOrto\n", ";"), ("a,b;c\nd,e;f\n", ";"),
        // The line that Excel heeds.
        ("sep=,\na;b;c,d\n1;2;3,4\n", ","), ("SEP=\t\r\na;b\n", "\t"), ("\"sep=|\"\na|b;c\n", "|"),
        ("sep=", ";"), ("sep=x\na,b\n", ","), ("sep=;;\na,b\nc,d\n", ","),
    ])
    func `the separator is the one that cuts the records alike`(text: String, separator: Character) {
        #expect(read(text).text.separator == separator)
    }

    @Test func `only the first twenty records decide on the separator`() {
        let text = String(repeating: "a;b\n", count: 20) + String(repeating: "a,b,c\n", count: 100)
        #expect(read(text).text.separator == ";")
    }

    @Test func `the line sep= is no row, but a line`() {
        let rows = read("sep=,\r\na,b\r\n1,2\r\n").text.rows
        #expect(rows.map(\.cells) == [["a", "b"], ["1", "2"]])
        #expect(rows.map(\.number) == [1, 2])
        #expect(rows.map(\.line) == [2, 3])
    }

    // MARK: cells

    @Test(
        arguments: [
            ("1;2", ["1", "2"]), (";", nil), ("1;", ["1", ""]), (";2", ["", "2"]), ("1", ["1"]),
            (" 1 ; 2\u{A0}", [" 1 ", " 2\u{A0}"]), ("NA;058091", ["NA", "058091"]), ("\"1\";\"2\"", ["1", "2"]),
            ("\"1;2\";3", ["1;2", "3"]), ("\"1\n\n2\";3", ["1\n\n2", "3"]), ("\"\";2", ["", "2"]), ("\"\"", nil),
            ("\" 1 \"  ;2", [" 1 ", "2"]), ("\"dice \"\"sì\"\"\";2", ["dice \"sì\"", "2"]),
            ("\"\"\"\";2", ["\"", "2"]),
            ("\"\"\"1\"\"\";2", ["\"1\"", "2"]), ("TV 32\";2", ["TV 32\"", "2"]),
            ("l'\"Orto\";2", ["l'\"Orto\"", "2"]),
            (" \"1\";2", [" \"1\"", "2"]), ("\"1\u{301}\";\u{301}2", ["1\u{301}", "\u{301}2"]), (" ; \t\u{A0}", nil),
        ] as [(String, [String]?)])
    func `a row is read as it is written`(row: String, cells: [String]?) {
        let (text, diagnostics) = read("a;b\n\(row)\n")
        #expect(text.rows.dropFirst().map(\.cells) == (cells.map { [$0] } ?? []))
        #expect(diagnostics.isEmpty)
    }

    @Test func `empty lines and rows count, and are not there`() {
        let rows = read("\n;\na;b\n\n1;\"2\n2\"\n;;;\n\n3;4").text.rows
        #expect(rows.map(\.cells) == [["a", "b"], ["1", "2\n2"], ["3", "4"]])
        #expect(rows.map(\.number) == [3, 5, 8])
        #expect(rows.map(\.line) == [3, 5, 9])
    }

    // MARK: mistakes

    @Test(
        arguments: [
            // Text after a closing quote.
            ("a;b\n1;\"2\"due\n3;4\n", [["1", "\"2\"due"], ["3", "4"]], [TextPlace(row: 2, column: 2)]),
            (
                "a;b\n\"x;y\" e \"z\";2\n3;4\n", [["\"x;y\" e \"z\"", "2"], ["3", "4"]], [TextPlace(row: 2, column: 1)]
            ),
            (
                "a;b\n\"1\"x;\"2\"y\n", [["\"1\"x", "\"2\"y"]],
                [TextPlace(row: 2, column: 1), TextPlace(row: 2, column: 2)]
            ),
            // A quote that is never closed, or closed by what opens another cell or another record.
            ("a;b\n\"1;2\n3;4\n", [["\"1", "2"], ["3", "4"]], [TextPlace(row: 2, column: 1)]),
            ("a;b\n1;2\n3;\"", [["1", "2"], ["3", "\""]], [TextPlace(row: 3, column: 2)]),
            ("a;b\n\"1;\"2\"\n3;4\n", [["\"1", "2"], ["3", "4"]], [TextPlace(row: 2, column: 1)]),
            ("a;b\n\"1;2\n\"3\";4\n", [["\"1", "2"], ["3", "4"]], [TextPlace(row: 2, column: 1)]),
            (
                "a;b\n1;\"2\n3;\"4\n5;6\n", [["1", "\"2"], ["3", "\"4"], ["5", "6"]],
                [TextPlace(row: 2, column: 2), TextPlace(row: 3, column: 2)]
            ),
            ("a;b\n\"1;\"\"\n\"3\n4\";5\n", [["\"1", ""], ["3\n4", "5"]], [TextPlace(row: 2, column: 1)]),
            // More cells than the header has names.
            ("a;b\n1;2;3;4\n", [["1", "2", "3", "4"]], [TextPlace(row: 2, column: 3)]),
            ("a;b\n1;2; ;\n", [["1", "2", " ", ""]], []),
            ("a;b;;\n1;2;3\n", [["1", "2", "3"]], [TextPlace(row: 2, column: 3)]),
            ("a;;b\n1;2;3\n", [["1", "2", "3"]], []),
            // One mistake, one message.
            ("a;b\n\"1;2;3\n", [["\"1", "2", "3"]], [TextPlace(row: 2, column: 1)]),
        ] as [(String, [[String]], [TextPlace])])
    func `a mistake costs no other row and is told at its cell`(text: String, rows: [[String]], places: [TextPlace]) {
        let (table, diagnostics) = read(text)
        #expect(table.rows.dropFirst().map(\.cells) == rows)
        #expect(diagnostics.map(\.place) == places)
        #expect(diagnostics.allSatisfy { $0.code == .malformedTable && $0.path == "tabelle/prova.csv" })
    }

    @Test func `a quote that a far one seems to close does not swallow the records between`() {
        let text = "a;b;c\n\"1;2;3\n4;5;6\n7;8;9\nTV 32\";x;y\n"
        let (table, diagnostics) = read(text)
        #expect(table.rows.map(\.cells.count) == [3, 3, 3, 3, 3])
        #expect(table.rows.last?.cells == ["TV 32\"", "x", "y"])
        #expect(diagnostics.map(\.place) == [TextPlace(row: 2, column: 1)])
    }

    @Test(arguments: [(900, 0), (1_100, 1)])
    func `a cell may be long, but not endless`(lines: Int, mistakes: Int) {
        let (table, diagnostics) = read("a;b\n\"" + String(repeating: "riga\n", count: lines) + "\";2\n3;4\n")
        #expect(diagnostics.count { $0.place?.line == 2 } == mistakes)
        #expect(table.rows.last?.cells == ["3", "4"])
        #expect(mistakes == 1 || table.rows.count == 3)
    }

    @Test func `a mistake shows its heading and its cell`() {
        let diagnostic = read("Titolo;Tipo\nOrto;\"idea\n").diagnostics.first
        #expect(diagnostic?.excerpt == "Tipo: \"idea")
        #expect(diagnostic?.message.it.hasPrefix("la virgoletta aperta qui non è mai chiusa: ") == true)
        #expect(diagnostic?.severity == .error)
        #expect(read("Titolo;\"Tipo\n").diagnostics.first?.excerpt == "\"Tipo")
    }

    // MARK: hostile tables

    @Test(arguments: [
        ("\"a;b", "\n", 100_001, 100_000), ("a;\"b", "\n", 100_001, 100_000), ("\"\"\"", "\r", 50_001, 0),
        ("\"a\"\"b", "\r\n", 100_001, 100_000), ("\"a;", "", 2, 100_000), ("\"\"a;", "", 2, 100_000),
        ("\"", "", 2, 0), ("\"\n", "", 1, 0), ("\"a", "", 2, 1), (";", "", 1, 0), ("\n", "", 1, 0),
    ])
    func `an open quote a hundred thousand times over is read in one pass`(
        piece: String, lineEnd: String, rows: Int, mistakes: Int
    ) {
        let text = "x;y;z\n" + String(repeating: piece + lineEnd, count: 100_000)
        let (table, diagnostics) = read(text)
        #expect(table.rows.count == rows)
        // Of a hundred thousand nobody reads more than some, and how many there are.
        #expect(diagnostics.count == min(mistakes, 101))
    }

    @Test(arguments: 0..<300)
    func `any text is read, and loses nothing but quotes, spaces and separators`(seed: Int) {
        var random = SeededGenerator(seed)
        let pieces = ["\"", "\"\"", ";", ",", "\t", "\n", "\r", "\r\n", " ", "a", "è", "sep=", "\u{0}", "\u{FEFF}"]
        let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in random.pick(pieces) }.joined()
        let table = read("x" + text).text
        let dropped = Set("\";,\t\n\r ".unicodeScalars)
        func kept(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { !dropped.contains($0) } }
        #expect(kept(table.rows.flatMap(\.cells).joined()) == kept("x" + text))
        #expect(zip(table.rows, table.rows.dropFirst()).allSatisfy { $0.number < $1.number && $0.line < $1.line })
    }

    // MARK: writing

    private static let hostile = [
        "\"", "\"\"", ";", ",", "\t", "\n", "\r", "\r\n", " ", "'", "=", "+39", "-5", "@", "058091", "NA", "è",
        "e\u{301}",
        "\u{301}", "👩‍👩‍👧", "\u{0}", "\u{1B}[31m", "\u{FEFF}", "\u{FFFD}", "\u{2028}", "\u{A0}", "sep=", "orto", "#", "\\",
    ]

    @Test(arguments: 0..<300)
    func `what is written for programs is read back as it was`(seed: Int) {
        var random = SeededGenerator(seed)
        func cell() -> String {
            (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(Self.hostile) }.joined()
        }
        let columns = Int.random(in: 2...6, using: &random)
        let header = (1...columns).map { "Colonna \($0)" }
        let rows = (0..<Int.random(in: 0...30, using: &random)).map { _ in ["x"] + (2...columns).map { _ in cell() } }
        let writer = CSVWriter(.rfc4180)
        let text = writer.preamble + ([header] + rows).map(writer.line).joined()
        let (table, diagnostics) = read(text)
        // Compared by scalars: `==` of strings takes é and e with an accent for the same.
        let scalars = { (cells: [String]) in cells.map { Array($0.unicodeScalars) } }
        #expect(table.rows.map(\.cells).map(scalars) == ([header] + rows).map(scalars))
        #expect(diagnostics.isEmpty)
        #expect(table.separator == ",")
    }

    @Test(arguments: [
        ("orto", "orto", "orto"), ("", "", ""), ("058091", "\"058091\"", "\"058091\""), ("0", "0", "0"),
        ("1.200,50", "\"1.200,50\"", "\"1.200,50\""),
        ("a;b", "\"a;b\"", "\"a;b\""), ("dice \"sì\"", "\"dice \"\"sì\"\"\"", "\"dice \"\"sì\"\"\""),
        ("a\nb", "\"a\nb\"", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\"", "\"a\r\nb\""), (" a", "\" a\"", "\" a\""),
        ("a ", "\"a \"", "\"a \""), ("=1+1", "'=1+1", "=1+1"), ("+39 06", "'+39 06", "+39 06"), ("-5", "'-5", "-5"),
        ("@SUM(A1)", "'@SUM(A1)", "@SUM(A1)"), ("\t=1", "\"'\t=1\"", "\"\t=1\""), ("\r=1", "\"'\r=1\"", "\"\r=1\""),
        ("\n=1", "\"'\n=1\"", "\"\n=1\""), ("\u{0}=1", "'\u{0}=1", "\u{0}=1"), ("＝1", "'＝1", "＝1"), ("＋1", "'＋1", "＋1"),
        ("－1", "'－1", "－1"), ("＠a", "'＠a", "＠a"), ("=\u{301}1", "'=\u{301}1", "=\u{301}1"), ("1=1", "1=1", "1=1"),
        ("=\"a\"", "\"'=\"\"a\"\"\"", "\"=\"\"a\"\"\""), ("'a", "'a", "'a"),
    ])
    func `formulas are made harmless for people and stay for programs`(cell: String, excel: String, rfc4180: String) {
        let written = { (dialect: CSVDialect) in Array(CSVWriter(dialect).line(["x", cell]).unicodeScalars) }
        #expect(written(.excel) == Array("x;\(excel)\r\n".unicodeScalars))
        #expect(written(.rfc4180) == Array("x,\(rfc4180)\r\n".unicodeScalars))
    }

    @Test func `only Excel gets a byte order mark, and a row of one empty cell is not an empty line`() {
        #expect(CSVDialect.allCases.map { CSVWriter($0).preamble } == ["\u{FEFF}", ""])
        #expect(CSVDialect.allCases.map { CSVWriter($0).line([""]) } == ["\"\"\r\n", "\"\"\r\n"])
    }

    @Test func `what is written for Excel is read back with its separator and its accents`() {
        let writer = CSVWriter(.excel)
        let rows = [["Titolo", "Nota"], ["Città", "uno, due; \"tre\"\nquattro"]]
        let (table, diagnostics) = read(writer.preamble + rows.map(writer.line).joined())
        #expect(table.rows.map(\.cells) == rows)
        #expect(table.separator == ";" && diagnostics.isEmpty)
    }
}
