import Synchronization

/// Scanners that short texts share, one user at a time: making one costs more than most texts, and a scanner that has
/// seen other texts knows most words.
enum ScannerPool {
    private struct Resting: @unchecked Sendable {
        // Whoever takes it is its only user.
        let scanner: TermScanner
    }

    private static let resting = Mutex<[Resting]>([])
    private static let limit = 8

    static func take() -> TermScanner {
        resting.withLock { $0.popLast() }?.scanner ?? TermScanner(cacheSize: 2_048)
    }

    static func giveBack(_ scanner: TermScanner) {
        let scanner = Resting(scanner: scanner)
        resting.withLock { if $0.count < limit { $0.append(scanner) } }
    }
}
