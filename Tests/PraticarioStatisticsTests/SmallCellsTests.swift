import PraticarioStatistics
import Testing

@Suite struct SmallCellsTests {
    @Test(arguments: [
        ([12, 3, 7], [true, false, false]), ([12, 0, 7], [true, true, true]), ([12, 5, 7], [true, true, true]),
        ([3], [false]), ([2, 2], [false, false]), ([1, 1, 9, 20], [false, false, false, true]), ([], []),
        ([4, 4, 30], [false, false, true]), ([1, 0, 0], [false, false, false]),
    ])
    func `small cells are hidden with others`(counts: [Int], shown: [Bool]) {
        #expect(SmallCells.shown(counts) == shown)
    }

    /// Whoever knows the total, what is shown and the rule finds more than one possibility for every hidden cell.
    @Test func `what is hidden cannot be had back by subtraction`() {
        for a in 0...9 {
            for b in 0...9 {
                for c in 0...9 {
                    let counts = [a, b, c]
                    let shown = SmallCells.shown(counts)
                    let hidden = counts.indices.filter { !shown[$0] }
                    guard !hidden.isEmpty else { continue }
                    #expect(hidden.count >= 2 || counts.count(where: { $0 > 0 }) < 2, "\(counts)")
                    let rest = hidden.map { counts[$0] }.reduce(0, +)
                    #expect(rest >= SmallCells.minimum || hidden.count == counts.count, "\(counts)")
                }
            }
        }
    }
}

@Suite struct CollaborationNetworkTests {
    @Test func `edges are pairs of bodies, none twice`() {
        let network = CollaborationNetwork(bodies: ["d"], groups: [["b", "a"], ["a", "b", "c"], ["c", "c"]])
        #expect(network.bodies == ["a", "b", "c", "d"])
        #expect(network.edges.map { $0.a + $0.b } == ["ab", "ac", "bc"])
        #expect(network.density == 0.5)
    }

    @Test func `new edges are those that were not there before`() {
        let before = CollaborationNetwork(bodies: ["a", "b", "c"], groups: [["a", "b"]])
        let after = CollaborationNetwork(bodies: before.bodies, groups: [["a", "b"], ["b", "c"]])
        #expect(after.edges(newSince: before).map { $0.a + $0.b } == ["bc"])
        #expect(before.density == 1.0 / 3)
        #expect(CollaborationNetwork(bodies: ["a"], groups: []).density == nil)
    }
}
