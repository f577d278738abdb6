import Dispatch
import Praticario
import ServiceLifecycle

/// Takes in what an editor, an import or git changed in the files, or the command among the people, while pages go on being
/// read.
struct Refresher: Service {
    private let library: WebLibrary
    private let interval: Double

    init(_ library: WebLibrary, every interval: Double) {
        self.library = library
        self.interval = interval
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause = interval
            while (try? await Task.sleep(for: .seconds(pause))) != nil {
                let clock = ContinuousClock()
                let took = await clock.measure { await refresh() }
                // Where looking takes long, it is not all that this machine does.
                pause = max(interval, 4 * Double(took.components.seconds))
            }
        }
    }

    /// On a thread of its own: reading files keeps nobody waiting. What does not work now is tried again the next time.
    private func refresh() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                _ = try? library.open.refresh()
                if library.whole !== library.open { _ = try? library.whole.refresh() }
                try? library.access.reload()
                // Whoever looks at what waits does not wait for it to be worked out.
                if library.reviews.isUsed { _ = try? library.review(library.whole.snapshot()) }
                continuation.resume()
            }
        }
    }
}
