public import PraticarioCorpus

/// How a selection is written, where a format leaves a choice.
public struct ExportOptions: Sendable {
    /// How much of each sheet documents show.
    public enum Detail: String, CaseIterable, Sendable {
        /// Title, summary, what it is about, sources.
        case short
        case full
    }

    public var detail = Detail.full
    /// Of `csv`.
    public var dialect = CSVDialect.excel
    /// A `.docx` or `.odt` whose styles, header and footer a document of the same kind takes.
    public var template: String?

    public init() {}
}
