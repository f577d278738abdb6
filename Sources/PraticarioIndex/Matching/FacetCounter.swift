import PraticarioSearch

/// The documents that are counted for a facet.
struct CountedDocuments {
    let all: DocumentBits
    let count: Int
    /// Those with all the words; `nil` where all have them.
    let complete: DocumentBits?

    /// - Parameter complete: the documents with all the words, others besides them; `nil` where all have them.
    init(_ all: DocumentBits, complete: DocumentBits?) {
        self.all = all
        count = all.count
        let both = complete?.intersection(all)
        self.complete = both?.count == count ? nil : both
    }
}

/// The counts of one facet's values, by value.
struct FacetCounter {
    private let column: CountedColumn
    private let all: [Int32]
    private let withAllWords: [Int32]

    init(_ facet: Facet, _ documents: CountedDocuments, _ column: CountedColumn) {
        self.column = column
        guard !facet.source.isSpan else {
            all = Self.spans(documents.all, column, begunIn: documents.all)
            withAllWords = documents.complete.map { Self.spans($0, column, begunIn: documents.all) } ?? all
            return
        }
        func counts(_ counted: DocumentBits, _ count: Int) -> [Int32] {
            column.isCheaperByBits(for: count)
                ? Self.byBits(counted, column) : Self.byRows(counted, column.whole, size: column.size)
        }
        all = counts(documents.all, documents.count)
        withAllWords = documents.complete.map { counts($0, $0.count) } ?? all
    }

    private static func byRows(_ documents: DocumentBits, _ column: PackedColumn, size: Int) -> [Int32] {
        var counts = [Int32](repeating: 0, count: size)
        column.withRows { rows in
            counts.withUnsafeMutableBufferPointer { counts in
                documents.forEach { rowid in
                    for value in rows[rowid] { counts[Int(value)] &+= 1 }
                }
            }
        }
        return counts
    }

    /// Common values by bits, the others by how many documents have each different row.
    private static func byBits(_ documents: DocumentBits, _ column: CountedColumn) -> [Int32] {
        var counts = column.rest.valueCounts(documents.intersection(column.inRest), size: column.size)
        for (value, having) in column.common {
            counts[Int(value)] = Int32(truncatingIfNeeded: having.count(in: documents))
        }
        return counts
    }

    /// Each value in which something of `all` begins is counted by all that it lies within: each span adds one where it
    /// begins and takes it away behind its end.
    private static func spans(_ documents: DocumentBits, _ column: CountedColumn, begunIn all: DocumentBits) -> [Int32]
    {
        let size = column.size
        /// The spans of some documents, and how many have each.
        func forEach(_ documents: DocumentBits, _ body: (_ first: Int, _ last: Int, _ count: Int32) -> Void) {
            for (number, count) in column.whole.rowCounts(documents).enumerated() where count > 0 {
                let row = column.whole.row(number)
                guard let first = row.first.map(Int.init), let last = row.last.map(Int.init), first < size else {
                    continue
                }
                body(first, max(first, min(last, size - 1)), count)
            }
        }
        var counts = [Int32](repeating: 0, count: size + 1)
        forEach(documents) { first, last, count in
            counts[first] &+= count
            counts[last + 1] &-= count
        }
        for value in 1..<max(1, size) { counts[value] &+= counts[value - 1] }
        var begins = [Bool](repeating: false, count: size)
        forEach(all) { first, _, _ in begins[first] = true }
        for value in 0..<size where !begins[value] { counts[value] = 0 }
        return Array(counts.dropLast())
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
