import PraticarioSystem

/// What is wrong with one file, gathered while it is read: each problem with its place and what stands there.
///
/// The one way in which whatever reads records, headers and vocabularies reports.
struct RecordProblems {
    private let record: Record
    /// Under which code everything is told, for files that have one code for all that can be wrong with them.
    private let code: DiagnosticCode?
    private(set) var diagnostics: [Diagnostic]

    init(of record: Record, _ diagnostics: [Diagnostic] = [], allAs code: DiagnosticCode? = nil) {
        self.record = record
        self.code = code
        self.diagnostics = diagnostics
    }

    mutating func report(_ code: DiagnosticCode, _ place: TextPlace?, it: String, en: String) {
        diagnostics.append(record.diagnostic(self.code ?? code, at: place, LocalizedText(it: it, en: en)))
    }
}
