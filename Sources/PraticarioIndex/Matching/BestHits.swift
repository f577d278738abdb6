import PraticarioSearch

/// The best of the hits in the order of relevance, with their scores.
///
/// What neighbouring words add is known only when it is looked up where they stand. So it is looked up for those alone that
/// could be among the best if theirs stood side by side, the most promising first, until the rest cannot overtake.
struct BestHits {
    private let hits: ScoredHits
    private let standings: Standings
    private let subject: Subject
    private let scorer: Ranking.Scorer
    private let neighbours: [(first: Int, second: Int)]
    /// Of each pair the terms that it joins, a bit each.
    private let pairs: [UInt64]
    /// The numbers of the pairs, those that can add most first.
    private let byWeight: [Int]
    /// By the terms that were found, where they are few enough: the share of the subject, and the most that neighbours add.
    private let shares: [Double]
    private let nearness: [Double]
    /// By rowid the place of a document among equals.
    private let places: [Int32]
    private let order = HitOrder(.relevance)
    /// What rounding may do to a sum of a hundred numbers is far less.
    private static let slack = 1 + 1e-9
    /// As many terms have so few sets that what depends on them alone is worked out once for each set.
    private static let fewTerms = 10

    private typealias Ranked = (index: Int, rank: HitOrder.Rank)

    init(
        _ hits: ScoredHits, _ query: ResolvedQuery, _ standings: Standings, _ subject: Subject, _ gathering: Gathering,
        places: [Int32]
    ) {
        (self.hits, self.standings, self.subject, self.places) = (hits, standings, subject, places)
        scorer = gathering.scorer
        neighbours = query.neighbours
        let terms = query.termsOfPatterns
        pairs = neighbours.map { 1 << UInt64(terms[$0.first]) | 1 << UInt64(terms[$0.second]) }
        let most = pairs.indices.map { [scorer] in scorer.mostNearness(of: 1 << UInt64($0)) }
        byWeight = pairs.indices.sorted { most[$0] > most[$1] }
        let sets = query.terms.count <= Self.fewTerms ? Array(0..<UInt64(1) << UInt64(query.terms.count)) : []
        shares = sets.map(subject.share)
        nearness = sets.map { [pairs, scorer] in scorer.mostNearness(of: Self.nearPairs($0, pairs)) }
    }

    /// Numbers of hits, the best first.
    func first(_ count: Int, _ reader: PlaceReader) throws -> [(index: Int, score: Double)] {
        guard count < hits.count else {
            let ranks = try hits.indices.map { rank($0, score: try score(of: $0, reader)) }
            return hits.indices.sorted { order.precedes(ranks[$0], ranks[$1]) }.map { ($0, ranks[$0].score) }
        }
        let ranked = promising(count)
        var best: [Ranked] = []
        func take(_ index: Int, score: Double) {
            let rank = rank(index, score: score)
            best.insert((index, rank), at: best.firstIndexInOrder { order.precedes(rank, $0.rank) })
            if best.count > count { best.removeLast() }
        }
        for index in ranked { take(index, score: try score(of: index, reader)) }
        guard let last = best.last, !pairs.isEmpty else {
            return best.map { ($0.index, $0.rank.score) }
        }
        for (index, rank) in overtaking(last.rank, but: Set(ranked)) {
            guard let last = best.last, order.precedes(rank, last.rank) else { break }
            // Most neighbours do not meet: after one or two of them the rest cannot make up for it.
            let distances = try distances(in: index, reader) { open, distances in
                let words = distances.withUnsafeBufferPointer { scorer.withNearness(hits.words[index], $0) }
                return order.precedes(
                    self.rank(index, score: upper(index, words, beside: scorer.mostNearness(of: open))), last.rank)
            }
            if let distances { take(index, score: score(of: index, distances)) }
        }
        return best.map { ($0.index, $0.rank.score) }
    }

    /// Those that would be the first if no two words stood near each other.
    private func promising(_ count: Int) -> [Int] {
        hits.indices.lazy.map { (index: $0, rank: rank($0, score: lower($0))) }
            .first(count) { order.precedes($0.rank, $1.rank) }
            .map(\.index)
    }

    /// The others that would come before a rank if all their neighbours stood side by side, the most promising first.
    private func overtaking(_ last: HitOrder.Rank, but known: Set<Int>) -> [Ranked] {
        hits.indices.compactMap { index -> Ranked? in
            let rank = rank(index, score: upper(index))
            return order.precedes(rank, last) && !known.contains(index) ? (index, rank) : nil
        }
        .sorted { order.precedes($0.rank, $1.rank) }
    }

    /// Its whole score.
    func score(of index: Int, _ reader: PlaceReader) throws -> Double {
        score(of: index, try distances(in: index, reader))
    }

    private func score(of index: Int, _ distances: [Int32]) -> Double {
        distances.withUnsafeBufferPointer {
            scorer.score(words: hits.words[index], distances: $0, share: share(index))
        }
    }

    /// Of each pair of neighbours, see `Ranking.Found`.
    func distances(in index: Int, _ reader: PlaceReader) throws -> [Int32] {
        try distances(in: index, reader) { _, _ in true } ?? []
    }

    /// - Parameter goesOn: told the pairs that are still open, a bit each, and the distances of the others; `nil` comes out
    ///   where it says no.
    private func distances(
        in index: Int, _ reader: PlaceReader, while goesOn: (UInt64, [Int32]) -> Bool
    ) throws -> [Int32]? {
        var open = Self.nearPairs(hits.found[index], pairs)
        var distances = [Int32](repeating: 0, count: neighbours.count)
        let rowid = hits.rowids[index]
        for pair in byWeight where open & 1 << UInt64(pair) != 0 {
            let (first, second) = neighbours[pair]
            distances[pair] = Place.distance(
                try reader.places(of: first, in: rowid), try reader.places(of: second, in: rowid))
            open &= ~(1 << UInt64(pair))
            if open != 0, !goesOn(open, distances) { return nil }
        }
        return distances
    }

    /// The pairs of which a document with these terms has both words, a bit each.
    private static func nearPairs(_ found: UInt64, _ pairs: [UInt64]) -> UInt64 {
        var near: UInt64 = 0
        for index in pairs.indices where found & pairs[index] == pairs[index] { near |= 1 << UInt64(index) }
        return near
    }

    /// As if no two words stood near each other.
    @inline(__always)
    private func lower(_ index: Int) -> Double { total(hits.words[index], index) }

    /// As if all neighbours stood side by side.
    @inline(__always)
    private func upper(_ index: Int) -> Double {
        let found = hits.found[index]
        let most =
            nearness.isEmpty ? scorer.mostNearness(of: Self.nearPairs(found, pairs)) : nearness[Int(found)]
        return upper(index, hits.words[index], beside: most)
    }

    @inline(__always)
    private func upper(_ index: Int, _ words: Double, beside nearness: Double) -> Double {
        total(words + nearness, index) * Self.slack
    }

    @inline(__always)
    private func total(_ words: Double, _ index: Int) -> Double {
        Ranking.Scorer.score(words, share: share(index))
    }

    @inline(__always)
    private func share(_ index: Int) -> Double {
        shares.isEmpty ? subject.share(of: hits.found[index]) : shares[Int(hits.found[index])]
    }

    @inline(__always)
    private func rank(_ index: Int, score: Double) -> HitOrder.Rank {
        let rowid = hits.rowids[index]
        return HitOrder.Rank(
            isInPlace: standings.inPlace?.contains(rowid) ?? false, score: score, place: places[Int(rowid)])
    }
}
