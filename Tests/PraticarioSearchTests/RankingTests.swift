import PraticarioSearch
import Testing

/// What makes one sheet better than another.
@Suite struct RankingTests {
    private let ranking = Ranking(sheets: 100, totalLength: 10_000)
    private let word = QueryTerm(
        text: "orti", pattern: TermPattern(["orto"]), exactPattern: TermPattern(["\u{E000}orti"]))

    private func score(_ frequencies: [Int32], df: [Int] = [10, 5], length: Int = 100) -> Double {
        frequencies.withUnsafeBufferPointer {
            ranking.scorer([word], documentFrequencies: df).score($0, length: length)
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
}
