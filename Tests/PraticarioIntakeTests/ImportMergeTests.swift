import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem
import TestSupport
import Testing

/// A form that grows, imported month after month into a table that people correct.
@Suite struct ImportMergeTests {
    private func plan(
        _ text: String, into present: TableImport.Present = .init(), _ options: KnowledgeBase.ImportOptions = .init()
    ) throws -> TableImport {
        try TableImport(
            Array(text.utf8), path: "risposte.csv", options, into: present, SmallWorld.vocabularies, language: .italian)
    }

    private func codes(_ plan: TableImport, without: Set<DiagnosticCode> = [.nearDuplicate]) -> [DiagnosticCode] {
        plan.diagnostics.map(\.code).filter { !without.contains($0) }
    }

    private static let form = """
        Informazioni cronologiche;Titolo;Tema;Comune;Associazione;Cosa fate
        01/10/2026 10.00.01;Orto;sport;Rmoa;UISP;Si zappa
        01/10/2026 10.00.02;Baskin;sport;Napoli;ASD;Si gioca
        01/10/2026 10.00.03;Teatro;scuola;Lecce;Scena;Si recita

        """

    private func corrected(_ plan: TableImport, _ changes: [(String, String)]) -> TableImport.Present {
        var present = plan.written
        present.table = Array(changes.reduce(plan.table) { $0.replacing($1.0, with: $1.1) }.utf8)
        return present
    }

    // MARK: Two rows of one file

    @Test func `rows of equal title and organization are all kept, with ids of their own and a word about it`() throws {
        let plan = try plan(
            "Titolo;Temi;Comune;Associazione\nDoposcuola;scuola;Roma;Amici\nDoposcuola;scuola;Lecce;Amici\nDoposcuola;scuola;Napoli;Amici\n"
        )
        #expect(plan.counts == .init(added: 3))
        #expect(
            plan.sheets.map(\.id) == ["doposcuola-amici", "doposcuola-amici-2", "doposcuola-amici-3"])
        #expect(plan.sheets.map(\.territories) == [["058091"], ["075035"], ["063049"]])
        #expect(codes(plan) == [.repeatedID, .repeatedID])
        #expect(
            plan.diagnostics.first?.place?.line == 3 && plan.diagnostics.first?.message.it.contains("riga 2") == true)
    }

    @Test func `an id that is written twice in a file costs no row`() throws {
        let plan = try plan("id;Titolo;Tema;Comune\nx;Orto;sport;Roma\nx;Baskin;sport;Lecce\n")
        #expect(plan.sheets.map(\.id) == ["x", "x-2"] && plan.sheets.map(\.title) == ["Orto", "Baskin"])
        #expect(codes(plan) == [.repeatedID])
    }

    @Test func `each of two equal titles keeps its id when the form grows, in whatever order`() throws {
        let first = try plan("Titolo;Tema;Comune\nOrto;sport;Roma\nOrto;sport;Lecce\n")
        let again = try plan(
            "Titolo;Tema;Comune\nOrto;sport;Lecce\nOrto;sport;Roma\nOrto;sport;Foggia\n", into: first.written)
        #expect(again.counts == .init(added: 1, unchanged: 2))
        #expect(again.sheets.map(\.id) == ["orto", "orto-2", "orto-3"])
        #expect(again.sheets.map(\.territories) == [["058091"], ["075035"], ["071024"]])
    }

    // MARK: Three ways

    @Test func `the same file again changes nothing, whatever was corrected or deleted`() throws {
        let first = try plan(Self.form)
        let lines = first.table.split(separator: "\r\n").map(String.init)
        var present = first.written
        present.table = Array(
            (lines.filter { !$0.contains("Teatro") }.joined(separator: "\r\n") + "\r\n").replacing("Rmoa", with: "Roma")
                .utf8)
        let again = try plan(Self.form, into: present)
        #expect(again.counts == .init(unchanged: 2, deleted: 1))
        #expect(again.changes == [] && codes(again) == [.deletedRow])
        #expect(again.diagnostics.first?.message.it.contains("`teatro-scena`") == true)
        #expect(again.sheets.map(\.territories) == [["058091"], ["063049"]])
        let third = try plan(Self.form, into: again.written)
        #expect(third.counts == again.counts && third.table == again.table)
    }

    @Test func `only cells that changed in the form change in the table`() throws {
        let first = try plan(Self.form)
        let present = corrected(first, [("Rmoa", "Roma"), ("Si recita", "Si recita insieme")])
        let again = try plan(Self.form.replacing("Si gioca", with: "Si gioca a canestro"), into: present)
        #expect(again.counts == .init(updated: 1, unchanged: 2))
        #expect(
            again.changes == [
                .init(row: 3, heading: "Cosa fate", before: "Si gioca", after: "Si gioca a canestro")
            ])
        #expect(again.table.contains("Si recita insieme") && again.table.contains("Si gioca a canestro"))
        #expect(again.table.contains("Roma"))
    }

    @Test func `a corrected cell is never overwritten, and both values are told, once`() throws {
        let first = try plan(Self.form)
        let present = corrected(first, [("Si zappa", "Si zappa insieme"), ("Rmoa", "Roma")])
        let changed = Self.form.replacing("Si zappa", with: "Si semina").replacing("Rmoa", with: "Lecce")
        let again = try plan(changed, into: present)
        #expect(again.table.contains("Si zappa insieme") && !again.table.contains("Si semina"))
        let told = again.diagnostics.filter { $0.code == .keptCorrection }
        #expect(told.map { $0.place?.column } == [4, 6])
        #expect(told[1].message.it.contains("Si zappa insieme") && told[1].message.it.contains("Si semina"))
        let third = try plan(changed, into: again.written)
        #expect(third.diagnostics.allSatisfy { $0.code != .keptCorrection } && third.table == again.table)
    }

    @Test func `a title that changed in the form is the same answer`() throws {
        let first = try plan(Self.form)
        let again = try plan(Self.form.replacing("Baskin", with: "Baskin in piazza"), into: first.written)
        #expect(again.counts == .init(updated: 1, unchanged: 2))
        #expect(again.sheets.map(\.title) == ["Orto", "Baskin in piazza", "Teatro"])
        #expect(again.sheets[1].id == "baskin-asd")
    }

    @Test func `spaces, line ends and the ways to write a day are no change`() throws {
        let first = try plan(Self.form)
        let other = Self.form.replacing("01/10/2026 10.00.01", with: "2026-10-01").replacing(
            "Si gioca", with: " Si  gioca ")
        #expect(try plan(other, into: first.written).counts == .init(unchanged: 3))
    }

    @Test func `only new rows, where that is wanted`() throws {
        let first = try plan(Self.form)
        let grown =
            Self.form.replacing("Si gioca", with: "Altro") + "02/10/2026 10.00.00;Coro;scuola;Roma;Voci;Si canta\n"
        let again = try plan(grown, into: first.written, .init(takesNewOnly: true))
        #expect(again.counts == .init(added: 1, unchanged: 3))
        #expect(again.table.contains("Si gioca") && again.table.contains("Si canta"))
        // What was passed over is proposed when it is wanted.
        #expect(try plan(grown, into: again.written).counts == .init(updated: 1, unchanged: 3))
    }

    @Test func `a table that nobody remembers anything of is filled and never overwritten`() throws {
        var present = try plan(Self.form).written
        present.origin = nil
        present.table = Array(
            String(decoding: present.table ?? [], as: UTF8.self).replacing("Si zappa", with: "").replacing(
                "Rmoa", with: "Roma"
            ).utf8)
        let again = try plan(Self.form, into: present)
        #expect(again.table.contains("Si zappa") && again.table.contains("Roma"))
        #expect(codes(again).contains(.keptCorrection))
    }

    @Test func `corrections come back without being taken for what the form says`() throws {
        let first = try plan(Self.form)
        let sheet = try #require(first.toCorrect)
        let back = try plan(sheet.replacing("Rmoa", with: "Roma"), into: first.written)
        #expect(back.counts == .init(updated: 1) && back.origin == nil && codes(back) == [])
        var present = back.written
        present.origin = first.written.origin
        let again = try plan(Self.form, into: present)
        #expect(again.counts == .init(unchanged: 3) && codes(again) == [])
        #expect(again.table.contains("Roma") && !again.table.contains("Rmoa"))
    }

    @Test func `what people have beside the form stays: rows of their own, columns, rows that say nothing yet`() throws
    {
        let first = try plan(Self.form)
        var present = first.written
        var lines = first.table.split(separator: "\r\n").map { $0 + ";" }
        lines[0] += "Chi segue"
        lines[1] += "Ada"
        lines += ["coro;;Coro;scuola;Roma;Voci;Si canta;", ";;;;;;;da chiamare"]
        present.table = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
        let again = try plan(Self.form, into: present)
        #expect(again.table.contains("Chi segue") && again.table.contains(";Ada") && again.table.contains("Si canta"))
        #expect(again.table.contains("da chiamare"))
        #expect(again.sheets.map(\.id) == ["orto-uisp", "baskin-asd", "teatro-scena", "coro"])
    }

    // MARK: Headings

    @Test(arguments: [
        "Titolo;Tema;Tema;Comune\nOrto;sport;scuola;Roma\n", "Titolo;Tema;tema;Comune\nOrto;sport;scuola;Roma\n",
        "Titolo;Tema;TEMA ;Comune\nOrto;sport;scuola;Roma\n",
    ])
    func `two equal headings are two columns, and what is written reads back`(text: String) throws {
        let plan = try plan(text)
        #expect(plan.counts == .init(added: 1) && plan.sheets.map(\.themes) == [["sport", "scuola"]])
        #expect(try self.plan(text, into: plan.written).table == plan.table)
    }

    @Test func `a heading as long as a question is written so that it reads back`() throws {
        let long = "Titolo della pratica " + String(repeating: "con parole, «virgolette» e \"due punti\": ", count: 60)
        let plan = try plan("\"\(long.replacing("\"", with: "\"\""))\";Tema;Comune\nOrto;sport;Roma\n")
        #expect(plan.sheets.map(\.title) == ["Orto"])
    }

    @Test func `a column without a heading keeps what is in it`() throws {
        let plan = try plan("Titolo;;Tema;Comune\nOrto;una nota;sport;Roma\n")
        #expect(plan.table.contains("Colonna B") && plan.table.contains("una nota"))
    }

    @Test func `numbers of answers are no ids`() throws {
        let plan = try plan("ID;Titolo;Tema;Comune\n1;Orto;sport;Roma\n2;Baskin;sport;Lecce\n")
        #expect(plan.sheets.map(\.id) == ["orto", "baskin"])
    }

    @Test func `two columns for one field are told`() throws {
        // Comune and province name one territory together.
        let plan = try plan(
            "Titolo;Nome del progetto;Tema 1;Tema 2;Comune;Provincia;Territorio;Dove si svolge\n"
                + "Orto;x;sport;scuola;Roma;Roma;Roma;Roma\n")
        let told = plan.diagnostics.filter { $0.code == .suspectColumn }.map { $0.place?.column }
        #expect(told == [2, 8])
    }

    // MARK: What looks like a formula

    @Test(arguments: ["+20% soci", "-lavoro", "=1+1", "@rete", "'+già", "''-due", "'ndrangheta", "\tx"])
    func `a cell is kept as it was written, and only what leaves is guarded`(text: String) throws {
        let csv = "Titolo;Tema;Comune;Racconta\n\(text);boh;Roma;\(text)\n"
        let plan = try plan(csv)
        let again = try self.plan(csv, into: plan.written)
        #expect(again.counts == .init(unchanged: 1) && again.table == plan.table)
        let title = try #require(plan.sheets.first).title
        // What comes in may have been guarded by whoever wrote it.
        #expect(title == (text == "'+già" ? "+già" : text == "''-due" ? "'-due" : text.trimmingSpaces()))
        if !text.hasPrefix("'") { #expect(!plan.table.contains("'")) }
        let back = try self.plan(try #require(plan.toCorrect), into: plan.written)
        #expect(back.counts == .init(unchanged: 1))
    }

    @Test func `a dash for a day is no day`() throws {
        let text = "Titolo;Tema;Comune;Inizio\nOrto;sport;Roma;-\n"
        let first = try plan(text)
        #expect(codes(first) == [])
        let again = try plan(text, into: first.written)
        #expect(codes(again) == [] && again.table.contains(";-\r\n"))
    }

    @Test(
        arguments: [
            (["a", "b"], "a; b"), (["a; b"], "\"a; b\""), (["uno", "due; tre", "quattro\ncinque"], nil),
            (["dice \"sì\"", "\"x\""], "dice \"sì\"; \"x\""), (["\"a\"; b"], "\"\"\"a\"\"; b\""),
        ] as [([String], String?)])
    func `values of one cell are told apart again`(items: [String], text: String?) {
        let joined = CellItems.joined(items)
        if let text { #expect(joined == text) }
        #expect(CellItems.split(joined) == items)
    }

    // MARK: Words

    @Test func `their word is ours for the whole table, and for the next import`() throws {
        let text =
            "Titolo;Destinatari;Tema;Comune\nOrto;detenuti e ragazzi;boh;Roma\nBaskin;Detenuti e ragazzi;sport;Roma\n"
        let unknown = try plan(text)
        #expect(
            Set(unknown.map.words) == [
                .init(.field(.targetGroups), theirs: "detenuti e ragazzi", ours: ""),
                .init(.field(.themes), theirs: "boh", ours: ""),
            ])
        var options = KnowledgeBase.ImportOptions()
        options.replace("detenuti e ragazzi", with: "Persone detenute; Giovani", in: .field(.targetGroups))
        options.replace("boh", with: "Scuola", in: .field(.themes))
        let plan = try plan(text, options)
        #expect(plan.sheets.map(\.targetGroups) == [["detenuti", "giovani"], ["detenuti", "giovani"]])
        #expect(plan.sheets.map(\.themes) == [["scuola"], ["sport"]] && codes(plan) == [])
        // The table keeps what they wrote.
        #expect(plan.table.contains("detenuti e ragazzi"))
        #expect(codes(try self.plan(text, into: plan.written)) == [])
    }

    private func plan(_ text: String, _ options: KnowledgeBase.ImportOptions) throws -> TableImport {
        try plan(text, into: .init(), options)
    }
}
