import Foundation
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSearch
import PraticarioSystem
import TestSupport
import Testing

/// Files as they reach a desk.
@Suite struct ImportFileTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        .path()

    private func imported(
        _ files: String..., into base: TemporaryBase, _ options: KnowledgeBase.ImportOptions = .init()
    ) async throws -> [TableImport] {
        let knowledge = try KnowledgeBase.open(base.folder.root)
        var plans: [TableImport] = []
        for file in files {
            plans.append(
                try await knowledge.importSpreadsheet(
                    file.hasPrefix("/") ? file : Self.fixtures + "/" + file, name: "risposte", options,
                    correctionsFolder: base.folder.root
                ).plan)
        }
        return plans
    }

    private func codes(_ plan: TableImport) -> [String] { plan.diagnostics.map(\.code.rawValue).sorted() }

    // MARK: One form in five files

    @Test func `thirty answers are the same in every file in which they reach a desk`() async throws {
        let base = try TemporaryBase()
        let plans = try await imported(
            "form/risposte.csv", "form/risposte.xlsx", "form/risposte.ods", "form/risposte-titolo.xlsx",
            "form/risposte-gruppi.xlsx", into: base)
        #expect(plans[0].counts == .init(added: 29, leftOut: 1))
        #expect(plans[0].headerRow == nil)
        #expect(plans[0].sheets.allSatisfy { $0.title != "30" })
        for plan in plans.dropFirst() {
            #expect(plan.counts == .init(unchanged: 29, leftOut: 1), "\(plan.changes)")
            #expect(plan.table == plans[0].table)
            #expect(codes(plan) == codes(plans[0]))
        }
        let headers: [Int?] = [nil, nil, nil, 2, 3]
        #expect(plans.map(\.headerRow) == headers)
        #expect(plans[0].diagnostics.filter { $0.code == .totalRow }.map(\.place) == [TextPlace(row: 32, column: 0)])
        #expect(plans[0].personalColumns.count == 3)
    }

    // MARK: Headings below something else

    @Test(arguments: ["08-titolo-sopra-intestazione/elenco.csv", "08-titolo-sopra-intestazione/elenco.xlsx"])
    func `headings are found below a title`(file: String) async throws {
        let plan = try #require(try await imported(file, into: TemporaryBase()).first)
        #expect(plan.counts.added == 1 && plan.headerRow == 3)
        #expect(plan.sheets.map(\.title).allSatisfy { $0.hasPrefix("Orto sotto") })
    }

    @Test(
        arguments: [
            // Nothing above them.
            (["Titolo", "Tema"], [], 0), (["Cosa", "Chi"], ["Descrizione del comune", "tema"], 0),
            (["a", "b", "c"], ["1", "2", "3"], 0),
        ] as [([String], [String], Int)])
    func `the first row is the header where it looks like the others`(first: [String], second: [String], index: Int) {
        let rows = [first, second].filter { !$0.isEmpty }.enumerated().map {
            CSVRow(number: $0.offset + 1, line: $0.offset + 1, cells: $0.element)
        }
        #expect(HeaderRow.index(in: rows) == index)
    }

    @Test func `the person may insist on a row, which must be there`() async throws {
        let base = try TemporaryBase()
        try base.write("Cosa;Dove\nTitolo;Comune\nOrto;Roma\n", to: "x.csv")
        let plan = try #require(
            try await imported(base.folder.path("x.csv"), into: base, .init(headerRow: 2)).first)
        #expect(plan.sheets.map(\.title) == ["Orto"] && plan.headerRow == 2)
        await #expect(throws: ImportProblem.noHeader(base.folder.path("x.csv"), row: 9)) {
            _ = try await imported(base.folder.path("x.csv"), into: base, .init(headerRow: 9))
        }
    }

    @Test(arguments: [("Totale;;30", 1), ("TOTALE RISPOSTE: 30;;", 1), (";;12,5", 2), ("Totale orti;Roma;sport", 2)])
    func `a row of sums is no sheet`(last: String, sheets: Int) async throws {
        let base = try TemporaryBase()
        try base.write("Titolo;Comune;Tema\nOrto;Roma;sport\n\(last)\n", to: "x.csv")
        let plan = try #require(try await imported(base.folder.path("x.csv"), into: base).first)
        #expect(plan.counts.added + plan.counts.leftOut == sheets)
    }

    // MARK: What is no table

    @Test func `a file that is no table is refused in one line, and nothing is written`() async throws {
        let base = try TemporaryBase()
        try base.write("<html><table><tr><td>Titolo</td></tr></table></html>", to: "pagina.xls")
        try base.write("%PDF-1.7\n", to: "elenco.csv")
        try Files.write([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], to: base.folder.path("rotto.xlsx"))
        try Files.write([UInt8](repeating: 0, count: 50), to: base.folder.path("zeri.csv"))
        let fixtures = ["vecchio.xls", "lista.json"].map { Self.fixtures + "/10-ods-xls-json/" + $0 }
        let files = fixtures + ["pagina.xls", "elenco.csv", "rotto.xlsx", "zeri.csv"].map(base.folder.path)
        for file in files {
            do {
                _ = try await imported(file, into: base)
                Issue.record("\(file) was taken")
            } catch let problem as ImportProblem {
                guard case .noTable(file, _) = problem else { throw problem }
                #expect(problem.message.it.contains(".xlsx, .ods o CSV") && !problem.message.it.contains("\n"))
            }
        }
        await #expect(throws: ImportProblem.missing("/nessuna/nonc.xlsx")) {
            _ = try await imported("/nessuna/nonc.xlsx", into: base)
        }
        #expect(Files.type(of: base.folder.path("tabelle")) == nil)
    }

    @Test func `the kind of a file is told by its content, not its name`() async throws {
        let base = try TemporaryBase()
        try base.write("Titolo;Comune;Tema\nOrto;Roma;sport\n", to: "x.xlsx")
        try Files.copy(Self.fixtures + "/form/risposte.ods", to: base.folder.path("y.csv"))
        let plans = try await imported(base.folder.path("x.xlsx"), into: base)
        #expect(plans.map(\.counts.added) == [1])
        let form = try await imported(base.folder.path("y.csv"), into: TemporaryBase())
        #expect(form.map(\.counts.added) == [29])
    }

    // MARK: Cases

    @Test func `a name beside a site is no part less`() async throws {
        let plan = try #require(
            try await imported("02-organizzazione-e-sito/tabella.csv", into: TemporaryBase()).first)
        let organization = try #require(plan.sheets.first?.organization)
        #expect(organization.name == "Amici dell'orto APS" && organization.url == "https://esempio.it/orto")
    }

    @Test func `the name of a register is the body's`() async throws {
        let plan = try #require(try await imported("06-denominazione/registro.csv", into: TemporaryBase()).first)
        let organization = try #require(plan.sheets.first?.organization)
        #expect(organization.name == "ORTO APS" && organization.taxCode == "80051890152")
    }

    @Test func `no name of a person reaches the archive`() async throws {
        let base = try TemporaryBase()
        let plan = try #require(try await imported("07-nomi-di-persone/modulo.csv", into: base).first)
        #expect(plan.personalColumns.count == 8)
        for file in ["tabelle/risposte.csv", "tabelle/risposte.yaml", "origini/risposte.csv"] {
            let text = String(decoding: try Files.read(base.folder.path(file)), as: UTF8.self)
            #expect(!text.contains("Ada") && !text.contains("Ugo") && !text.contains("333"), "\(file)")
        }
    }

    @Test func `what says nothing in the columns that are read is not taken, and leaves no table`() async throws {
        let base = try TemporaryBase()
        try base.write("Domanda 1;Domanda 2\na;b\n", to: "x.csv")
        let plan = try #require(try await imported(base.folder.path("x.csv"), into: base).first)
        #expect(!plan.hasRows && Files.type(of: base.folder.path("tabelle")) == nil)
    }

    // MARK: Undo

    @Test func `an import is taken back whole, the last one first`() async throws {
        let base = try TemporaryBase()
        try base.write("Titolo;Comune;Tema\nOrto;Rmoa;sport\n", to: "x.csv")
        _ = try await imported(base.folder.path("x.csv"), into: base)
        let first = try Files.read(base.folder.path("tabelle/risposte.csv"))
        try base.write("Titolo;Comune;Tema\nOrto;Lecce;sport\nBaskin;Roma;sport\n", to: "x.csv")
        _ = try await imported(base.folder.path("x.csv"), into: base)
        #expect(try Files.read(base.folder.path("tabelle/risposte.csv")) != first)
        let journal = EditJournal(base.folder)
        try journal.undo()
        #expect(try Files.read(base.folder.path("tabelle/risposte.csv")) == first)
        #expect(
            try journal.undo().files.map(\.path) == [
                "tabelle/risposte.yaml", "tabelle/risposte.csv", "origini/risposte.csv",
            ])
        for file in ["tabelle/risposte.csv", "tabelle/risposte.yaml", "origini/risposte.csv"] {
            #expect(Files.type(of: base.folder.path(file)) == nil, "\(file)")
        }
        #expect(throws: EditProblem.nothingToUndo) { try journal.undo() }
    }

    @Test func `what was corrected since is not thrown away by an undo`() async throws {
        let base = try TemporaryBase()
        try base.write("Titolo;Comune;Tema\nOrto;Roma;sport\n", to: "x.csv")
        _ = try await imported(base.folder.path("x.csv"), into: base)
        try base.write("id;Titolo;Comune;Tema\norto;Orto bello;Roma;sport\n", to: "tabelle/risposte.csv")
        #expect(throws: EditProblem.changedSince(["tabelle/risposte.csv"], command: "")) {
            try EditJournal(base.folder).undo()
        }
        #expect(Files.type(of: base.folder.path("tabelle/risposte.yaml")) == .file)
    }

    @Test func `somebody's work on da-correggere.csv is not overwritten`() async throws {
        let base = try TemporaryBase()
        try base.write("Titolo;Comune;Tema\nOrto;Rmoa;sport\n", to: "x.csv")
        let knowledge = try KnowledgeBase.open(base.folder.root)
        func run() async throws -> String? {
            try await knowledge.importSpreadsheet(
                base.folder.path("x.csv"), correctionsFolder: base.folder.root
            ).toCorrect
        }
        #expect(try await run() == base.folder.path("da-correggere.csv"))
        #expect(try await run() == base.folder.path("da-correggere.csv"))
        try base.write("mezzo corretto\n", to: "da-correggere.csv")
        #expect(try await run() == base.folder.path("da-correggere-2.csv"))
    }
}

/// What stands in the way of an import is a sentence in two languages.
@Suite struct ImportProblemTests {
    private static let problems: [ImportProblem] = [
        .missing("x.csv"), .noTable("x.xls", what: LocalizedText(it: "un PDF", en: "a PDF")), .damaged("x.xlsx"),
        .noHeader("x.csv", row: 3), .noColumn("x.csv", heading: "Titolo"), .notReadBack("x.csv"),
    ]

    @Test(arguments: problems)
    func `a problem names the file and says what to do`(problem: ImportProblem) {
        for language in Language.allCases {
            let sentence = problem.message[language]
            #expect(sentence.hasPrefix("x.") && sentence.last != "." && !sentence.contains("--"), "\(sentence)")
        }
        #expect(problem.message.it != problem.message.en)
    }
}
