import Synchronization

/// Scanners that short texts share, one user at a time: making one costs more than most texts, and a scanner that has
/// seen other texts knows most words.
final class ScannerPool: Sendable {
    private struct Resting: @unchecked Sendable {
        // Whoever takes it is its only user.
        let scanner: TermScanner
    }

    private let rules: any LanguageRules
    private let cacheSize: Int
    private let resting = Mutex<[Resting]>([])
    private static let limit = 8

    /// - Parameter cacheSize: a small cache is made faster than a large one, which counts for one short text.
    init(_ rules: any LanguageRules, cacheSize: Int = 2_048) {
        self.rules = rules
        self.cacheSize = cacheSize
    }

    func take() -> TermScanner {
        resting.withLock { $0.popLast() }?.scanner ?? TermScanner(rules, cacheSize: cacheSize)
    }

    func giveBack(_ scanner: TermScanner) {
        let scanner = Resting(scanner: scanner)
        resting.withLock { if $0.count < Self.limit { $0.append(scanner) } }
    }
}
