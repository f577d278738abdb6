import Foundation
import PraticarioCorpus
import Testing

@testable import PraticarioPublishing
import PraticarioSystem
import PraticarioWorkbooks

@Suite struct FormWorkbookTests {
    private static let themes = (1...300).map { "tema numero \($0), con una virgola" }

    private static func form(_ columns: [FormWorkbook.Column], form: String = "Schede") -> FormWorkbook {
        FormWorkbook(
            title: "Modulo", columns: columns, instructions: ["Una riga per ogni pratica."],
            sheetNames: (form: form, lists: "Elenchi", help: "Istruzioni"))
    }

    private static let columns: [FormWorkbook.Column] = [
        .init(heading: "Titolo", explanation: "Come la chiamate.", isRequired: true, width: 40),
        .init(heading: "Stato", explanation: "A che punto è.", choices: ["attiva", "conclusa"]),
        .init(heading: "Tema 1", explanation: "Il principale.", choices: themes, isRequired: true),
        .init(heading: "Tema 2", explanation: "Un altro.", choices: themes),
    ]

    @Test func `the first sheet has its headings in row 1 and nothing below`() throws {
        let file = try Folder().written(Self.form(Self.columns))
        #expect(file.sheets.map(\.name) == ["Schede", "Istruzioni", "Elenchi"])
        #expect(file.sheets[0].cells == ["A1": "Titolo *", "B1": "Stato", "C1": "Tema 1 *", "D1": "Tema 2"])
        #expect(file.sheets[0].firstUnfrozen == "A2")
    }

    @Test func `a required column says so in words too`() throws {
        let file = try Folder().written(Self.form(Self.columns))
        #expect(file.notes["A1"] == "Obbligatorio. Come la chiamate.")
        #expect(file.notes["B1"] == "A che punto è.")
        #expect(file.sheets[0].rules.map(\.message) == ["A1", "B1", "C1", "D1"].map { file.notes[$0] })
        #expect(file.sheets[1].cells.values.contains("Obbligatorio. Come la chiamate."))
    }

    @Test func `choices are offered from cells, and other words may be typed`() throws {
        let file = try Folder().written(Self.form(Self.columns))
        #expect(file.sheets[0].rules.map(\.cells) == ["A2:A501", "B2:B501", "C2:C501", "D2:D501"])
        let lists = ["", "'Elenchi'!$A$2:$A$3", "'Elenchi'!$B$2:$B$301", "'Elenchi'!$B$2:$B$301"]
        #expect(file.sheets[0].rules.map(\.list) == lists)
        #expect(file.sheets[0].rules.allSatisfy { $0.list.isEmpty || $0.onError == "warning" })
        let cells = file.sheets[2].cells
        #expect(cells["A1"] == "Stato" && cells["A2"] == "attiva" && cells["A3"] == "conclusa")
        #expect(cells["B1"] == "Tema 1, Tema 2" && cells["B301"] == Self.themes[299])
    }

    @Test func `the help explains every column and leads to it`() throws {
        let help = try Folder().written(Self.form(Self.columns)).sheets[1]
        #expect(help.cells["A1"] == "Modulo" && help.cells["B2"] == "Una riga per ogni pratica.")
        #expect(help.cells["A6"] == "Stato" && help.cells["B6"] == "A che punto è.")
        #expect(help.cells["C6"] == "attiva; conclusa" && help.cells["C7"] == "300 voci, nel foglio Elenchi")
        #expect(help.links["A6"] == "#'Schede'!B1" && help.links["C7"] == "#'Elenchi'!B1")
    }

    @Test func `hostile text stays text`() throws {
        let hostile = [
            "=1+1", "+39 06 1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "<b>&amp;</b>", "👩‍👩‍👧 e\u{301}", "مرحبا",
            "_x0041_", "  spazi  ", "'", "due\nrighe",
        ]
        let broken = "a\u{0}b\u{1}c\u{7F}d\u{FFFF}e\r\nf"
        let long = String(repeating: "lungo ", count: 7_000)
        let file = try Folder().written(
            Self.form(
                (hostile + [broken, long]).map { .init(heading: $0, explanation: $0, choices: [$0], width: .nan) }))
        #expect(file.malformed == [])
        #expect(file.formulas == 0)
        let headings = file.sheets[0].cells
        for (number, text) in hostile.enumerated() {
            let column = CellRange.columnName(number)
            #expect(headings[column + "1"] == text)
            #expect(file.sheets[2].cells[column + "2"] == text)
            #expect(file.notes[column + "1"] == text)
            #expect(file.sheets[0].rules[number].message == text)
        }
        #expect(headings["L1"] == "a b c d e\nf")
        let cut = try #require(headings["M1"])
        #expect(cut.utf16.count == 32_767 && cut.hasSuffix("lungo lun […]"))
        #expect(file.sheets[0].rules[12].message?.utf16.count == 255)
    }

    @Test func `a form without lists has no sheet of lists, and one without columns is still a file`() throws {
        let plain = try Folder().written(Self.form([.init(heading: "Titolo", explanation: "")]))
        #expect(plain.sheets.map(\.name) == ["Schede", "Istruzioni"])
        #expect(plain.sheets[0].rules.isEmpty && plain.notes.isEmpty)
        #expect(try Folder().written(Self.form([])).malformed == [])
    }

    @Test func `a form in English speaks English`() throws {
        let form = FormWorkbook(
            title: "Form", columns: [.init(heading: "Title", explanation: "Its name.", isRequired: true)],
            instructions: [], sheetNames: (form: "Sheets", lists: "Lists", help: "Help"), language: .english)
        let file = try Folder().written(form)
        #expect(file.notes["A1"] == "Required. Its name.")
        #expect(file.sheets[1].cells["B3"] == "What to write")
    }

    @Test func `a write that fails leaves nothing and spoils nothing`() throws {
        let folder = try Folder()
        let missing = folder.path + "/manca/modulo.xlsx"
        let problem = #expect(throws: FileProblem.self) { try Self.form(Self.columns).write(to: missing) }
        #expect(problem?.path == missing)
        #expect(folder.names == [])

        try Files.write(Array("vecchio".utf8), to: folder.path + "/modulo.xlsx")
        for name in ["", "a/b", "Elenchi", "Istruzioni", String(repeating: "n", count: 32), "'"] {
            #expect(throws: FileProblem.self, "\(name)") {
                try Self.form(Self.columns, form: name).write(to: folder.path + "/modulo.xlsx")
            }
        }
        #expect(throws: FileProblem.self) { try Self.form(Self.columns).write(to: folder.path) }
        #expect(try Files.read(folder.path + "/modulo.xlsx") == Array("vecchio".utf8))
        #expect(folder.names == ["modulo.xlsx"])
    }
}

@Suite struct WorkbookTests {
    @Test func `a workbook that is not closed leaves no file`() throws {
        let folder = try Folder()
        do {
            let workbook = try Workbook(folder.path + "/a.xlsx", title: "")
            try workbook.addWorksheet("Uno").write("testo", row: 0, column: 0)
        }
        #expect(folder.names == [])
    }

    @Test func `tables can be filtered`() throws {
        let file = try Folder().written { sheet in
            try sheet.write("Titolo", row: 0, column: 0, style: .heading)
            try sheet.filter(CellRange(rows: 0...9, columns: 0...27))
        }
        #expect(file.sheets[0].filter == "A1:AB10")
    }

    @Test func `only cells of the grid can be written`() throws {
        for (row, column) in [(-1, 16_384), (1_048_576, 0), (0, 70_000), (.max, 0)] {
            #expect(throws: FileProblem.self) {
                _ = try Folder().written { sheet in try sheet.write("a", row: row, column: column) }
            }
        }
    }

    @Test func `an address becomes a link where it is one, and the text stays`() throws {
        let cases = [
            ("https://www.example.org/a?b=c&d=%20e#f", "https://www.example.org/a?b=c&d=%20e#f"),
            ("HTTP://example.org/città \"x\"", "http://example.org/citt%C3%A0%20%22x%22"),
            ("mailto:info@example.org", "mailto:info@example.org"),
            ("https://example.org/external:a/internal:b", "https://example.org/external%3Aa/internal%3Ab"),
            ("https://example.org/100%", "https://example.org/100%25"),
            ("javascript:alert(1)", nil), ("file:///etc/passwd", nil), ("internal:Sheet!A1", nil), ("=1+1", nil),
            ("", nil), ("https://example.org/" + String(repeating: "a", count: 2_000), nil),
        ]
        let file = try Folder().written { sheet in
            for (row, (address, _)) in cases.enumerated() {
                try sheet.write("Fonte: \(address)", row: row, column: 1, link: .web(address))
            }
        }
        #expect(file.malformed == [])
        for (row, (address, target)) in cases.enumerated() {
            #expect(file.sheets[0].links["B\(row + 1)"] == target)
            #expect(file.sheets[0].cells["B\(row + 1)"] == "Fonte: \(address)")
        }
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcdefghij", 10, "abcdefghij"), ("abcdefghijk", 10, "abcdef […]"),
        ("👍👍👍👍👍👍", 10, "👍👍👍 […]"), ("a\u{85}b\rc\r\nd\u{2028}e", 20, "a\nb\nc\nd\ne"),
        ("_x000D_", 20, "_x005F_x000D_"), ("_x0041_x0042_", 40, "_x005F_x0041_x005F_x0042_"), ("_xy", 20, "_xy"),
    ])
    func `text is fitted to its cell`(text: String, limit: Int, fitted: String) {
        #expect(CellText.fitted(text, to: limit) == fitted)
    }
}

/// A folder of its own for each test.
private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()

    init() throws {
        try Files.makeFolder(path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var names: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    }

    func written(_ form: FormWorkbook) throws -> SpreadsheetFile {
        try form.write(to: path + "/modulo.xlsx")
        return try SpreadsheetFile(path + "/modulo.xlsx")
    }

    func written(_ fill: (Worksheet) throws -> Void) throws -> SpreadsheetFile {
        let workbook = try Workbook(path + "/foglio.xlsx", title: "Foglio")
        try fill(workbook.addWorksheet("Uno"))
        try workbook.close()
        return try SpreadsheetFile(path + "/foglio.xlsx")
    }
}

/// What another program reads in a spreadsheet.
private struct SpreadsheetFile: Decodable {
    struct Rule: Decodable {
        var cells: String
        var list: String
        var onError: String
        var message: String?
    }

    struct Sheet: Decodable {
        var name: String
        var cells: [String: String]
        var firstUnfrozen: String?
        var filter: String?
        var rules: [Rule]
        var links: [String: String]
    }

    /// Parts that are not XML.
    var malformed: [String]
    var formulas: Int
    var notes: [String: String]
    var sheets: [Sheet]

    init(_ path: String) throws {
        self = try Python.read(path, by: Self.reader)
    }

    private static let reader = #"""
        import json, re, sys, zipfile
        import xml.etree.ElementTree as ET

        book = zipfile.ZipFile(sys.argv[1])
        assert book.testzip() is None
        S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
        parts, malformed = {}, []
        for name in book.namelist():
            try:
                parts[name] = ET.fromstring(book.read(name))
            except ET.ParseError:
                malformed.append(name)

        def plain(text):
            return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text or "")

        def text(element):
            return plain("".join(part.text or "" for part in element.iter(S + "t")))

        strings = [text(item) for item in parts["xl/sharedStrings.xml"]] if "xl/sharedStrings.xml" in parts else []
        names = [sheet.get("name") for sheet in parts["xl/workbook.xml"].iter(S + "sheet")]
        sheets = []
        for number, name in enumerate(names, 1):
            sheet = parts[f"xl/worksheets/sheet{number}.xml"]
            relations = parts.get(f"xl/worksheets/_rels/sheet{number}.xml.rels", [])
            targets = {relation.get("Id"): relation.get("Target") for relation in relations}
            cells = {}
            for cell in sheet.iter(S + "c"):
                value = cell.find(S + "v")
                if value is not None:
                    assert cell.get("t") == "s"
                    cells[cell.get("r")] = strings[int(value.text)]
            pane = sheet.find(f".//{S}pane")
            filter = sheet.find(S + "autoFilter")
            links = {}
            for link in sheet.iter(S + "hyperlink"):
                place = link.get("location")
                links[link.get("ref")] = targets.get(link.get(R + "id"), "") + ("#" + place if place else "")
            sheets.append({
                "name": name, "cells": cells, "links": links,
                "firstUnfrozen": pane.get("topLeftCell") if pane is not None else None,
                "filter": filter.get("ref") if filter is not None else None,
                "rules": [{
                    "cells": rule.get("sqref"), "list": rule.findtext(S + "formula1", ""),
                    "onError": rule.get("errorStyle"), "message": plain(rule.get("prompt")),
                } for rule in sheet.iter(S + "dataValidation")],
            })
        comments = parts.get("xl/comments1.xml", ET.Element("none"))
        json.dump({
            "malformed": malformed, "sheets": sheets,
            "formulas": sum(len(list(part.iter(S + "f"))) for part in parts.values()),
            "notes": {comment.get("ref"): text(comment) for comment in comments.iter(S + "comment")},
        }, sys.stdout)
        """#
}
