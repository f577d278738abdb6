import Praticario
import PraticarioSearch
import PraticarioCorpus
import PraticarioSystem

/// A problem, as every command's JSON writes it.
struct DiagnosticOutput: Encodable {
    let code: String
    let severity: String
    let path: String?
    let line: Int?
    let column: Int?
    let cell: Bool?
    let message: LocalizedText

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code.rawValue
        severity = diagnostic.severity.rawValue
        path = diagnostic.path
        line = diagnostic.place?.line
        column = diagnostic.place?.column
        cell = diagnostic.place?.isCell == true ? true : nil
        message = diagnostic.message
    }
}

/// `check --format json`.
struct CheckOutput: Encodable {
    let version = outputVersion
    let sheets: Int
    let errors: Int
    let warnings: Int
    let problems: [DiagnosticOutput]

    init(_ diagnostics: [Diagnostic], sheets: Int) {
        self.sheets = sheets
        errors = diagnostics.count { $0.severity == .error }
        warnings = diagnostics.count { $0.severity == .warning }
        problems = diagnostics.map(DiagnosticOutput.init)
    }
}

/// `index --format json`.
struct IndexOutput: Encodable {
    let version = outputVersion
    let outcome: String
    let sheets: Int
    let filesRead: Int
    let errors: Int
    let warnings: Int

    init(_ report: IndexReport) {
        outcome = report.outcome.rawValue
        sheets = report.sheets
        filesRead = report.filesRead
        errors = report.errors
        warnings = report.warnings
    }
}
