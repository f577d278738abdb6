/// What a question is about: its telling words, each with the weight of its rarity.
package struct Subject: Sendable {
    /// Of each term; 0 for words that only ask, for territories, and for what no sheet has.
    private let weights: [Double]
    private let total: Double
    /// Of each set of few terms its share.
    private var shares: [Double] = []

    /// As many terms have so few sets that all are reckoned beforehand.
    private static let few = 10

    package init(_ query: ResolvedQuery, _ ranking: Ranking, documentFrequencies: [Int]) {
        var weights: [Double] = []
        var number = 0
        for term in query.terms {
            // Any of its patterns makes a sheet have it.
            let count = documentFrequencies[number..<(number + term.patternCount)].max() ?? 0
            number += term.patternCount
            let tells = term.role != .asking && term.territories.isEmpty && count > 0
            weights.append(tells ? Ranking.weight(of: term) * ranking.inverseDocumentFrequency(count) : 0)
        }
        self.weights = weights
        total = weights.reduce(0, +)
        guard weights.count <= Self.few else { return }
        shares = (0..<(1 << weights.count)).map { reckoned(UInt64($0)) }
    }

    /// How much of it a sheet has, 0 to 1; 1 where nothing tells.
    ///
    /// - Parameter found: the terms whose words the sheet has, a bit each, the first the lowest.
    package func share(of found: UInt64) -> Double {
        shares.isEmpty ? reckoned(found) : shares[Int(found)]
    }

    private func reckoned(_ found: UInt64) -> Double {
        guard total > 0 else { return 1 }
        var sum = 0.0
        for index in weights.indices where found & 1 << UInt64(index) != 0 { sum += weights[index] }
        return sum / total
    }
}
