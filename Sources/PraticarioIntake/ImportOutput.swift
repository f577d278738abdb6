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
    /// As the file beside the table will have them, `id` among them.
    public let columns: [ColumnOutput]
    /// Headings of columns that ask who answered: they are not taken along.
    public let personalColumns: [String]
    /// Rows that are new.
    public let added: Int
    /// Rows that take the place of one with the same id.
    public let updated: Int
    /// Rows that stay out, for want of a title or a kind or because another table or file has their id.
    public let leftOut: Int
    /// By row of the spreadsheet.
    public let problems: [DiagnosticOutput]

    /// What a column was taken for.
    public struct ColumnOutput: Codable, Hashable, Sendable {
        /// As the spreadsheet writes it.
        public let heading: String
        /// A field or a part of one in English, a section by its heading, or `-`.
        public let target: String
    }

    /// `isDryRun` as it was told to `importSpreadsheet`.
    public init(_ report: KnowledgeBase.ImportReport, isDryRun: Bool) {
        let plan = report.plan
        dryRun = isDryRun
        table = report.table
        toCorrect = report.toCorrect
        columns = plan.map.columns.map { ColumnOutput(heading: $0.heading, target: $0.target.text(in: .english)) }
        personalColumns = plan.personalColumns
        (added, updated, leftOut) = (plan.added, plan.updated, plan.leftOut)
        problems = plan.diagnostics.map(DiagnosticOutput.init)
    }
}
