import PraticarioSearch

/// The documents that are counted for a facet.
struct CountedDocuments {
    private(set) var candidates: [Candidate]
    private(set) var all: DocumentBits
    /// Those with all the words; `nil` where all have them.
    private(set) var complete: DocumentBits?

    /// - Parameter size: above all rowids.
    init(_ candidates: [Candidate], size: Int) {
        self.candidates = candidates
        all = DocumentBits(size: size)
        all.insert(candidates.lazy.map(\.rowid))
        guard !candidates.allSatisfy(\.standing.hasAllWords) else { return }
        var complete = DocumentBits(size: size)
        complete.insert(candidates.lazy.filter(\.standing.hasAllWords).map(\.rowid))
        self.complete = complete
    }
}

/// The counts of one facet's values, by value.
struct FacetCounter {
    private let column: CountedColumn
    private var all: [Int32]
    private var withAllWords: [Int32]

    init(_ facet: Facet, _ documents: CountedDocuments, _ column: CountedColumn) {
        self.column = column
        if facet.source.isSpan {
            (all, withAllWords) = Self.spans(documents, column)
            return
        }
        let isByBits = column.isCheaperByBits(for: documents.candidates.count)
        (all, withAllWords) = Self.rows(documents, isByBits ? column.rest : column.whole, size: column.size)
        guard isByBits else { return }
        for (value, having) in column.common {
            let count = Int32(truncatingIfNeeded: having.count(in: documents.all))
            all[Int(value)] = count
            withAllWords[Int(value)] =
                documents.complete.map { Int32(truncatingIfNeeded: having.count(in: $0)) } ?? count
        }
    }

    private static func rows(
        _ documents: CountedDocuments, _ column: PackedColumn, size: Int
    ) -> (all: [Int32], withAllWords: [Int32]) {
        var complete = [Int32](repeating: 0, count: size)
        guard !column.values.isEmpty else { return (complete, complete) }
        var partial = documents.complete == nil ? [] : complete
        column.withRows { rows in
            complete.withUnsafeMutableBufferPointer { complete in
                partial.withUnsafeMutableBufferPointer { partial in
                    for candidate in documents.candidates {
                        let counts = candidate.standing.hasAllWords ? complete : partial
                        for value in rows[Int(candidate.rowid)] { counts[Int(value)] &+= 1 }
                    }
                }
            }
        }
        return (partial.isEmpty ? complete : zip(partial, complete).map { $0 &+ $1 }, complete)
    }

    /// Each value in which something begins is counted by all that it lies within: each span adds one where it begins and
    /// takes it away behind its end.
    private static func spans(
        _ documents: CountedDocuments, _ column: CountedColumn
    ) -> (all: [Int32], withAllWords: [Int32]) {
        let size = column.size
        var begins = [Bool](repeating: false, count: size)
        var all = [Int32](repeating: 0, count: size + 1)
        var complete = all
        column.whole.withRows { rows in
            for candidate in documents.candidates {
                let row = rows[Int(candidate.rowid)]
                guard let first = row.first.map(Int.init), let last = row.last.map(Int.init), first < size else {
                    continue
                }
                let end = max(first, min(last, size - 1)) + 1
                begins[first] = true
                all[first] &+= 1
                all[end] &-= 1
                if candidate.standing.hasAllWords {
                    complete[first] &+= 1
                    complete[end] &-= 1
                }
            }
        }
        for value in 1..<max(1, size) {
            all[value] &+= all[value - 1]
            complete[value] &+= complete[value - 1]
        }
        for value in 0..<size where !begins[value] { all[value] = 0 }
        return (Array(all.dropLast()), Array(complete.dropLast()))
    }

    /// A value, and both its counts in one number, of which the greatest comes first.
    private struct Found {
        let counts: UInt64
        let value: Int32
    }

    /// In the order of `FacetCount.inOrder`.
    func sorted() -> [FacetCount] {
        var found: [Found] = []
        for value in column.byKey where all[Int(value)] > 0 {
            found.append(
                Found(counts: UInt64(all[Int(value)]) << 32 | UInt64(withAllWords[Int(value)]), value: value))
        }
        return Self.byCounts(found).map {
            FacetCount(
                key: column.keys[Int($0.value)], count: Int($0.counts >> 32),
                countWithAllWords: Int($0.counts & 0xFFFF_FFFF))
        }
    }

    /// What has the same counts stays in its order. By the bytes of the counts, the lowest first: there are as many values
    /// as comuni, and nothing is compared.
    private static func byCounts(_ found: [Found]) -> [Found] {
        var (found, sorted) = (found, found)
        let (ones, zeros) = found.reduce((0, UInt64.max)) { ($0.0 | $1.counts, $0.1 & $1.counts) }
        // In bytes in which all are the same there is nothing to sort.
        for shift in stride(from: UInt64(0), to: 64, by: 8) where (ones ^ zeros) >> shift & 0xFF != 0 {
            func digit(_ found: Found) -> Int { 255 - Int(found.counts >> shift & 0xFF) }
            var starts = [Int](repeating: 0, count: 257)
            for found in found { starts[digit(found) + 1] += 1 }
            for digit in 1..<257 { starts[digit] += starts[digit - 1] }
            for found in found {
                sorted[starts[digit(found)]] = found
                starts[digit(found)] += 1
            }
            swap(&found, &sorted)
        }
        return found
    }
}
