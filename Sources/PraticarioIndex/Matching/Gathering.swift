import PraticarioSearch

/// The documents of some kinds that have the words of a question, with what they have of them: the same for all questions
/// with these words, whatever their filters.
struct Gathering {
    let rows: MatchRows
    private let patternCount: Int
    /// By pattern of the wanted terms: documents that contain it.
    let documentFrequencies: [Int]
    /// Those that have some of the words and none that is excluded, none of them judged or tested for filters.
    let candidates: [Candidate]

    /// - Parameter isWanted: by rowid, whether the document is of the kinds; `nil` where all are.
    init(_ rows: MatchRows, _ query: ResolvedQuery, _ isWanted: ((Int32) -> Bool)?) {
        self.rows = rows
        patternCount = query.terms.reduce(0) { $0 + $1.patterns.count }
        documentFrequencies = Self.documentFrequencies(rows, patternCount, isWanted)
        candidates = Candidate.all(in: rows, query, isWanted)
    }

    /// How often each wanted pattern occurs in a candidate.
    func frequencies(of candidate: Candidate) -> UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(rebasing: rows.counts(at: Int(candidate.row))[..<patternCount])
    }

    private static func documentFrequencies(
        _ rows: MatchRows, _ patternCount: Int, _ isWanted: ((Int32) -> Bool)?
    ) -> [Int] {
        var frequencies = [Int](repeating: 0, count: patternCount)
        frequencies.withUnsafeMutableBufferPointer { frequencies in
            for index in rows.rowids.indices where isWanted?(rows.rowids[index]) ?? true {
                let counts = rows.counts(at: index)
                for pattern in 0..<patternCount where counts[pattern] > 0 { frequencies[pattern] += 1 }
            }
        }
        return frequencies
    }
}
