public import Praticario
import PraticarioCorpus
import PraticarioSystem

/// `import --format json`.
public struct ImportOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// Whether nothing was written.
    public let dryRun: Bool
    /// The table that takes the rows, relative to the knowledge base.
    public let table: String
    /// The file with the rows that need an answer; `nil` where there are none.
    public let toCorrect: String?
    /// The row of the headings, where something stands above them.
    public let headerRow: Int?
    /// As the file beside the table will have them, `id` among them.
    public let columns: [ColumnOutput]
    /// Headings of columns that ask who answered: they are not taken along.
    public let personalColumns: [String]
    /// Rows that are new.
    public let added: Int
    /// Rows of which cells changed.
    public let updated: Int
    /// Rows that are as they were.
    public let unchanged: Int
    /// Rows that stay out, for want of a title or a kind or because another table or file has their id.
    public let leftOut: Int
    /// Rows that were taken out of the table, and stay out.
    public let deleted: Int
    /// Cells that the file has changed.
    public let changes: [ChangeOutput]
    /// By row of the spreadsheet.
    public let problems: [DiagnosticOutput]

    /// What a column was taken for.
    public struct ColumnOutput: Codable, Hashable, Sendable {
        /// As the spreadsheet writes it.
        public let heading: String
        /// A field or a part of one in English, a section by its heading, `consent`, or `-`.
        public let target: String
    }

    /// A cell that the file has changed.
    public struct ChangeOutput: Codable, Hashable, Sendable {
        /// Of the spreadsheet.
        public let row: Int
        /// Of the column.
        public let heading: String
        /// What the table said.
        public let before: String
        /// What it says now.
        public let after: String
    }

    /// `isDryRun` as it was told to `importSpreadsheet`.
    public init(_ report: KnowledgeBase.ImportReport, isDryRun: Bool) {
        let plan = report.plan
        dryRun = isDryRun
        table = report.table
        toCorrect = report.toCorrect
        headerRow = plan.headerRow
        columns = plan.map.columns.map { ColumnOutput(heading: $0.heading, target: $0.target.text(in: .english)) }
        personalColumns = plan.personalColumns
        (added, updated, unchanged) = (plan.counts.added, plan.counts.updated, plan.counts.unchanged)
        (leftOut, deleted) = (plan.counts.leftOut, plan.counts.deleted)
        changes = plan.changes.map {
            ChangeOutput(row: $0.row, heading: $0.heading, before: $0.before, after: $0.after)
        }
        problems = plan.diagnostics.map(DiagnosticOutput.init)
    }
}
