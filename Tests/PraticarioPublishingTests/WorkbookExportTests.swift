import Foundation
import PraticarioCorpus
import PraticarioSearch
import Testing

@testable import PraticarioPublishing
import PraticarioWorkbooks
import PraticarioSystem

@Suite struct WorkbookExportTests {
    private static func written(
        _ choice: Choice, _ edition: Edition = HostileSheets.edition()
    ) throws -> ReadWorkbook {
        let folder = try Folder()
        try WorkbookExport(choice, edition).write(to: folder.path + "/schede.xlsx")
        #expect(folder.names == ["schede.xlsx"])
        return try ReadWorkbook(folder.path + "/schede.xlsx")
    }

    @Test func `another program reads every text that went in`() throws {
        let choice = HostileSheets.choice(notes: true)
        let sheets = try Self.written(choice).sheets
        #expect(sheets.map(\.name) == ["Schede", "Per territorio", "Per tema", "Informazioni"])
        let expected = try HostileSheets.table(choice)
        #expect(sheets[0].rows.map(\.count) == expected.map(\.count))
        for (cell, whole) in zip(sheets[0].rows.joined(), expected.joined()) where whole != HostileSheets.long {
            #expect(cell == whole)
        }
        #expect(Array(sheets[1].rows.dropFirst()) == HostileSheets.territories)
        #expect(Array(sheets[2].rows.dropFirst()) == HostileSheets.themes)
    }

    @Test func `a text that is too long for a cell is cut, and says so`() throws {
        // xlsx2csv keeps only the end of a text as long as this, so the file itself is looked at.
        let longest = try Self.written(HostileSheets.choice()).longestText
        #expect(longest.utf16.count == 32_767 && longest.hasSuffix("lungo lun […]"))
    }

    @Test func `nothing is a formula or a number`() throws {
        let file = try Self.written(HostileSheets.choice())
        #expect(file.malformed == [])
        #expect(file.formulas == 0)
        #expect(file.cellTypes == ["inlineStr"])
    }

    @Test func `tables can be filtered, with headings, id and title in sight`() throws {
        let sheets = try Self.written(HostileSheets.choice()).sheets
        let last = CellRange.columnName(sheets[0].rows[0].count - 1)
        #expect(sheets.map(\.filter) == ["A1:\(last)3", "A1:I7", "A1:F4", nil])
        #expect(sheets.map(\.firstUnfrozen) == ["C2", "C2", "C2", nil])
    }

    @Test func `sites and sources lead to their addresses, where these are of the web`() throws {
        let sheet = try Self.written(HostileSheets.choice()).sheets[0]
        let site = try #require(sheet.rows[0].firstIndex(of: "Sito"))
        let sources = try #require(sheet.rows[0].firstIndex(of: "Indirizzi delle fonti"))
        #expect(
            sheet.links == [
                CellRange.columnName(site) + "2": "https://example.org/citt%C3%A0?a=b&c",
                CellRange.columnName(sources) + "2": "https://example.org/a",
            ])
    }

    @Test func `the last worksheet says what the file is`() throws {
        var choice = HostileSheets.choice()
        choice.query = "tema:sport"
        choice.curator = "Rete di prova"
        choice.licence = "CC-BY-4.0"
        var edition = HostileSheets.edition()
        edition.settings.title = "Archivio di prova"
        edition.settings.acknowledgement = "Grazie a chi ha risposto."
        let rows = try Self.written(choice, edition).sheets[3].rows
        #expect(rows.first == ["=Raccolta", ""])
        let facts = [
            ["Domanda", "tema:sport"], ["A cura di", "Rete di prova"], ["Schede", "2"],
            ["Fatto con Praticario il", "2026-05-15"], ["Archivio", "Archivio di prova"],
            ["Ringraziamento", "Grazie a chi ha risposto."],
        ]
        for fact in facts { #expect(rows.contains(fact)) }
        let licences = try #require(rows.last)
        #expect(licences[0] == "Licenze" && licences[1].contains("CC-BY-4.0. Ogni scheda ha la sua"))
    }

    @Test func `a workbook in English speaks English`() throws {
        let sheets = try Self.written(HostileSheets.choice(), HostileSheets.edition(.english)).sheets
        #expect(sheets.map(\.name) == ["Sheets", "By territory", "By theme", "About"])
        #expect(sheets[0].rows[0].prefix(3) == ["id", "Title", "Kind"])
    }

    @Test func `a choice of no sheets is still a file`() throws {
        var choice = HostileSheets.choice()
        choice.parts = []
        let file = try Self.written(choice)
        #expect(file.malformed == [])
        #expect(file.sheets[0].rows.count == 1)
    }

    @Test func `where sheets cannot be read, what stood there stays`() throws {
        let folder = try Folder()
        let path = folder.path + "/schede.xlsx"
        try Files.write(Array("vecchio".utf8), to: path)
        let whole = HostileSheets.choice()
        let broken = Choice(title: "Rotta", parts: whole.parts) { _ in
            throw FileProblem(path: "index.sqlite", reason: "disk I/O error")
        }
        #expect(throws: FileProblem.self) { try WorkbookExport(broken, HostileSheets.edition()).write(to: path) }
        #expect(try Files.read(path) == Array("vecchio".utf8))
        #expect(folder.names == ["schede.xlsx"])
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
}

/// What xlsx2csv reads in a workbook, and what its parts say of cells, filters and links.
private struct ReadWorkbook: Decodable {
    struct Sheet: Decodable {
        var name: String
        var rows: [[String]]
        var filter: String?
        var firstUnfrozen: String?
        var links: [String: String]
    }

    /// Parts that are not XML.
    var malformed: [String]
    var formulas: Int
    var longestText: String
    var cellTypes: [String]
    var sheets: [Sheet]

    init(_ path: String) throws {
        self = try Python.read(path, by: Self.reader)
    }

    private static let reader = #"""
        import csv, io, json, re, subprocess, sys, zipfile
        import xml.etree.ElementTree as ET

        book = zipfile.ZipFile(sys.argv[1])
        assert book.testzip() is None
        S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
        csv.field_size_limit(1 << 20)
        parts, malformed = {}, []
        for name in book.namelist():
            try:
                parts[name] = ET.fromstring(book.read(name))
            except ET.ParseError:
                malformed.append(name)

        def plain(text):
            # xlsx2csv leaves the escapes of the file format as they are.
            return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)

        def rows(number):
            command = ["xlsx2csv", "--sheet", str(number), "--", sys.argv[1]]
            text = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode()
            rows = [[plain(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
            width = max(map(len, rows))
            return [row + [""] * (width - len(row)) for row in rows]

        sheets = []
        for number, sheet in enumerate(parts["xl/workbook.xml"].iter(S + "sheet"), 1):
            part = parts[f"xl/worksheets/sheet{number}.xml"]
            relations = parts.get(f"xl/worksheets/_rels/sheet{number}.xml.rels", [])
            targets = {relation.get("Id"): relation.get("Target") for relation in relations}
            pane, filter = part.find(f".//{S}pane"), part.find(S + "autoFilter")
            sheets.append({
                "name": sheet.get("name"), "rows": rows(number),
                "filter": filter.get("ref") if filter is not None else None,
                "firstUnfrozen": pane.get("topLeftCell") if pane is not None else None,
                "links": {link.get("ref"): targets[link.get(R + "id")] for link in part.iter(S + "hyperlink")},
            })
        cells = [cell for name in parts if name.startswith("xl/worksheets/sheet") for cell in parts[name].iter(S + "c")]
        json.dump({
            "malformed": malformed, "sheets": sheets,
            "formulas": sum(len(list(part.iter(S + "f"))) for part in parts.values()),
            "longestText": max((text.text or "" for cell in cells for text in cell.iter(S + "t")), key=len),
            "cellTypes": sorted({cell.get("t", "") for cell in cells}),
        }, sys.stdout)
        """#
}
