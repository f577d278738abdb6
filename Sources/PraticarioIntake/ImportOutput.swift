public import Praticario
import PraticarioCorpus
import PraticarioSystem

/// `import --format json`.
public struct ImportOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let dryRun: Bool
    public let table: String
    public let toCorrect: String?
    public let columns: [ColumnOutput]
    public let personalColumns: [String]
    public let added: Int
    public let updated: Int
    public let leftOut: Int
    public let problems: [DiagnosticOutput]

    public struct ColumnOutput: Codable, Hashable, Sendable {
        public let heading: String
        public let target: String
    }

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
