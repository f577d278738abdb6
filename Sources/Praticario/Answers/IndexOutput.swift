public import PraticarioSearch

/// `index --format json`.
public struct IndexOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// An `IndexReport.Outcome`, such as `updated`.
    public let outcome: String
    /// In the index afterwards.
    public let sheets: Int
    /// In this update.
    public let filesRead: Int
    /// Of the whole knowledge base, as of this update.
    public let errors: Int
    /// Of the whole knowledge base, as of this update.
    public let warnings: Int

    /// From `KnowledgeBase.report`, or from what `refresh` returned.
    public init(_ report: IndexReport) {
        outcome = report.outcome.rawValue
        sheets = report.sheets
        filesRead = report.filesRead
        errors = report.errors
        warnings = report.warnings
    }
}
