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
        let norm = norm(length)
        for term in terms {
            for index in 0..<term.patternCount {
                let frequency = frequencies[frequencies.index(frequencies.startIndex, offsetBy: pattern)]
                if frequency > 0 { score += part(index, frequency, documentFrequencies[pattern], norm) }
                pattern += 1
            }
        }
        return score
    }

    /// The parts of a score, in the order in which they are summed.
    public func parts(
        _ terms: [QueryTerm], frequencies: some RandomAccessCollection<Int32>, documentFrequencies: [Int], length: Int
    ) -> [ScorePart] {
        let frequencies = Array(frequencies)
        var parts: [ScorePart] = []
        var pattern = 0
        for term in terms {
            for index in 0..<term.patternCount {
                let value =
                    frequencies[pattern] > 0
                    ? part(index, frequencies[pattern], documentFrequencies[pattern], norm(length)) : 0
                parts.append(
                    ScorePart(
                        text: term.text, isExact: index > 0, frequency: frequencies[pattern],
                        sheets: documentFrequencies[pattern], value: value))
                pattern += 1
            }
        }
        return parts
    }

    private func norm(_ length: Int) -> Double {
        let average = max(1, Double(totalLength) / Double(max(1, sheets)))
        return Self.k1 * (1 - Self.b + Self.b * Double(length) / average)
    }

    @inline(__always)
    private func part(_ index: Int, _ frequency: Int32, _ documentFrequency: Int, _ norm: Double) -> Double {
        let frequency = Double(frequency) / 10
        let saturated = frequency * (Self.k1 + 1) / (frequency + norm)
        return (index == 0 ? 1 : Self.exactWeight) * inverseDocumentFrequency(documentFrequency) * saturated
    }

    private func inverseDocumentFrequency(_ count: Int) -> Double {
        naturalLogarithm(1 + (Double(sheets - count) + 0.5) / (Double(count) + 0.5))
    }
}

/// What one pattern of a question adds to a sheet's score.
public struct ScorePart: Hashable, Sendable {
    /// As typed.
    public var text: String
    /// Whether it is the very form that was typed, on top of its family.
    public var isExact: Bool
    /// Occurrences weighted by field, in tenths.
    public var frequency: Int32
    /// How many sheets have it.
    public var sheets: Int
    public var value: Double
}
