public import PraticarioCorpus

/// `check --format json`.
public struct CheckOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// How many sheets were checked.
    public let sheets: Int
    /// How many of the problems cost a value or a sheet.
    public let errors: Int
    /// How many of the problems cost nothing.
    public let warnings: Int
    /// In reading order.
    public let problems: [DiagnosticOutput]

    /// The problems of a knowledge base, in the order in which they are given, and how many sheets it has.
    public init(_ diagnostics: [Diagnostic], sheets: Int) {
        self.sheets = sheets
        errors = diagnostics.count { $0.severity == .error }
        warnings = diagnostics.count { $0.severity == .warning }
        problems = diagnostics.map(DiagnosticOutput.init)
    }
}
