public import PraticarioCorpus
public import PraticarioSystem

/// A problem, as every command's JSON writes it.
public struct DiagnosticOutput: Codable, Hashable, Sendable {
    /// A `DiagnosticCode`, such as `unknown-theme`.
    public let code: String
    /// `error` or `warning`.
    public let severity: String
    /// The file, relative to the knowledge base; `nil` for a question.
    public let path: String?
    /// From 1; a row where `cell` is true. `nil` for the file as a whole.
    public let line: Int?
    /// From 1, in Unicode scalars; where `cell` is true a column of the table, 0 for the row as a whole.
    public let column: Int?
    /// `true` for a place in a table, else `nil`.
    public let cell: Bool?
    /// What is wrong, without place and code.
    public let message: LocalizedText

    /// Its excerpt stays behind.
    public init(_ diagnostic: Diagnostic) {
        code = diagnostic.code.rawValue
        severity = diagnostic.severity.rawValue
        path = diagnostic.path
        line = diagnostic.place?.line
        column = diagnostic.place?.column
        cell = diagnostic.place?.isCell == true ? true : nil
        message = diagnostic.message
    }
}
