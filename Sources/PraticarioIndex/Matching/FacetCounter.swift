import PraticarioSearch

/// The counts of one facet's values, by value.
struct FacetCounter {
    private let facet: Facet
    private var all: [Int32]
    private var withAllWords: [Int32]

    init(_ facet: Facet, _ candidates: [Candidate], _ documents: PackedDocuments) {
        self.facet = facet
        let number = Int8(facet.number)
        let countsFirstOnly = facet.source.countsFirstOnly
        let size = documents.valueCounts[facet] ?? 0
        var partial = [Int32](repeating: 0, count: size)
        var complete = partial
        documents.column(facet).withRows { rows in
            partial.withUnsafeMutableBufferPointer { partial in
                complete.withUnsafeMutableBufferPointer { complete in
                    for candidate in candidates
                    where candidate.failed == Candidate.none || candidate.failed == number {
                        let counts = candidate.standing.hasAllWords ? complete : partial
                        for value in rows[Int(candidate.rowid)] {
                            counts[Int(value)] += 1
                            if countsFirstOnly { break }
                        }
                    }
                }
            }
        }
        withAllWords = complete
        all = zip(partial, complete).map { $0 + $1 }
    }

    /// In the order of `FacetCount.inOrder`: strings are compared only where the counts are equal and the values have no
    /// rank of their own.
    func sorted(_ numbering: FacetNumbering) -> [FacetCount] {
        let keyPrecedes = numbering.keyOrder(in: facet)
        let key = numbering.keys(in: facet)
        let found = all.indices.filter { all[$0] > 0 }
        let order = found.sorted { a, b in
            if all[a] != all[b] { return all[a] > all[b] }
            if withAllWords[a] != withAllWords[b] { return withAllWords[a] > withAllWords[b] }
            return keyPrecedes(Int32(a), Int32(b))
        }
        return order.map { value in
            FacetCount(
                key: key(Int32(value)), count: Int(all[value]), countWithAllWords: Int(withAllWords[value]))
        }
    }
}
