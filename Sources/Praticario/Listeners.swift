import Synchronization

/// Those who want to hear of something, each through a stream of its own.
final class Listeners<News: Sendable>: Sendable {
    private let state = Mutex<(next: Int, all: [Int: AsyncStream<News>.Continuation])>((0, [:]))

    func stream() -> AsyncStream<News> {
        let (stream, continuation) = AsyncStream.makeStream(of: News.self)
        let number = state.withLock { state in
            state.next += 1
            state.all[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.all.removeValue(forKey: number) }
        }
        return stream
    }

    func tell(_ news: News) {
        for continuation in state.withLock({ Array($0.all.values) }) { continuation.yield(news) }
    }

    deinit {
        for continuation in state.withLock({ Array($0.all.values) }) { continuation.finish() }
    }
}
