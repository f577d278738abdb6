import Hummingbird
import PraticarioSystem
import Synchronization

/// Answers for whoever has not come in, for as long as files are not looked at anyway: of many who ask the same at once, one
/// is answered and the others get that.
final class SharedAnswers: Sendable {
    /// What an answer depends on, but for files that are read when they are named, such as those of collections.
    struct Question: Hashable {
        /// With the name by which the server was called: pages say it where they are to be handed on.
        let address: String
        let language: Language
        /// Of the index that answers.
        let edition: String
    }

    /// In bytes, of all that is kept at once.
    static let room = 8 << 20

    private struct State {
        var answers: [Question: Response] = [:]
        var bytes = 0
        var since = ContinuousClock.now
        /// Counts how often everything was let go: what was begun before that is not kept.
        var generation = 0

        mutating func clear() {
            answers = [:]
            bytes = 0
            generation += 1
        }
    }

    private let state = Mutex(State())
    private let lifetime: Duration

    /// - Parameter seconds: after so long nothing is kept.
    init(for seconds: Double) { lifetime = .seconds(seconds) }

    func clear() { state.withLock { $0.clear() } }

    func answer(_ question: Question, _ make: () async throws -> Response) async throws -> Response {
        let (known, generation) = state.withLock { state -> (Response?, Int) in
            let now = ContinuousClock.now
            if now - state.since > lifetime {
                state.clear()
                state.since = now
            }
            return (state.answers[question], state.generation)
        }
        if let known { return known }
        let made = try await make()
        guard made.status == .ok, let size = made.body.contentLength else { return made }
        state.withLock { state in
            guard state.generation == generation, state.bytes + size <= Self.room else { return }
            state.answers[question] = made
            state.bytes += size
        }
        return made
    }
}
