import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem
import PraticarioWorkbooks
import TestSupport
import Testing

@testable import PraticarioIntake

/// What leaves as a table comes back as it was: exported, imported, and the form in between.
@Suite struct RoundTripTests {
    /// What tables say in other words, and why.
    private static let otherwise: [FieldName: String] = [
        .results: "figures come back as words", .contact: "addresses are told by their form",
    ]

    /// - Parameter others: ids of sheets that it refers to, which leave and come back with it.
    private func returned(
        _ sheet: String, as format: ExportFormat, dialect: CSVDialect = .excel, with others: [String] = []
    ) async throws -> Entry {
        let (source, target) = (try TemporaryBase(), try TemporaryBase())
        try source.write(sheet, to: "schede/modello.md")
        for id in others {
            try source.write(
                "---\ntitolo: \(id)\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n", to: "schede/\(id).md")
        }
        let file = source.folder.path("fuori." + format.rawValue)
        var options = ExportOptions()
        options.dialect = dialect
        try await KnowledgeBase.open(source.folder.root).export(
            .search(""), as: format, to: file, options: options, includingDrafts: true)
        let base = try KnowledgeBase.open(target.folder.root)
        let report = try await base.importSpreadsheet(file, correctionsFolder: target.folder.root)
        let ids = try base.snapshot().ids().filter { !others.contains($0) }
        return try #require(try base.snapshot().entries(ids).first, "\(report.plan.diagnostics)")
    }

    @Test(arguments: MarkedField.all, [ExportFormat.csv, .xlsx])
    func `every field comes back from a table`(marked: MarkedField, format: ExportFormat) async throws {
        let before = try #require(marked.entry())
        let after = try await returned(
            marked.sheet(in: .italian), as: format, with: marked.field == .related ? MarkedField.others : [])
        guard Self.otherwise[marked.field] == nil else { return }
        #expect(marked.field.row.value(after) == marked.field.row.value(before))
        // Nothing else came of it.
        #expect(after.title == before.title && after.kind == before.kind && after.territories == before.territories)
    }

    @Test(arguments: [(ExportFormat.csv, CSVDialect.excel), (.csv, .rfc4180), (.xlsx, .excel)])
    func `several sources, permission, results and what looks like a formula come back`(
        format: ExportFormat, dialect: CSVDialect
    ) async throws {
        let sheet = """
            ---
            titolo: "+Orto, l'orto in più"
            tipo: pratica
            temi: [sport, scuola]
            destinatari: [Giovani, Persone detenute]
            territori: [Roma, Castro (LE), provincia di Foggia]
            bisogni: "-20% di verde"
            pubblicazione: pubblicata
            licenza: CC-BY-4.0
            permesso: {da: Rete di prova, data: 2026-01-10}
            organizzazione: {nome: "@Rete; degli orti", tipo: ETS, codice_fiscale: "80078750587", sito: "https://esempio.it"}
            contatto: {ruolo: segreteria, email: info@esempio.it, telefono: "06 1234", sito: "https://esempio.it/chi"}
            risultati: {testo: "=24 orti"}
            fonti:
              - {titolo: Un incontro}
              - {titolo: "Giornale; edizione locale", url: "https://esempio.it/uno", consultata: 2026-01-02}
              - {titolo: Sito della rete, url: "https://esempio.it/due"}
            ---

            ## Che cosa si fa

            Si zappa.

            ## Risultati

            Molti.
            """
        let before = try #require(
            ParsedFile(Array(sheet.utf8), path: "schede/modello.md", SmallWorld.vocabularies).sheets.first)
        let after = try await returned(sheet, as: format, dialect: dialect)
        #expect(after.title == before.title && after.needs == before.needs)
        #expect(after.themes == before.themes && after.targetGroups == before.targetGroups)
        #expect(after.territories == before.territories)
        #expect(after.organization == before.organization && after.contact == before.contact)
        #expect(after.sources == before.sources && after.permission == before.permission)
        #expect(after.licence == before.licence && after.publication == before.publication)
        #expect(after.results == before.results)
        #expect(after.sections.map(\.title) == before.sections.map(\.title))
        #expect(after.sections.map(\.text) == before.sections.map(\.text))
    }

    @Test func `the case of the garden comes back`() async throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/05-andata-e-ritorno-csv/orto.md").path()
        let sheet = String(decoding: try Files.read(path), as: UTF8.self)
        let entry = try await returned(sheet, as: .csv)
        #expect(entry.title == "+Orto, l'orto in più" && entry.organization?.name == "Rete degli orti")
        #expect(entry.sources.map(\.title) == ["Sito della rete", "Giornale di quartiere"])
        #expect(entry.sources.map(\.url) == ["https://esempio.it/uno", "https://esempio.it/due"])
    }

    @Test func `text without a heading comes back once, however often it goes`() async throws {
        let sheet = "---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n\nUn inizio.\n"
        let once = try await returned(sheet, as: .csv)
        let body = "---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n\n" + once.body
        let twice = try await returned(body, as: .csv)
        #expect(once.sections.map(\.text) == ["Un inizio."] && twice.sections.map(\.text) == ["Un inizio."])
    }

    @Test func `a sheet without a licence does not come back with one`() async throws {
        let sheet = "---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n"
        #expect(try await returned(sheet, as: .csv).licence == nil)
    }

    // MARK: The form

    @Test(arguments: Language.allCases)
    func `every question of the form is read where it is asked`(language: Language) throws {
        let columns = PracticeForm(SmallWorld.vocabularies, language: language).columns
        var expected: [TableTarget] = []
        for column in columns {
            let question = FieldName.allCases.lazy.flatMap { name in name.row.questions.map { (name, $0) } }
                .first { $0.1.heading[language] == column.heading }
            if let (name, question) = question {
                expected.append(question.part.map { .part(name, $0) } ?? .field(name))
            } else {
                let section = try #require(StandardSection(named: column.heading))
                expected.append(.section(section.label.it))
            }
        }
        let headings = columns.map { $0.heading + ($0.isRequired ? " *" : "") }
        let writer = CSVWriter(.excel)
        let answers = columns.map { answer($0, language) }
        let plan = try TableImport(
            Array((writer.line(headings) + writer.line(answers)).utf8), path: "modulo.csv", .init(), into: .init(),
            SmallWorld.vocabularies, language: language)
        #expect(plan.map.columns.filter { $0.target != .field(.id) }.map(\.target) == expected)
        #expect(plan.diagnostics.map(\.code) == [] && plan.counts == .init(added: 1))
        let sheet = try #require(plan.sheets.first)
        #expect(sheet.organization?.type?.label.it == "ETS" && sheet.organization?.url == "https://esempio.it")
        #expect(sheet.sources.map(\.url) == ["https://esempio.it"])
        #expect(sheet.sources.map(\.title) == [language.say("testo Fonte", "testo Source")])
    }

    private func answer(_ column: FormWorkbook.Column, _ language: Language) -> String {
        if let choice = column.choices.first { return choice }
        switch column.heading {
        case "Territorio", "Territory": return "Roma"
        case "Sito dell'ente", "Website", "Indirizzo della fonte", "Link": return "https://esempio.it"
        case "Anno di inizio", "Start": return "2019"
        default: return "testo " + column.heading
        }
    }
}
