import PraticarioSystem

/// Problems of one file in their order: as many as anybody reads, then how many more there are.
struct ProblemList {
    /// Of errors, and of warnings.
    let limit: Int
    private var told: [Diagnostic] = []
    private var counts: [Diagnostic.Severity: Int] = [:]

    init(limit: Int = 100) {
        self.limit = limit
    }

    /// Nothing is made of a problem that is not told.
    mutating func append(_ code: DiagnosticCode, _ make: () -> Diagnostic) {
        let count = counts[code.severity, default: 0]
        counts[code.severity] = count + 1
        if count < limit { told.append(make()) }
    }

    var hasErrors: Bool { counts[.error] != nil }

    /// - Parameter path: of the file.
    func diagnostics(path: String) -> [Diagnostic] {
        let rest = counts.values.reduce(0, +) - told.count
        guard rest > 0 else { return told }
        let message = LocalizedText(
            it: "qui ci sono altri problemi, almeno \(rest): correggi questi e ripeti il controllo",
            en: "there are more problems here, at least \(rest): correct these and check again")
        return told + [Diagnostic(.moreProblems, path: path, at: told.last?.place, message: message)]
    }
}
