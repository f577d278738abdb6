/// Some documents, a bit each by rowid: sets of them are joined, cut and counted 64 documents at a time.
///
/// Two sets are only ever put together that have the same size.
struct DocumentBits: Sendable {
    private(set) var words: [UInt64]

    /// None of the documents with a rowid below `size`.
    init(size: Int) {
        words = [UInt64](repeating: 0, count: (size + 63) / 64)
    }

    /// What going over all of them costs, in steps.
    var steps: Int { words.count }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    var count: Int {
        words.withUnsafeBufferPointer { words in
            var count = 0
            for word in words { count &+= word.nonzeroBitCount }
            return count
        }
    }

    @inline(__always)
    func contains(_ rowid: Int32) -> Bool {
        words[Int(rowid >> 6)] >> UInt64(rowid & 63) & 1 == 1
    }

    @inline(__always)
    mutating func insert(_ rowid: Int32) {
        words[Int(rowid >> 6)] |= 1 << UInt64(rowid & 63)
    }

    /// - Parameter rowids: in order, all below the size: neighbours go into memory together.
    mutating func insert(_ rowids: some Sequence<Int32>) {
        words.withUnsafeMutableBufferPointer { words in
            var place = 0
            var bits: UInt64 = 0
            for rowid in rowids {
                if Int(rowid >> 6) != place {
                    if bits != 0 { words[place] |= bits }
                    (place, bits) = (Int(rowid >> 6), 0)
                }
                bits |= 1 << UInt64(rowid & 63)
            }
            if bits != 0 { words[place] |= bits }
        }
    }

    mutating func formUnion(_ other: DocumentBits) { combine(other) { $0 | $1 } }

    mutating func formIntersection(_ other: DocumentBits) { combine(other) { $0 & $1 } }

    mutating func subtract(_ other: DocumentBits) { combine(other) { $0 & ~$1 } }

    @inline(__always)
    private mutating func combine(_ other: DocumentBits, _ operation: (UInt64, UInt64) -> UInt64) {
        words.withUnsafeMutableBufferPointer { a in
            other.words.withUnsafeBufferPointer { b in
                for index in 0..<min(a.count, b.count) { a[index] = operation(a[index], b[index]) }
            }
        }
    }

    func intersection(_ other: DocumentBits) -> DocumentBits {
        var both = self
        both.formIntersection(other)
        return both
    }

    /// How many documents are in both.
    func count(in other: DocumentBits) -> Int {
        words.withUnsafeBufferPointer { a in
            other.words.withUnsafeBufferPointer { b in
                var count = 0
                for index in 0..<min(a.count, b.count) { count &+= (a[index] & b[index]).nonzeroBitCount }
                return count
            }
        }
    }

    /// In order.
    var rowids: [Int32] {
        var rowids: [Int32] = []
        rowids.reserveCapacity(count)
        forEach { rowids.append($0) }
        return rowids
    }

    /// In order.
    @inline(__always)
    func forEach(_ body: (Int32) -> Void) {
        forEach(inWords: 0..<words.count, body)
    }

    /// Those in some of the words, in order.
    @inline(__always)
    func forEach(inWords range: Range<Int>, _ body: (Int32) -> Void) {
        words.withUnsafeBufferPointer { words in
            for index in range {
                var rest = words[index]
                while rest != 0 {
                    body(Int32(truncatingIfNeeded: index << 6 | rest.trailingZeroBitCount))
                    rest &= rest &- 1
                }
            }
        }
    }
}
