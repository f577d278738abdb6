import PraticarioSearch

/// Hits of a question with words, in order of rowid, and what their words add up to.
struct ScoredHits {
    private(set) var rowids: [Int32] = []
    /// The terms that were found, a bit each.
    private(set) var found: [UInt64] = []
    /// What the words add up to, see `PatternSums.add`.
    private(set) var words: [Double] = []

    init(capacity: Int) {
        rowids.reserveCapacity(capacity)
        found.reserveCapacity(capacity)
        words.reserveCapacity(capacity)
    }

    @inline(__always)
    mutating func append(_ rowid: Int32, _ sum: PatternSums.Sum) {
        rowids.append(rowid)
        found.append(sum.found)
        words.append(sum.words)
    }

    var count: Int { rowids.count }
    var indices: Range<Int> { rowids.indices }

    /// Where a document stands in it.
    func index(of rowid: Int32) -> Int? {
        rowids.indexInOrder(of: rowid)
    }
}
