/// How good a match is, from integers that both searchers gather in the same way.
///
/// BM25 (Robertson and Zaragoza 2009) with k1 = 1.2 and b = 0.75, the weights of the fields applied to the term
/// frequency before saturation (as in their BM25F, with one length for the whole sheet), and Lucene's inverse
/// document frequency, which is never negative.
package struct Ranking: Sendable {
    static let k1 = 1.2
    static let b = 0.75
    /// What the exact form of a word adds, relative to its stem.
    static let exactWeight = 0.2

    /// How many sheets there are, and the sum of their lengths in words.
    package let sheets: Int
    package let totalLength: Int

    package init(sheets: Int, totalLength: Int) {
        self.sheets = sheets
        self.totalLength = totalLength
    }

    /// What scores the sheets for one question.
    ///
    /// - Parameters:
    ///   - terms: the query's terms, in its order: in this order the parts are summed.
    ///   - documentFrequencies: for each pattern of each term in turn, the number of sheets that contain it.
    package func scorer(_ terms: [QueryTerm], documentFrequencies: [Int]) -> Scorer {
        let patterns = terms.flatMap { term in (0..<term.patternCount).map { (text: term.text, isExact: $0 > 0) } }
        return Scorer(
            patterns: patterns, documentFrequencies: documentFrequencies,
            weights: zip(patterns, documentFrequencies).map { pattern, count in
                (pattern.isExact ? Self.exactWeight : 1) * inverseDocumentFrequency(count) * (Self.k1 + 1)
            },
            averageLength: max(1, Double(totalLength) / Double(max(1, sheets))))
    }

    private func inverseDocumentFrequency(_ count: Int) -> Double {
        naturalLogarithm(1 + (Double(sheets - count) + 0.5) / (Double(count) + 0.5))
    }

    /// Scores sheets for one question.
    package struct Scorer: Sendable {
        fileprivate let patterns: [(text: String, isExact: Bool)]
        fileprivate let documentFrequencies: [Int]
        fileprivate let weights: [Double]
        fileprivate let averageLength: Double

        /// - Parameters:
        ///   - frequencies: for each pattern, its occurrences in the sheet, weighted by field, in tenths.
        ///   - length: of the sheet, in words.
        package func score(_ frequencies: UnsafeBufferPointer<Int32>, length: Int) -> Double {
            let norm = norm(length)
            var score = 0.0
            for (weight, frequency) in zip(weights, frequencies) where frequency > 0 {
                score += part(weight, frequency, norm)
            }
            return score
        }

        /// The parts of a score, in the order in which they are summed.
        package func parts(_ frequencies: UnsafeBufferPointer<Int32>, length: Int) -> [ScorePart] {
            let norm = norm(length)
            return zip(patterns.indices, frequencies).map { index, frequency in
                ScorePart(
                    text: patterns[index].text, isExact: patterns[index].isExact, frequency: frequency,
                    sheets: documentFrequencies[index],
                    value: frequency > 0 ? part(weights[index], frequency, norm) : 0)
            }
        }

        private func norm(_ length: Int) -> Double {
            Ranking.k1 * (1 - Ranking.b + Ranking.b * Double(length) / averageLength)
        }

        private func part(_ weight: Double, _ frequency: Int32, _ norm: Double) -> Double {
            let frequency = Double(frequency) / 10
            return weight * frequency / (frequency + norm)
        }
    }
}
