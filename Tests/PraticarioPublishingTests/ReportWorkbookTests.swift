import Foundation
import PraticarioCorpus
import PraticarioReport
import PraticarioSearch
import PraticarioStatistics
import PraticarioSystem
import TestSupport
import Testing

@testable import PraticarioPublishing

/// A report as a spreadsheet has the tables of the report, value by value, as another program reads both.
@Suite struct ReportWorkbookTests {
    private static let first = """
        titolo: "=A & B/[uno]"
        territori: [Lazio]
        membri:
          - {nome: <Uno>, territorio: Roma, forma_giuridica: APS, sezione_runts: b}
          - {nome: Due, territorio: Lecce (LE)}
        partenariati_di_partenza:
          - {parti: [<Uno>, Due]}
        incontri:
          - {numero: 1, data: 2025-03-10, stato: svolto, persone: 12, enti_presenti: [<Uno>]}
          - {numero: 2, data: 2025-03-11, stato: svolto, persone: 9}
          - {numero: 3, stato: svolto}
        domande:
          - {domanda: "=1+1", stato: chiusa}
        esiti:
          - {titolo: Patto <nuovo>, tipo: partenariato, stato: avviato, data: 2026-07, parti: [<Uno>, Comune], territori: [Roma], evidenza: atto}
          - {titolo: Un modello, tipo: adozione, da: Due, che_cosa: modello di gestione, stato: avviato, data: 2026-07}

        """
    private static let second = """
        titolo: Seconda
        esiti:
          - {titolo: Corsa, tipo: intervento, stato: concluso, data: 2026-01-02, territori: [Lazio]}

        """

    private static func report(_ readers: ReportReaders) throws -> Report {
        let communities = try [("a", first), ("b", second)].map { name, text in
            let file = ParsedFile(
                community: Array(text.utf8), path: "comunita/\(name).yaml", SmallWorld.vocabularies)
            return try #require(file.documents.first?.content.community)
        }
        let answers = (0..<6).flatMap { number in
            [(Survey.Wave.before, 2.0), (.after, 3.1 + Double(number) / 7)].map { wave, score in
                Survey.Answer(respondent: "SEGRETO\(number)", question: "So chi", wave: wave, score: score)
            }
        }
        var programme = Programme(title: "Prova")
        programme.plan = Programme.Plan(communities: 2, meetings: 4)
        programme.isExample = true
        return Report(
            programme, communities, surveys: ["a": Survey(maximum: 5, answers: answers)], sheets: [:],
            territories: SmallWorld.vocabularies.territories, for: readers)
    }

    private static func written(_ readers: ReportReaders, _ language: Language) throws -> Reading {
        let edition = Edition(
            settings: KnowledgeBaseSettings(), values: FacetValues(SmallWorld.vocabularies), language: language,
            date: try #require(PartialDate("2026-11-26")))
        let report = try report(readers)
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()
        try Files.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try ReportWorkbook(ReportWords(report, edition, sheets: [:])).write(to: folder + "/rapporto.xlsx")
        var html = ""
        try HTMLDocument(Document(report, edition, sheets: [:])).write(to: &html)
        try Files.write(Array(html.utf8), to: folder + "/rapporto.html")
        return try Python.read(folder, by: reader)
    }

    @Test(arguments: [(ReportReaders.network, Language.italian), (.ministry, .english)])
    func `every table of the report is in a worksheet, with the same values`(
        readers: ReportReaders, language: Language
    ) throws {
        let read = try Self.written(readers, language)
        #expect(read.tables > 15)
        #expect(read.missing == [])
        // Each row of a table is one row of a worksheet.
        #expect(read.rowsOfTables == read.rowsOfSheets)
    }

    @Test func `numbers are numbers, nothing is a formula, and nobody who answered is in it`() throws {
        let read = try Self.written(.network, .italian)
        #expect(read.formulas == 0 && read.numbers > 30)
        #expect(!read.text.contains("SEGRETO") && read.text.contains("=1+1"))
    }

    @Test func `worksheets are named after their tables, those of all communities one`() throws {
        let names = try Self.written(.network, .italian).names
        #expect(names.first == "In sintesi" && names.last == "Informazioni")
        #expect(Set(names).count == names.count && names.allSatisfy { $0.utf16.count <= 31 })
        #expect(names.contains("Allegato C gli incontri") && names.count { $0.hasPrefix("Incontri ed esiti") } == 1)
    }

    @Test func `annexes say file and line`() throws {
        let text = try Self.written(.network, .italian).text
        for place in ["a.yaml:4", "a.yaml:7", "a.yaml:9", "a.yaml:13", "a.yaml:16", "b.yaml:3"] {
            #expect(text.contains("comunita/" + place), "\(place)")
        }
    }

    private struct Reading: Decodable {
        var names: [String]
        var tables: Int
        var rowsOfTables: Int
        var rowsOfSheets: Int
        /// Rows of tables that no worksheet has.
        var missing: [[String]]
        var numbers: Int
        var formulas: Int
        var text: String
    }

    /// A number is what the report shows where it is rounded as the report rounds.
    private static let reader = #"""
        import json, math, re, sys, zipfile
        import xml.etree.ElementTree as ET
        from html.parser import HTMLParser

        S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        book = zipfile.ZipFile(sys.argv[1] + "/rapporto.xlsx")
        assert book.testzip() is None
        names = [s.get("name") for s in ET.fromstring(book.read("xl/workbook.xml")).iter(S + "sheet")]

        def column(reference):
            number = 0
            for letter in re.match("[A-Z]+", reference)[0]:
                number = number * 26 + ord(letter) - 64
            return number - 1

        sheets, numbers, formulas, words = [], 0, 0, []
        for index in range(len(names)):
            root = ET.fromstring(book.read(f"xl/worksheets/sheet{index + 1}.xml"))
            formulas += len(list(root.iter(S + "f")))
            rows = []
            for row in root.iter(S + "row"):
                cells = {}
                for cell in row.iter(S + "c"):
                    if cell.get("t") == "inlineStr":
                        value = "".join(t.text or "" for t in cell.iter(S + "t"))
                        words.append(value)
                    elif cell.find(S + "v") is not None:
                        value = float(cell.find(S + "v").text)
                        numbers += 1
                    else:
                        continue
                    cells[column(cell.get("r"))] = value
                rows.append(cells)
            sheets.append(rows)

        class Tables(HTMLParser):
            def __init__(self):
                super().__init__()
                self.tables, self.cell = [], None
            def handle_starttag(self, tag, attributes):
                if tag == "table": self.tables.append([])
                elif tag == "tr": self.tables[-1].append([])
                elif tag in ("td", "th"): self.tables[-1][-1].append(""); self.cell = True
            def handle_endtag(self, tag):
                if tag in ("td", "th"): self.cell = None
            def handle_data(self, data):
                if self.cell: self.tables[-1][-1][-1] += data

        parser = Tables()
        parser.feed(open(sys.argv[1] + "/rapporto.html", encoding="utf-8").read())

        def shown(value):
            hundredths = math.floor(abs(value) * 100 + 0.5)
            text = f"{hundredths // 100}.{hundredths % 100:02}"
            return ("-" if value < 0 and hundredths else "") + text

        def same(text, value):
            if isinstance(value, str): return text == value
            plain = text.replace(",", ".").replace("\u2212", "-")
            return plain == shown(value) or (value == int(value) and plain == str(int(value)))

        def holds(sheet, header, row):
            columns = {text: place for place, text in sheet[0].items()}
            if not all(text in columns for text in header): return False
            return any(
                all(same(text, cells.get(columns[head], "")) for head, text in zip(header, row)) for cells in sheet[1:])

        missing, rows = [], 0
        for header, *body in parser.tables:
            for row in body:
                rows += 1
                if not any(holds(sheet, header, row) for sheet in sheets[:-1]): missing.append(row)
        json.dump({
            "names": names, "tables": len(parser.tables), "rowsOfTables": rows,
            "rowsOfSheets": sum(len(sheet) - 1 for sheet in sheets[:-1]), "missing": missing, "numbers": numbers,
            "formulas": formulas, "text": "\n".join(words),
        }, sys.stdout)
        """#
}
