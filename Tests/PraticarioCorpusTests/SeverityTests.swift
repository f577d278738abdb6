import Foundation
import PraticarioCorpus
import Testing

/// How grave each problem is stands in `docs/diagnostics.md`, as the first word under its code.
@Suite struct SeverityTests {
    private static let words: [String: Diagnostic.Severity] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/diagnostics.md")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let found = text.matches(of: #/\n### ([a-z-]+)\n\n(Errore|Avviso)\b/#).map { match in
            (String(match.output.1), match.output.2 == "Errore" ? Diagnostic.Severity.error : .warning)
        }
        return Dictionary(found) { first, _ in first }
    }()

    @Test(arguments: DiagnosticCode.allCases)
    func `a code is as grave as its paragraph says`(code: DiagnosticCode) {
        #expect(code.severity == Self.words[code.rawValue])
    }

    @Test func `every paragraph is of a code`() {
        #expect(Self.words.keys.sorted() == DiagnosticCode.allCases.map(\.rawValue).sorted())
    }
}
