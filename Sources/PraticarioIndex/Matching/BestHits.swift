import PraticarioSearch

/// The best of the hits in the order of relevance, with their scores.
///
/// What neighbouring words add is known only when it is looked up where they stand. So it is looked up for those alone that
/// could be among the best if theirs stood side by side, the most promising first, until the rest cannot overtake.
struct BestHits {
    private let hits: [Candidate]
    private let subject: Subject
    private let scorer: Ranking.Scorer
    private let words: QuestionWords
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

    init(
        _ hits: [Candidate], _ query: ResolvedQuery, _ subject: Subject, _ scorer: Ranking.Scorer,
        _ words: QuestionWords,
        places: [Int32]
    ) {
        (self.hits, self.subject, self.scorer, self.words, self.places) = (hits, subject, scorer, words, places)
        neighbours = query.neighbours
        let terms = query.terms.indices.flatMap { index in query.terms[index].patterns.map { _ in index } }
        pairs = neighbours.map { 1 << UInt64(terms[$0.first]) | 1 << UInt64(terms[$0.second]) }
        let most = pairs.indices.map { scorer.mostNearness(of: 1 << UInt64($0)) }
        byWeight = pairs.indices.sorted { most[$0] > most[$1] }
        let sets = query.terms.count <= Self.fewTerms ? Array(0..<UInt64(1) << UInt64(query.terms.count)) : []
        shares = sets.map(subject.share)
        nearness = sets.map { [pairs] in scorer.mostNearness(of: Self.nearPairs($0, pairs)) }
    }

    /// Numbers of hits, the best first.
    func first(_ count: Int, _ reader: PlaceReader) throws -> [(index: Int, score: Double)] {
        guard count < hits.count else {
            let ranks = try hits.indices.map { rank($0, score: try score(of: hits[$0], reader)) }
            return hits.indices.sorted { order.precedes(ranks[$0], ranks[$1]) }.map { ($0, ranks[$0].score) }
        }
        let lowest = hits.indices.map { rank($0, score: lower(hits[$0])) }
        let ranked = hits.indices.first(count) { order.precedes(lowest[$0], lowest[$1]) }
        var best: [(index: Int, rank: HitOrder.Rank)] = []
        func take(_ index: Int, score: Double) {
            let rank = rank(index, score: score)
            best.insert((index, rank), at: best.firstIndexInOrder { order.precedes(rank, $0.rank) })
            if best.count > count { best.removeLast() }
        }
        for index in ranked { take(index, score: try score(of: hits[index], reader)) }
        guard let last = best.last, !pairs.isEmpty else {
            return best.map { ($0.index, $0.rank.score) }
        }
        let known = Set(ranked)
        var rest: [(index: Int, rank: HitOrder.Rank)] = []
        for index in hits.indices {
            let rank = rank(index, score: upper(hits[index]))
            if order.precedes(rank, last.rank), !known.contains(index) { rest.append((index, rank)) }
        }
        rest.sort { order.precedes($0.rank, $1.rank) }
        for (index, rank) in rest {
            guard let last = best.last, order.precedes(rank, last.rank) else { break }
            let hit = hits[index]
            // Most neighbours do not meet: after one or two of them the rest cannot make up for it.
            let distances = try distances(in: hit, reader) { open, distances in
                let words = distances.withUnsafeBufferPointer { scorer.withNearness(hit.words, $0) }
                return order.precedes(
                    self.rank(index, score: upper(hit, words, beside: scorer.mostNearness(of: open))), last.rank)
            }
            if let distances { take(index, score: score(of: hit, distances)) }
        }
        return best.map { ($0.index, $0.rank.score) }
    }

    /// Its whole score.
    func score(of hit: Candidate, _ reader: PlaceReader) throws -> Double {
        score(of: hit, try distances(in: hit, reader))
    }

    private func score(of hit: Candidate, _ distances: [Int32]) -> Double {
        distances.withUnsafeBufferPointer {
            scorer.score(words: hit.words, distances: $0, share: subject.share(of: hit.found))
        }
    }

    /// Of each pair of neighbours, see `Ranking.Found`.
    func distances(in hit: Candidate, _ reader: PlaceReader) throws -> [Int32] {
        try distances(in: hit, reader) { _, _ in true } ?? []
    }

    /// - Parameter goesOn: told the pairs that are still open, a bit each, and the distances of the others; `nil` comes out
    ///   where it says no.
    private func distances(
        in hit: Candidate, _ reader: PlaceReader, while goesOn: (UInt64, [Int32]) -> Bool
    ) throws -> [Int32]? {
        var open = Self.nearPairs(hit.found, pairs)
        var distances = [Int32](repeating: 0, count: neighbours.count)
        var known: [Int: [Place]] = [:]
        func places(_ pattern: Int) throws -> [Place] {
            if let places = known[pattern] { return places }
            let places = try reader.places(of: hit.rowid, in: words.lists[pattern])
            known[pattern] = places
            return places
        }
        for pair in byWeight where open & 1 << UInt64(pair) != 0 {
            let (first, second) = neighbours[pair]
            distances[pair] = Place.distance(try places(first), try places(second))
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
    private func lower(_ hit: Candidate) -> Double { total(hit.words, hit) }

    /// As if all neighbours stood side by side.
    @inline(__always)
    private func upper(_ hit: Candidate) -> Double {
        let most =
            nearness.isEmpty
            ? scorer.mostNearness(of: Self.nearPairs(hit.found, pairs)) : nearness[Int(hit.found)]
        return upper(hit, hit.words, beside: most)
    }

    @inline(__always)
    private func upper(_ hit: Candidate, _ words: Double, beside nearness: Double) -> Double {
        total(words + nearness, hit) * Self.slack
    }

    @inline(__always)
    private func total(_ words: Double, _ hit: Candidate) -> Double {
        Ranking.Scorer.score(
            words, share: shares.isEmpty ? subject.share(of: hit.found) : shares[Int(hit.found)])
    }

    @inline(__always)
    private func rank(_ index: Int, score: Double) -> HitOrder.Rank {
        HitOrder.Rank(hits[index].standing, score: score, place: places[Int(hits[index].rowid)])
    }
}
