/// What stands above concepts, as a vocabulary says it.
enum BroaderConcepts {
    /// Each once, in their order.
    static func ids(_ texts: [String]) -> [String] {
        var known: Set<String> = []
        return texts.filter { !$0.isEmpty && known.insert($0).inserted }
    }

    /// The positions of concepts that lie above themselves, or between two that do; of a repeated id the first counts.
    ///
    /// Whoever has nothing above is taken away, again and again, then whoever has nothing below: in proportion to the
    /// vocabulary, however many ways lead up.
    static func cyclic(in concepts: [Concept], _ positions: [String: Int]) -> Set<Int> {
        var above = [[Int]](repeating: [], count: concepts.count)
        var below = above
        for (index, concept) in concepts.enumerated() where positions[concept.id] == index {
            above[index] = ids(concept.broader).compactMap { positions[$0] }
            for parent in above[index] { below[parent].append(index) }
        }
        var left = Set(concepts.indices)
        peel(&left, waitingFor: above, freeing: below)
        peel(&left, waitingFor: below, freeing: above)
        return left
    }

    /// Takes away whoever waits for nobody who is left.
    private static func peel(_ left: inout Set<Int>, waitingFor some: [[Int]], freeing others: [[Int]]) {
        var waiting = some.map { $0.count { left.contains($0) } }
        var free = left.filter { waiting[$0] == 0 }.sorted()
        while let index = free.popLast() {
            left.remove(index)
            for other in others[index] where left.contains(other) {
                waiting[other] -= 1
                if waiting[other] == 0 { free.append(other) }
            }
        }
    }
}
