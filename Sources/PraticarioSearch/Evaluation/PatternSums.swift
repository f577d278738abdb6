/// Adds up what one pattern of a question gives to many documents: after all patterns in turn the sums are what
/// `Ranking.Scorer` makes of each document alone, to the last bit.
package struct PatternSums: Sendable {
    /// What terms add up to in one document.
    package struct Sum: Sendable {
        package let words: Double
        /// The terms that were found, a bit each.
        package let found: UInt64

        package static let zero = Sum(words: 0, found: 0)
    }

    private let weight: Double
    private let bit: UInt64
    /// What depends on the frequency alone, of those that nearly all documents have: divisions are what this costs.
    private let products: [Double]
    private static let tenths = (0..<256).map { Double($0) / 10 }

    init(weight: Double, term: Int) {
        self.weight = weight
        bit = 1 << UInt64(term)
        products = Self.tenths.map { weight * $0 }
    }

    /// Documents with the pattern, in order of rowid.
    package struct Postings {
        let rowids: UnsafeBufferPointer<Int32>
        let frequencies: UnsafeBufferPointer<Int32>

        /// - Parameter frequencies: as many, weighted by field, in tenths.
        package init(_ rowids: UnsafeBufferPointer<Int32>, _ frequencies: UnsafeBufferPointer<Int32>) {
            (self.rowids, self.frequencies) = (rowids, frequencies)
        }
    }

    /// - Parameters:
    ///   - range: which of the postings.
    ///   - wanted: the documents that are added to, a bit each by rowid; all where there are none.
    ///   - lengths: by rowid.
    ///   - norms: by length, see `Ranking.norms`.
    ///   - sums: of the documents from `first` on.
    package func add(
        _ postings: Postings, _ range: Range<Int>, of wanted: UnsafeBufferPointer<UInt64>?,
        lengths: UnsafeBufferPointer<Int32>, norms: UnsafeBufferPointer<Double>,
        to sums: UnsafeMutableBufferPointer<Sum>, first: Int
    ) {
        Self.tenths.withUnsafeBufferPointer { tenths in
            products.withUnsafeBufferPointer { products in
                for index in range {
                    let rowid = Int(postings.rowids[index])
                    if let wanted, wanted[rowid >> 6] >> UInt64(rowid & 63) & 1 == 0 { continue }
                    let norm = norms[max(0, Int(lengths[rowid]))]
                    let frequency = Int(postings.frequencies[index])
                    let part =
                        products.indices.contains(frequency)
                        ? products[frequency] / (tenths[frequency] + norm)
                        : weight * (Double(frequency) / 10) / (Double(frequency) / 10 + norm)
                    let sum = sums[rowid - first]
                    sums[rowid - first] = Sum(words: sum.words + part, found: sum.found | bit)
                }
            }
        }
    }
}
