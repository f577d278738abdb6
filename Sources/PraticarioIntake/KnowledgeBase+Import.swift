public import PraticarioCorpus
import ItalianText
import PraticarioPrograms
import PraticarioSearch
public import PraticarioSystem
public import Praticario

extension KnowledgeBase {
    /// What an import did, or would do.
    public struct ImportReport: Sendable {
        package var plan: TableImport
        /// The table that takes the rows, relative to the knowledge base.
        public var table: String
        /// Where the rows that need an answer stand; `nil` when there are none.
        public var toCorrect: String?
    }

    /// Takes the rows of a spreadsheet, `.xlsx` or CSV, into a table of the knowledge base, as drafts.
    ///
    /// Importing again updates the rows with the same id. The table, what its columns are, and `da-correggere.csv` are
    /// written beside their places and renamed.
    /// - Parameters:
    ///   - path: the spreadsheet.
    ///   - name: of the table in `tabelle/`; by default that of the file. Rows whose ids one table has go there.
    ///   - kind: of the rows that state none.
    ///   - columns: what a column is, by its heading, where the proposal is wrong.
    ///   - language: of the problems that `da-correggere.csv` names.
    ///   - isDryRun: makes the same plan and writes nothing.
    ///   - correctionsFolder: where `da-correggere.csv` is written, by default the current folder.
    ///   - progress: hears, from any thread, how many files of the knowledge base are read.
    /// - Throws: `FileProblem`; `ProgramProblem` where an `.xlsx` cannot be read, or not here.
    @discardableResult
    public func importSpreadsheet(
        _ path: String, name: String? = nil, kind: EntryKind = .experience, columns: [String: TableTarget] = [:],
        language: Language = .italian, isDryRun: Bool = false, correctionsFolder: String? = nil,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> ImportReport {
        let bytes = try await Self.csv(of: path)
        try refresh(progress: progress)
        let now = snapshot()
        let heads = try now.heads(now.ids())
        let table = table(named: name, for: path, bytes, heads)
        let mapPath = ContentFiles.File.mapPath(ofTable: table)
        let present = TableImport.Present(
            table: try existing(table), map: try existing(mapPath),
            others: heads.filter { $0.origin.path != table })
        let plan = TableImport(
            bytes, path: path, kind: kind, overrides: columns, into: present, now.vocabularies, language: language)
        var report = ImportReport(plan: plan, table: table)
        if plan.toCorrect != nil {
            report.toCorrect = (correctionsFolder ?? Files.currentFolder) + "/da-correggere.csv"
        }
        guard !isDryRun else { return report }
        try Files.makeFolder(folder.path(KnowledgeBaseFolder.tablesFolder))
        // The map first: a table without one would be read by guessing.
        try Files.write(Array(plan.map.text(in: now.settings.language).utf8), to: folder.path(mapPath))
        try Files.write(Array(plan.table.utf8), to: folder.path(table))
        if let text = plan.toCorrect, let path = report.toCorrect { try Files.write(Array(text.utf8), to: path) }
        try refresh(progress: progress)
        return report
    }

    private func existing(_ path: String) throws -> [UInt8]? {
        Files.type(of: folder.path(path)) == .file ? try Files.read(folder.path(path)) : nil
    }

    /// A spreadsheet as CSV; programs write the first sheet of a form's answers.
    private static func csv(of path: String) async throws -> [UInt8] {
        let lower = path.lowercased()
        guard lower.hasSuffix(".xlsx") || lower.hasSuffix(".xlsm") else { return try Files.read(path) }
        guard Files.type(of: path) == .file else { throw FileProblem(path: path, reason: "No such file") }
        return try await ExternalProgram.xlsx2csv.run(
            ["--dateformat", "%Y-%m-%d", "--", Files.absolute(path)])
    }

    /// The table that was named; else the one that already has most of the rows' ids; else one called like the file.
    private func table(named name: String?, for path: String, _ bytes: [UInt8], _ heads: [EntryHead]) -> String {
        func tablePath(_ slug: String) -> String { "\(KnowledgeBaseFolder.tablesFolder)/\(slug).csv" }
        if let name, !TextKey.slug(name).isEmpty { return tablePath(TextKey.slug(name)) }
        let table = SheetTable.read(bytes, map: nil, path: path)
        let ids = Set(
            table.records.map { record in
                record.fields.first { $0.key == FieldName.id.rawValue }.flatMap { field in
                    if case .text(let text) = field.value.content { text } else { nil }
                } ?? record.fallbackID
            })
        var owners: [String: Int] = [:]
        for head in heads where head.origin.row != nil && ids.contains(head.id) {
            owners[head.origin.path, default: 0] += 1
        }
        if let owner = owners.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key { return owner }
        let file = path.split(separator: "/").last.map(String.init) ?? ""
        let slug = TextKey.slug(String(file.prefix { $0 != "." }))
        return tablePath(slug.isEmpty ? "tabella" : slug)
    }
}
