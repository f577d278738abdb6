/// All runs of so many words of a text, in lower case: what texts that were copied from one another have in common,
/// and texts on the same subject do not (Broder, «On the resemblance and containment of documents», 1997).
package struct Shingles: Sendable {
    private let runs: Set<[String]>

    /// - Parameter length: in words; a text of fewer has no run.
    package init(_ text: String, length: Int = 4) {
        let words = Prose.words(text).map { $0.lowercased() }
        guard words.count >= length else {
            runs = []
            return
        }
        runs = Set((0...words.count - length).map { Array(words[$0..<$0 + length]) })
    }

    /// Jaccard: of all the runs of both, the share that both have. 0 where neither has any.
    package func similarity(to other: Shingles) -> Double {
        let shared = runs.intersection(other.runs).count
        let all = runs.count + other.runs.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }
}
