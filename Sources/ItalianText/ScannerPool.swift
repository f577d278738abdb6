import Synchronization

/// Scanners that short texts share, one user at a time: making one costs more than most texts, and a scanner that has
/// seen other texts knows most words.
final class ScannerPool: Sendable {
    private struct Resting: @unchecked Sendable {
        // Whoever takes it is its only user.
        let scanner: TermScanner
    }

    private let rules: any LanguageRules
    private let resting = Mutex<[Resting]>([])
    private static let limit = 8

    init(_ rules: any LanguageRules) {
        self.rules = rules
    }

    func take() -> TermScanner {
        resting.withLock { $0.popLast() }?.scanner ?? TermScanner(rules)
    }

    func giveBack(_ scanner: TermScanner) {
        let scanner = Resting(scanner: scanner)
        resting.withLock { if $0.count < Self.limit { $0.append(scanner) } }
    }
}
