import PraticarioSearch
import Testing

/// What makes one sheet better than another.
@Suite struct RankingTests {
    private let ranking = Ranking(sheets: 100, totalLength: 10_000)
    private let word = QueryTerm(
        text: "orti", pattern: TermPattern(["orto"]), exactPattern: TermPattern(["\u{E000}orti"]))

    private func score(_ frequencies: [Int32], df: [Int] = [10, 5], length: Int = 100) -> Double {
        let scorer = ranking.scorer(ResolvedQuery(terms: [word]), documentFrequencies: df)
        return frequencies.withUnsafeBufferPointer { frequencies in
            [].withUnsafeBufferPointer {
                scorer.score(Ranking.Found(frequencies, distances: $0, length: length, share: 0))
            }
        }
    }

    @Test func `more occurrences score more, ever less`() {
        let scores = [10, 20, 30, 40].map { score([Int32($0), 0]) }
        #expect(scores == scores.sorted())
        #expect(scores[1] - scores[0] > scores[3] - scores[2])
    }

    @Test func `rarer words, shorter sheets and the same form score more`() {
        #expect(score([10, 0], df: [2, 5]) > score([10, 0], df: [50, 5]))
        #expect(score([10, 0], length: 50) > score([10, 0], length: 200))
        #expect(score([10, 10]) > score([10, 0]))
        #expect(score([0, 0]) == 0)
    }

    @Test func `the score is that of BM25 with k1 1.2 and b 0.75`() {
        // One occurrence in a sheet of average length, in 10 of 100 sheets: idf = ln(1 + 90.5 / 10.5), tf part 2.2 / 2.2.
        #expect(abs(score([10, 0]) - 2.263_6) < 0.001)
    }

    @Test func `a word that every sheet has is never worth less than nothing`() {
        #expect(score([10, 0], df: [100, 0]) >= 0)
    }

    private func score(_ frequencies: [Int32], distance: Int32, share: Double = 0) -> Double {
        let other = QueryTerm(
            text: "scuola", pattern: TermPattern(["scuola"]), exactPattern: TermPattern(["\u{E000}scuola"]))
        let query = ResolvedQuery(terms: [word, other])
        let scorer = ranking.scorer(query, documentFrequencies: [10, 5, 20, 10])
        return frequencies.withUnsafeBufferPointer { frequencies in
            [distance].withUnsafeBufferPointer {
                scorer.score(Ranking.Found(frequencies, distances: $0, length: 100, share: share))
            }
        }
    }

    @Test func `words near each other score more, the nearer the better, up to three words apart`() {
        let scores = [0, 4, 3, 2, 1].map { score([10, 0, 10, 0], distance: $0) }
        #expect(scores[0] == scores[1])
        #expect(zip(scores[1...], scores[2...]).allSatisfy { $0 < $1 })
    }

    @Test func `a sheet gains half of its score by all of the subject, and a part by a part`() {
        let bare = score([10, 0, 10, 0], distance: 0)
        #expect(abs(score([10, 0, 10, 0], distance: 0, share: 1) - 1.5 * bare) < 1e-9)
        #expect(abs(score([10, 0, 10, 0], distance: 0, share: 0.5) - 1.25 * bare) < 1e-9)
    }

    @Test func `a word that only asks counts less`() {
        var asking = word
        asking.role = .asking
        let query = ResolvedQuery(terms: [asking])
        let scorer = ranking.scorer(query, documentFrequencies: [10, 5])
        let asked = [Int32(10), 0].withUnsafeBufferPointer { frequencies in
            [].withUnsafeBufferPointer {
                scorer.score(Ranking.Found(frequencies, distances: $0, length: 100, share: 0))
            }
        }
        #expect(abs(asked - 0.6 * score([10, 0])) < 1e-9)
    }
}
