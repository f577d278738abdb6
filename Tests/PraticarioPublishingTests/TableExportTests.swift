import Foundation
import PraticarioSearch
import TestSupport
import Testing

@testable import PraticarioCorpus
@testable import PraticarioPublishing
import PraticarioSystem

/// Sheets with text that spreadsheet programs trip over.
enum HostileSheets {
    static let text = "=1+1; \u{202E}rtl مرحبا 😀 e\u{301}, \"x\" _x0041_\nseconda riga"
    /// More than a cell of Excel holds.
    static let long = String(repeating: "lungo ", count: 7_000)

    static let entries: [Entry] = {
        var hostile = Entry(id: "ostile", kind: .practice, title: text, origin: Origin(path: "schede/ostile.md"))
        hostile.summary = "-5 +39 06 @SUM(A1)"
        hostile.publication = .published
        hostile.isExample = true
        hostile.themes = ["rugby-in-carcere", "scuola"]
        hostile.territories = ["058091", "013228", "071", "area-tavoliere", "IT", "999999"]
        hostile.targetGroups = ["detenuti"]
        hostile.needs = "  spazi  "
        hostile.place = "'quartiere"
        hostile.scope = .interMunicipal
        hostile.organization = Organization(name: "@SUM(A1)", url: "https://example.org/città?a=b&c")
        hostile.partners = [Organization(name: "=cmd|' /C calc'!A0"), Organization(name: "<b>Comune</b> &amp;")]
        hostile.contact = Contact(role: "ufficio", email: "info@example.org", phone: "+39 06 1")
        hostile.paInstrument = .pattoDiCollaborazione
        hostile.start = PartialDate("2019-05")
        hostile.status = .active
        hostile.verification = 1
        hostile.results = Results(
            text: "Meno assenze",
            indicators: [
                Indicator(name: "Iscritti", value: "40", unit: "bambini", baseline: "12", date: PartialDate("2023")),
                Indicator(name: "Incontri", value: "1.200"),
            ])
        hostile.sources = [
            EntrySource(title: "Un incontro"), EntrySource(title: "-1+1", url: "https://example.org/a"),
            EntrySource(title: "Uno script", url: "javascript:alert(1)"),
        ]
        hostile.licence = "CC-BY-4.0"
        hostile.permission = Permission(by: "Il comune")
        hostile.updated = PartialDate("2026-05-14")
        hostile.sections = [
            EntrySection(title: "", line: 1, text: "Prima."),
            EntrySection(title: "Che cosa si fa", line: 3, text: long),
            EntrySection(title: "Storia", line: 5, text: "=Dal 1990."),
            EntrySection(title: "Note interne", line: 7, text: "Segreto di casa."),
        ]
        var small = Entry(id: "piccola", kind: .idea, title: "058091", origin: Origin(path: "schede/piccola.md"))
        small.themes = ["sport"]
        return [hostile, small]
    }()

    static func choice(notes: Bool = false) -> Choice {
        var choice = Choice(title: "=Raccolta", entries: entries)
        if notes {
            let note = "Da **rifare**, [qui](scheda:piccola).\n\n@Anche altrove."
            choice.parts = [
                .prose("# Prosa"), .sheet(.init(entries[0]), note: note), .sheet(.init(entries[1]), note: ""),
            ]
        }
        return choice
    }

    static func edition(_ language: Language = .italian) -> Edition {
        Edition(
            settings: KnowledgeBaseSettings(), values: FacetValues(SmallWorld.vocabularies), language: language,
            date: PartialDate("2026-05-15")!)
    }

    /// What the table of sheets should hold.
    static func table(_ choice: Choice) throws -> [[String]] {
        let columns = try SheetColumn.columns(of: choice)
        let edition = edition()
        var rows = [columns.map { $0.heading[edition.language] }]
        try choice.forEachSheet { entry, note in
            let row = SheetColumn.Row(entry, note: note, edition)
            rows.append(columns.map { $0.text(row) })
        }
        return rows
    }

    /// The lines of `schede-territori.csv` after the headings.
    static let territories = [
        ["ostile", text, "058091", "Roma", "comune", "058", "Roma", "12", "Lazio"],
        ["ostile", text, "013228", "Ronago", "comune", "013", "Como", "03", "Lombardia"],
        ["ostile", text, "071", "Foggia", "provincia", "071", "Foggia", "16", "Puglia"],
        ["ostile", text, "area-tavoliere", "Tavoliere", "area", "071", "Foggia", "16", "Puglia"],
        ["ostile", text, "IT", "Italia", "nazione", "", "", "", ""],
        ["ostile", text, "999999", "999999", "", "", "", "", ""],
    ]

    /// The lines of `schede-temi.csv` after the headings.
    static let themes = [
        ["ostile", text, "rugby-in-carcere", "Rugby in carcere", "sport-in-carcere", "Sport in carcere"],
        ["ostile", text, "scuola", "Scuola", "", ""],
        ["piccola", "058091", "sport", "Sport", "", ""],
    ]
}

@Suite struct TableExportTests {
    private static func text(_ choice: Choice, _ dialect: CSVDialect) throws -> String {
        var text = ""
        try TableExport(choice, HostileSheets.edition(), dialect).write(to: &text)
        return text
    }

    private static func rows(_ text: String) -> [[String]] {
        CSVText.read(Array(text.utf8), path: "schede.csv").text.rows.map(\.cells)
    }

    /// The cells of the hostile sheet by their headings.
    private static func cells(
        _ choice: Choice, _ dialect: CSVDialect = .rfc4180
    ) throws -> [String: String] {
        let rows = try Self.rows(text(choice, dialect))
        return Dictionary(zip(rows[0], rows[1])) { first, _ in first }
    }

    @Test func `headings are all different, in both languages`() throws {
        for language in Language.allCases {
            let choice = HostileSheets.choice(notes: true)
            let headings = try SheetColumn.columns(of: choice).map { $0.heading[language] }
            #expect(Set(headings).count == headings.count)
            #expect(headings.first == "id")
        }
    }

    @Test func `programs read every cell as it is`() throws {
        let choice = HostileSheets.choice(notes: true)
        let text = try Self.text(choice, .rfc4180)
        #expect(text.utf8.starts(with: "id,Titolo,".utf8))
        #expect(try Self.rows(text) == HostileSheets.table(choice))
    }

    @Test func `Excel reads no formula and no cell that is too long`() throws {
        let choice = HostileSheets.choice()
        let text = try Self.text(choice, .excel)
        #expect(text.utf8.starts(with: "\u{FEFF}id;Titolo;".utf8))
        let rows = Self.rows(text)
        let expected = try HostileSheets.table(choice)
        #expect(rows.map(\.count) == expected.map(\.count))
        for (cell, whole) in zip(rows.joined(), expected.joined()) where whole != HostileSheets.long {
            let isFormula = whole.first.map { "=+-@".contains($0) } == true
            #expect(cell == (isFormula ? "'" : "") + whole)
        }
        let long = try #require(try Self.cells(choice, .excel)["Che cosa si fa"])
        #expect(long.utf16.count == 32_766 && long.hasSuffix("lungo lu […]"))
    }

    @Test func `a cell that is too long and looks like a formula has room for its apostrophe`() {
        let line = CSVWriter(.excel).fittedLine(["=" + HostileSheets.long])
        #expect(line.utf16.count == 32_767 + "\r\n".utf16.count)
        #expect(line.hasPrefix("'=lungo"))
        #expect(CSVWriter(.rfc4180).fittedLine([HostileSheets.long]) == "\"\(HostileSheets.long)\"\r\n")
    }

    @Test func `a cell says what the sheet says`() throws {
        let cells = try Self.cells(HostileSheets.choice())
        #expect(cells["Titolo"] == HostileSheets.text)
        #expect(cells["Temi"] == "Rugby in carcere; Scuola")
        #expect(cells["Codici ISTAT"] == "058091; 013228; 071; area-tavoliere; IT; 999999")
        #expect(cells["Ambito"] == "intercomunale")
        #expect(cells["Sito"] == "https://example.org/città?a=b&c")
        #expect(cells["Contatto"] == "ufficio; info@example.org; +39 06 1")
        #expect(cells["Strumento con la PA"] == "patto di collaborazione")
        let results = "Meno assenze; Iscritti: 40 bambini (prima: 12, 2023); Incontri: 1.200"
        #expect(cells["Risultati in breve"] == results)
        #expect(cells["Fonti"] == "Un incontro; -1+1; Uno script")
        #expect(cells["Indirizzi delle fonti"] == "-; https://example.org/a; javascript:alert(1)")
        #expect(cells["Licenza"] == "CC-BY-4.0" && cells["Attribuzione"] == "Il comune")
    }

    @Test func `headings of the sheet's own are not lost, and internal notes do not leave the house`() throws {
        #expect(try Self.cells(HostileSheets.choice())["Altro testo"] == "Prima.\n\nStoria\n=Dal 1990.")
        for dialect in CSVDialect.allCases {
            let text = try Self.text(HostileSheets.choice(), dialect)
            #expect(!text.contains("Segreto"))
        }
    }

    @Test func `notes have a column where there are any, without their markup`() throws {
        let heading = "Nota di chi cura"
        #expect(try Self.cells(HostileSheets.choice(notes: true))[heading] == "Da rifare, qui.\n@Anche altrove.")
        #expect(try Self.cells(HostileSheets.choice())[heading] == nil)
    }

    @Test func `a folder holds a line for each sheet, each of its territories, each of its themes`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()
        try Files.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let choice = HostileSheets.choice()
        try LongTables(choice, HostileSheets.edition(), .rfc4180).write(toFolder: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
            .sorted()
        #expect(names == ["leggimi.txt", "schede-temi.csv", "schede-territori.csv", "schede.csv"])
        func rows(_ name: String) throws -> [[String]] {
            try Self.rows(String(decoding: Files.read(folder + "/" + name), as: UTF8.self))
        }
        #expect(try rows("schede.csv") == HostileSheets.table(choice))
        let territories = try rows("schede-territori.csv")
        #expect(territories[0].prefix(4) == ["id", "Titolo", "Codice ISTAT", "Territorio"])
        #expect(Array(territories.dropFirst()) == HostileSheets.territories)
        let themes = try rows("schede-temi.csv")
        #expect(Array(themes.dropFirst()) == HostileSheets.themes)
        let explanation = try String(decoding: Files.read(folder + "/leggimi.txt"), as: UTF8.self)
        for word in ["=Raccolta\n", "schede-temi.csv", "058091", "Da testo/CSV", "separatore «,»"] {
            #expect(explanation.contains(word), "\(word)")
        }
    }

    @Test(arguments: ["Note interne", "9. Note interne:", "NOTA INTERNA", "Note interne (riservate)"])
    func `internal notes have no column, whatever their heading`(heading: String) throws {
        var entry = HostileSheets.entries[1]
        entry.sections = [EntrySection(title: heading, line: 1, text: "SEGRETO")]
        let choice = Choice(title: "x", entries: [entry])
        #expect(try !Self.text(choice, .excel).contains("SEGRETO"))
    }

    @Test func `a folder that cannot be made is told`() {
        #expect(throws: FileProblem.self) {
            try LongTables(HostileSheets.choice(), HostileSheets.edition()).write(toFolder: "/dev/null/cartella")
        }
    }
}
