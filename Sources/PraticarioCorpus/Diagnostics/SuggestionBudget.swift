import Synchronization

/// How many suggestions the names of one file get: each name once, and a limited number of names. A file full of unknown
/// names is another kind of text.
package final class SuggestionBudget: Sendable {
    private let state: Mutex<(left: Int, known: [String: [String]])>

    package init(_ names: Int = 20) {
        state = Mutex((names, [:]))
    }

    /// - Parameter find: goes through all candidates.
    package func suggestion(for name: String, _ find: () -> String?) -> String? {
        suggestions(for: name) { find().map { [$0] } ?? [] }.first
    }

    /// - Parameter find: goes through all candidates.
    package func suggestions(for name: String, _ find: () -> [String]) -> [String] {
        state.withLock { state in
            if let known = state.known[name] { return known }
            guard state.left > 0 else { return [] }
            state.left -= 1
            let found = find()
            state.known[name] = found
            return found
        }
    }
}
