import PraticarioCorpus
import ItalianText
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

    /// Takes the rows of a spreadsheet, `.xlsx`, `.ods` or CSV, into a table of the knowledge base, as drafts.
    ///
    /// Importing again changes the cells that changed in the spreadsheet since, and no cell that was corrected in the
    /// table. The table, what its columns are, what the spreadsheet said, and `da-correggere.csv` are written beside their
    /// places and renamed; `EditJournal.undo()` puts the first three back.
    /// - Parameters:
    ///   - path: the spreadsheet.
    ///   - name: of the table in `tabelle/`; by default that of the file. Rows whose ids one table has go there.
    ///   - options: how to read it, where that is not to be found out.
    ///   - language: of the problems that `da-correggere.csv` names.
    ///   - isDryRun: makes the same plan and writes nothing.
    ///   - correctionsFolder: where `da-correggere.csv` is written, by default the current folder.
    ///   - progress: hears, from any thread, how many files of the knowledge base are read.
    /// - Throws: `ImportProblem`, `FileProblem`; `ProgramProblem` where an `.xlsx` cannot be read here.
    @discardableResult
    public func importSpreadsheet(
        _ path: String, name: String? = nil, _ options: ImportOptions = ImportOptions(),
        language: Language = .italian, isDryRun: Bool = false, correctionsFolder: String? = nil,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> ImportReport {
        try importTable(
            try await SpreadsheetFile.csv(of: path), of: path, name: name, options, language: language,
            isDryRun: isDryRun, correctionsFolder: correctionsFolder, progress: progress)
    }

    /// As `importSpreadsheet`, of a spreadsheet that is CSV already.
    @discardableResult
    package func importTable(
        _ bytes: [UInt8], of path: String, name: String? = nil, _ options: ImportOptions, language: Language,
        isDryRun: Bool, correctionsFolder: String?, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> ImportReport {
        try refresh(progress: progress)
        let now = snapshot()
        let heads = try now.heads(now.ids())
        let choice = try TableChoice(bytes, path: path, name: name, options, heads, in: folder)
        let table = choice.table
        let mapPath = ContentFiles.File.mapPath(ofTable: table)
        let originPath = Self.originPath(ofTable: table)
        let present = TableImport.Present(
            table: try existing(table), map: try existing(mapPath), origin: try existing(originPath),
            own: heads.filter { $0.origin.path == table }, others: heads.filter { $0.origin.path != table })
        let plan = try TableImport(
            bytes, path: path, options, into: present, now.vocabularies, language: language)
        if let heading = plan.missingColumns.first { throw ImportProblem.noColumn(path, heading: heading) }
        var report = ImportReport(plan: plan, table: table)
        let handedOut = CorrectionFiles(folder)
        if plan.toCorrect != nil {
            report.toCorrect = handedOut.place(in: correctionsFolder ?? Files.currentFolder, importing: path)
        }
        guard !isDryRun, plan.hasRows else { return report }
        // The map first: a table without one would be read by guessing.
        var changes = [
            FileChange(mapPath, from: present.map, to: Array(plan.map.text(in: now.settings.language).utf8)),
            FileChange(table, from: present.table, to: Array(plan.table.utf8)),
        ]
        if let origin = plan.origin {
            changes.append(FileChange(originPath, from: present.origin, to: Array(origin.utf8)))
        }
        try EditJournal(folder).carryOut(changes)
        if let text = plan.toCorrect, let path = report.toCorrect { try handedOut.write(Array(text.utf8), to: path) }
        try refresh(progress: progress)
        return report
    }

    func existing(_ path: String) throws -> [UInt8]? {
        Files.type(of: folder.path(path)) == .file ? try Files.read(folder.path(path)) : nil
    }

    /// `origini/x.csv` of `tabelle/x.csv`.
    static func originPath(ofTable table: String) -> String {
        KnowledgeBaseFolder.originsFolder + table.dropFirst(KnowledgeBaseFolder.tablesFolder.count)
    }
}
