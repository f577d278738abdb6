import PraticarioSystem

/// What is wrong with one file, gathered while it is read: each problem with its place and what stands there.
///
/// The one way in which whatever reads records, headers and vocabularies reports.
struct RecordProblems {
    private let record: Record
    /// Under which code everything is told, for files that have one code for all that can be wrong with them.
    private let code: DiagnosticCode?
    private let earlier: [Diagnostic]
    private var own = ProblemList()

    init(of record: Record, _ diagnostics: [Diagnostic] = [], allAs code: DiagnosticCode? = nil) {
        self.record = record
        self.code = code
        earlier = diagnostics
    }

    var diagnostics: [Diagnostic] { earlier + own.diagnostics(path: record.origin.path) }

    /// Also those beyond what is told.
    var hasErrors: Bool { own.hasErrors || earlier.contains { $0.severity == .error } }

    mutating func report(_ code: DiagnosticCode, _ place: TextPlace?, it: String, en: String) {
        let code = self.code ?? code
        own.append(code) { record.diagnostic(code, at: place, LocalizedText(it: it, en: en)) }
    }
}
