import PraticarioSearch

/// The counts of one facet's values, by value.
struct FacetCounter {
    private let facet: Facet
    private var all: [Int32]
    private var withAllWords: [Int32]

    init(_ facet: Facet, _ candidates: [Candidate], _ documents: PackedDocuments) {
        self.facet = facet
        let number = Int8(facet.number)
        let isSpan = facet.source.isSpan
        let size = documents.valueCounts[facet] ?? 0
        var begins = [Bool](repeating: !isSpan, count: size)
        var partial = [Int32](repeating: 0, count: size)
        var complete = partial
        documents.column(facet).withRows { rows in
            partial.withUnsafeMutableBufferPointer { partial in
                complete.withUnsafeMutableBufferPointer { complete in
                    for candidate in candidates
                    where candidate.failed == Candidate.none || candidate.failed == number {
                        let counts = candidate.standing.hasAllWords ? complete : partial
                        let row = rows[Int(candidate.rowid)]
                        if isSpan {
                            guard let first = row.first, let last = row.last, Int(first) < size else { continue }
                            begins[Int(first)] = true
                            for value in Int(first)...max(Int(first), min(Int(last), size - 1)) { counts[value] += 1 }
                        } else {
                            for value in row { counts[Int(value)] += 1 }
                        }
                    }
                }
            }
        }
        withAllWords = complete
        all = zip(zip(partial, complete), begins).map { $1 ? $0.0 + $0.1 : 0 }
    }

    /// In the order of `FacetCount.inOrder`: strings are compared only where the counts are equal and the values have no
    /// rank of their own.
    func sorted(_ numbering: FacetNumbering) -> [FacetCount] {
        let keyPrecedes = numbering.keyOrder(in: facet)
        let key = numbering.keys(in: facet)
        // Both counts in one number: there are as many values as comuni, and each is compared a dozen times.
        var found: [(counts: UInt64, value: Int32)] = []
        for value in all.indices where all[value] > 0 {
            found.append((UInt64(all[value]) << 32 | UInt64(withAllWords[value]), Int32(value)))
        }
        found.sort { a, b in a.counts != b.counts ? a.counts > b.counts : keyPrecedes(a.value, b.value) }
        return found.map { counts, value in
            FacetCount(key: key(value), count: Int(counts >> 32), countWithAllWords: Int(counts & 0xFFFF_FFFF))
        }
    }
}
