/// How good a match is, from integers that both searchers gather in the same way.
///
/// BM25 (Robertson and Zaragoza 2009) with k1 = 1.2 and b = 0.75, the weights of the fields applied to the term
/// frequency before saturation (as in their BM25F, with one length for the whole sheet), and Lucene's inverse
/// document frequency, which is never negative.
public struct Ranking: Sendable {
    static let k1 = 1.2
    static let b = 0.75
    /// What the exact form of a word adds, relative to its stem.
    static let exactWeight = 0.2

    /// How many sheets there are, and the sum of their lengths in words.
    public let sheets: Int
    public let totalLength: Int

    public init(sheets: Int, totalLength: Int) {
        self.sheets = sheets
        self.totalLength = totalLength
    }

    /// The score of one sheet.
    ///
    /// - Parameters:
    ///   - terms: the query's terms, in its order: in this order the parts are summed.
    ///   - frequencies: for each pattern of each term in turn, its occurrences in the sheet, weighted by field, in tenths.
    ///   - documentFrequencies: for each pattern likewise, the number of sheets that contain it.
    ///   - length: of the sheet, in words.
    public func score(
        _ terms: [QueryTerm], frequencies: some RandomAccessCollection<Int32>, documentFrequencies: [Int], length: Int
    ) -> Double {
        var score = 0.0
        var pattern = 0
        let average = max(1, Double(totalLength) / Double(max(1, sheets)))
        let norm = Self.k1 * (1 - Self.b + Self.b * Double(length) / average)
        for term in terms {
            for (index, _) in term.patterns.enumerated() {
                let frequency = Double(frequencies[frequencies.index(frequencies.startIndex, offsetBy: pattern)]) / 10
                if frequency > 0 {
                    let weight = index == 0 ? 1 : Self.exactWeight
                    let saturated = frequency * (Self.k1 + 1) / (frequency + norm)
                    score += weight * inverseDocumentFrequency(documentFrequencies[pattern]) * saturated
                }
                pattern += 1
            }
        }
        return score
    }

    private func inverseDocumentFrequency(_ count: Int) -> Double {
        naturalLogarithm(1 + (Double(sheets - count) + 0.5) / (Double(count) + 0.5))
    }
}
