public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// A problem, as every command's JSON writes it.
public struct DiagnosticOutput: Codable, Hashable, Sendable {
    public let code: String
    public let severity: String
    public let path: String?
    public let line: Int?
    public let column: Int?
    public let cell: Bool?
    public let message: LocalizedText

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
