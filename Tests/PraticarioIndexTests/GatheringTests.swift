import PraticarioSearch
import Testing

@testable import PraticarioIndex

/// What words add up to over many documents.
@Suite struct GatheringTests {
    private static let size = 7_000

    /// Documents of which a few have a word once, and others several words often.
    private static let lists = [3, 7, 2_400].map { step in
        let rowids = stride(from: Int32(step), to: Int32(size), by: step).map { $0 }
        return PostingList(
            rowids: rowids, frequencies: rowids.map { 10 + $0 % 300 }, places: .gathered(offsets: [0], []))
    }

    private static let query: ResolvedQuery = {
        var terms = ["uno", "due"].map { QueryTerm(text: $0, pattern: TermPattern([$0])) }
        terms[0].exactPattern = TermPattern(["uno!"])
        return ResolvedQuery(terms: terms)
    }()

    private static let lengths = (0..<Int32(size)).map { 50 + $0 % 400 }

    private static func gathering(_ isMember: (Int32) -> Bool = { _ in true }) -> (Gathering, Ranking) {
        var members = DocumentBits(size: size)
        members.insert((0..<Int32(size)).filter(isMember))
        let ranking = Ranking(sheets: size, totalLength: lengths.reduce(0) { $0 + Int($1) })
        let words = QuestionWords(lists: lists, query, excluded: nil, size: size)
        return (Gathering(words, query, ranking, members: members, isAll: members.count == size), ranking)
    }

    @Test(arguments: [1, 2, 50])
    func `the sums of all documents are those of each alone, to the last bit, wherever it stands`(share: Int32) {
        let (gathering, ranking) = Self.gathering()
        var hits = DocumentBits(size: Self.size)
        hits.insert(gathering.matching.rowids.filter { $0 % share == 0 })
        let scored = gathering.scored(hits, lengths: Self.lengths, norms: ranking.norms(upTo: 500))
        let expected = (0..<Int32(Self.size)).filter { rowid in
            rowid % share == 0 && Self.lists.contains { $0.frequency(in: rowid) > 0 }
        }
        #expect(scored.rowids == expected)
        for (index, rowid) in expected.enumerated() {
            let frequencies = Self.lists.map { $0.frequency(in: rowid) }
            let score = frequencies.withUnsafeBufferPointer { frequencies in
                [Int32]().withUnsafeBufferPointer {
                    gathering.scorer.score(
                        Ranking.Found(frequencies, distances: $0, length: Int(Self.lengths[Int(rowid)]), share: 0))
                }
            }
            #expect(scored.words[index] == score)
            #expect(
                scored.found[index] == (frequencies[0] + frequencies[1] > 0 ? 1 : 0) | (frequencies[2] > 0 ? 2 : 0))
            #expect(gathering.words.found(in: rowid) == scored.found[index])
        }
    }

    @Test func `of some kinds only their documents count`() {
        let (gathering, _) = Self.gathering { $0 < 100 }
        #expect(gathering.documentFrequencies == [33, 14, 0])
        #expect(gathering.matching.rowids == (1..<100).filter { $0 % 3 == 0 || $0 % 7 == 0 })
        // Nothing has both words: what each has is told.
        #expect(gathering.found == [1])
    }

    @Test func `where a document has all words, that is all that is told`() {
        #expect(Self.gathering().0.found == [3])
    }
}
