import PraticarioSearch

/// A document that has some of the words and none that are excluded.
struct Candidate {
    /// Its place among the gathered rows.
    let row: Int32
    let rowid: Int32
    /// The terms that were found, a bit each.
    let found: UInt64
    /// The number of the one facet whose filters it fails.
    var failed = Self.none
    var standing = Standing(isInPlace: false, hasAllWords: false)

    static let none: Int8 = -1
    static let several: Int8 = -2

    /// - Parameter isWanted: by rowid, whether the document is of the kinds; `nil` where all are.
    static func all(
        in rows: MatchRows, _ query: ResolvedQuery, _ isWanted: ((Int32) -> Bool)?
    ) -> [Candidate] {
        var wanted: [UInt64] = []
        for (index, term) in query.terms.enumerated() {
            wanted += [UInt64](repeating: 1 << UInt64(index), count: term.patterns.count)
        }
        let patterns = wanted.count + query.excluded.reduce(0) { $0 + $1.patterns.count }
        var candidates: [Candidate] = []
        candidates.reserveCapacity(rows.rowids.count)
        wanted.withUnsafeBufferPointer { wanted in
            for (index, rowid) in rows.rowids.enumerated() where isWanted?(rowid) ?? true {
                let counts = rows.counts(at: index)
                var found: UInt64 = 0
                for pattern in wanted.indices where counts[pattern] > 0 { found |= wanted[pattern] }
                guard found != 0 || wanted.isEmpty else { continue }
                var isExcluded = false
                for pattern in wanted.count..<patterns where counts[pattern] > 0 { isExcluded = true }
                if !isExcluded {
                    candidates.append(Candidate(row: Int32(truncatingIfNeeded: index), rowid: rowid, found: found))
                }
            }
        }
        return candidates
    }
}
