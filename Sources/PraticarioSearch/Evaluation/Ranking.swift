/// How good a match is, from integers that both searchers gather in the same way.
///
/// BM25 (Robertson and Zaragoza 2009) with k1 = 1.2 and b = 0.75, the weights of the fields applied to the term
/// frequency before saturation (as in their BM25F, with one length for the whole sheet), and Lucene's inverse
/// document frequency, which is never negative; then what neighbouring words add, and the share of the subject. The
/// weights were measured with Benchmarks/relevance.
package struct Ranking: Sendable {
    static let k1 = 1.2
    static let b = 0.75
    /// What the exact form of a word adds, relative to its stem.
    static let exactWeight = 0.2
    /// What two words of the question add that stand side by side as they do there, relative to the commoner of them;
    /// half of it with a word between them, a third with two.
    static let nearWeight = 0.3
    static let farthest = 3
    /// What a sheet gains that has the whole subject, relative to its score; with a part of it that part, by the rarity of
    /// the words.
    @inlinable package static var shareWeight: Double { 0.5 }

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
    ///   - query: its terms, in its order: in this order the parts are summed.
    ///   - documentFrequencies: for each pattern of each term in turn, the number of sheets that contain it.
    package func scorer(_ query: ResolvedQuery, documentFrequencies: [Int]) -> Scorer {
        let patterns = query.terms.flatMap { term in
            (0..<term.patternCount).map { number in
                Scorer.Pattern(text: term.text, isExact: number > 0, weight: Self.weight(of: term))
            }
        }
        return Scorer(
            patterns: patterns, documentFrequencies: documentFrequencies,
            weights: zip(patterns, documentFrequencies).map { pattern, count in
                pattern.weight * (pattern.isExact ? Self.exactWeight : 1) * inverseDocumentFrequency(count)
                    * (Self.k1 + 1)
            },
            neighbours: query.neighbours, averageLength: averageLength)
    }

    /// How much a term counts. The name of a territory counts little: where it is meant, the sheets from there come first.
    static func weight(of term: QueryTerm) -> Double {
        switch term.role {
        case .telling where !term.territories.isEmpty, .broader where !term.territories.isEmpty: 0.3
        case .telling: 1
        case .asking, .broader: 0.6
        }
    }

    /// What the length of a document, in words, does to its frequencies, by length: what `PatternSums.add` takes.
    package func norms(upTo length: Int) -> [Double] {
        (0...max(0, length)).map { Self.norm($0, averageLength) }
    }

    private static func norm(_ length: Int, _ averageLength: Double) -> Double {
        k1 * (1 - b + b * Double(length) / averageLength)
    }

    private var averageLength: Double { max(1, Double(totalLength) / Double(max(1, sheets))) }

    package func inverseDocumentFrequency(_ count: Int) -> Double {
        naturalLogarithm(1 + (Double(sheets - count) + 0.5) / (Double(count) + 0.5))
    }

    /// What the sheet gives that the scorer looks at.
    package struct Found {
        /// For each pattern, its occurrences in the sheet, weighted by field, in tenths.
        let frequencies: UnsafeBufferPointer<Int32>
        /// For each pair of neighbours, how many words lie between where they begin where they are nearest; 0 where they
        /// do not meet in one field.
        let distances: UnsafeBufferPointer<Int32>
        /// Of the sheet, in words.
        let length: Int
        /// How much of the question's subject it has, 0 to 1.
        let share: Double

        package init(
            _ frequencies: UnsafeBufferPointer<Int32>, distances: UnsafeBufferPointer<Int32>, length: Int, share: Double
        ) {
            (self.frequencies, self.distances, self.length, self.share) = (frequencies, distances, length, share)
        }
    }

    /// Scores sheets for one question.
    package struct Scorer: Sendable {
        fileprivate struct Pattern: Sendable {
            let text: String
            let isExact: Bool
            let weight: Double
        }

        fileprivate let patterns: [Pattern]
        fileprivate let documentFrequencies: [Int]
        fileprivate let weights: [Double]
        fileprivate let neighbours: [(first: Int, second: Int)]
        fileprivate let averageLength: Double

        package func score(_ found: Found) -> Double {
            score(words: words(found), distances: found.distances, share: found.share)
        }

        /// From what the words alone give.
        ///
        /// - Parameter words: as `add` sums it.
        package func score(words: Double, distances: UnsafeBufferPointer<Int32>, share: Double) -> Double {
            Self.score(withNearness(words, distances), share: share)
        }

        /// From what words and neighbours give.
        @inlinable
        package static func score(_ score: Double, share: Double) -> Double {
            score + score * Ranking.shareWeight * share
        }

        /// What the words give with what neighbours add.
        package func withNearness(_ words: Double, _ distances: UnsafeBufferPointer<Int32>) -> Double {
            var score = words
            for (pair, distance) in zip(neighbours, distances) where distance > 0 {
                score += nearness(pair, distance)
            }
            return score
        }

        /// Of each pattern of the terms what adds it up.
        ///
        /// - Parameter terms: by pattern the number of its term.
        package func sums(_ terms: [Int]) -> [PatternSums] {
            zip(weights, terms).map { PatternSums(weight: $0, term: $1) }
        }

        /// The most that the pairs of neighbours can add of which a document has both words, each pair a bit: more than any
        /// document gets, by less than rounding makes visible.
        package func mostNearness(of pairs: UInt64) -> Double {
            var most = 0.0
            for (index, pair) in neighbours.enumerated() where pairs & 1 << UInt64(index) != 0 {
                most += nearness(pair, 1)
            }
            return most
        }

        /// The words alone, before what neighbours add and the share of the subject.
        private func words(_ found: Found) -> Double {
            let norm = Ranking.norm(found.length, averageLength)
            var score = 0.0
            for (weight, frequency) in zip(weights, found.frequencies) where frequency > 0 {
                score += part(weight, frequency, norm)
            }
            return score
        }

        /// The parts of a score, in the order in which they are summed.
        package func parts(_ found: Found) -> [ScorePart] {
            let norm = Ranking.norm(found.length, averageLength)
            var parts = zip(patterns.indices, found.frequencies).map { index, frequency in
                ScorePart(
                    kind: patterns[index].isExact ? .exact : .family, text: patterns[index].text, frequency: frequency,
                    sheets: documentFrequencies[index],
                    value: frequency > 0 ? part(weights[index], frequency, norm) : 0)
            }
            for (pair, distance) in zip(neighbours, found.distances) where distance > 0 {
                parts.append(
                    ScorePart(
                        kind: .nearness, text: patterns[pair.first].text + " " + patterns[pair.second].text,
                        value: nearness(pair, distance)))
            }
            if found.share > 0 {
                let rest = score(words: words(found), distances: found.distances, share: 0)
                parts.append(ScorePart(kind: .share, text: "", value: rest * Ranking.shareWeight * found.share))
            }
            return parts
        }

        private func part(_ weight: Double, _ frequency: Int32, _ norm: Double) -> Double {
            let frequency = Double(frequency) / 10
            return weight * frequency / (frequency + norm)
        }

        private func nearness(_ pair: (first: Int, second: Int), _ distance: Int32) -> Double {
            guard distance <= Ranking.farthest else { return 0 }
            return Ranking.nearWeight * min(weights[pair.first], weights[pair.second]) / Double(distance)
        }
    }
}
