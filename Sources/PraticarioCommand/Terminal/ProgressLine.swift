import Foundation
import Synchronization

/// A line that counts while long work goes on; silent unless a person is watching.
final class ProgressLine: Sendable {
    private let label: String
    private let isShown: Bool
    private let state = Mutex<(began: ContinuousClock.Instant, lastPercent: Int)>((.now, -1))

    init(_ label: String) {
        self.label = label
        isShown = isatty(STDERR_FILENO) == 1
    }

    /// May be called from any thread. The first half second passes in silence.
    func report(_ done: Int, _ total: Int) {
        guard isShown, total > 0 else { return }
        let percent = done * 100 / total
        state.withLock { state in
            guard percent > state.lastPercent, state.began.duration(to: .now) > .milliseconds(500) else { return }
            state.lastPercent = percent
            FileHandle.standardError.write(Data("\r\(label): \(percent)% (\(done)/\(total))".utf8))
        }
    }

    /// Takes the line away.
    func finish() {
        guard isShown, state.withLock({ $0.lastPercent >= 0 }) else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
