/// Some documents, a bit each by rowid: what is common to two such sets is counted 64 documents at a time.
struct DocumentBits: Sendable {
    private var words: [UInt64]

    /// None of the documents with a rowid below `size`.
    init(size: Int) {
        words = [UInt64](repeating: 0, count: (size + 63) / 64)
    }

    /// What counting costs, in steps.
    var steps: Int { words.count }

    @inline(__always)
    func contains(_ rowid: Int32) -> Bool {
        words[Int(rowid >> 6)] >> UInt64(rowid & 63) & 1 == 1
    }

    @inline(__always)
    mutating func insert(_ rowid: Int32) {
        words[Int(rowid >> 6)] |= 1 << UInt64(rowid & 63)
    }

    /// - Parameter rowids: all below the size.
    mutating func insert(_ rowids: some Sequence<Int32>) {
        words.withUnsafeMutableBufferPointer { words in
            for rowid in rowids { words[Int(rowid >> 6)] |= 1 << UInt64(rowid & 63) }
        }
    }

    /// - Parameter other: of the same size.
    mutating func formUnion(_ other: DocumentBits) {
        for index in words.indices { words[index] |= other.words[index] }
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
}
