/// Word families, written by hand: forms that the stemmer would part are joined, others that it would join are parted.
enum Lexicon {
    /// The term of a form, as bytes of the table; `nil` for a form that is in no family.
    static func term(of form: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        let table = LexiconTable.bytes
        var low = 0
        var high = table.count
        while low < high {
            var start = (low + high) / 2
            while start > low, table[start - 1] != newline { start -= 1 }
            var end = start
            while end < high, table[end] != newline { end += 1 }
            let line = UnsafeBufferPointer(rebasing: table[start..<end])
            guard let gap = line.firstIndex(of: space) else { return nil }
            let key = UnsafeBufferPointer(rebasing: line[..<gap])
            if key.elementsEqual(form) { return UnsafeBufferPointer(rebasing: line[(gap + 1)...]) }
            if key.lexicographicallyPrecedes(form) { low = end + 1 } else { high = start }
        }
        return nil
    }

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
}

extension LexiconTable {
    static var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: lines.utf8Start, count: lines.utf8CodeUnitCount)
    }
}
