public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// `check --format json`.
public struct CheckOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let sheets: Int
    public let errors: Int
    public let warnings: Int
    public let problems: [DiagnosticOutput]

    public init(_ diagnostics: [Diagnostic], sheets: Int) {
        self.sheets = sheets
        errors = diagnostics.count { $0.severity == .error }
        warnings = diagnostics.count { $0.severity == .warning }
        problems = diagnostics.map(DiagnosticOutput.init)
    }
}
