public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// `index --format json`.
public struct IndexOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let outcome: String
    public let sheets: Int
    public let filesRead: Int
    public let errors: Int
    public let warnings: Int

    public init(_ report: IndexReport) {
        outcome = report.outcome.rawValue
        sheets = report.sheets
        filesRead = report.filesRead
        errors = report.errors
        warnings = report.warnings
    }
}
