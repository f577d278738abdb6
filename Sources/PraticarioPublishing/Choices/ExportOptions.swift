public import PraticarioCorpus

/// How a format is written, where it leaves a choice.
public struct ExportOptions: Codable, Hashable, Sendable {
    /// How much of each sheet documents show.
    public enum Detail: String, Codable, CaseIterable, Sendable {
        /// Title, summary, what it is about, sources.
        case short
        /// Everything that may leave.
        case full
    }

    /// Of documents: `markdown`, `html`, `docx`, `odt`, `epub`, `pdf`.
    public var detail = Detail.full
    /// Of `csv`.
    public var dialect = CSVDialect.excel
    /// A `.docx` or `.odt` whose styles, header and footer a document of the same kind takes.
    public var template: String?

    /// Full documents, tables for Excel, our own styles.
    public init() {}
}
