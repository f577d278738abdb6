/// Lines of a key and, behind a space, what belongs to it, sorted by the bytes of the key: searched by bisection where
/// they lie in the program.
struct SortedLines: Sendable {
    private let lines: StaticString

    init(_ lines: StaticString) {
        self.lines = lines
    }

    /// What stands behind the key, empty where there is nothing; `nil` for a key without a line.
    func rest(ofLineFor wanted: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        let table = UnsafeBufferPointer(start: lines.utf8Start, count: lines.utf8CodeUnitCount)
        var low = 0
        var high = table.count
        while low < high {
            var start = (low + high) / 2
            while start > low, table[start - 1] != Self.newline { start -= 1 }
            var end = start
            while end < high, table[end] != Self.newline { end += 1 }
            let line = UnsafeBufferPointer(rebasing: table[start..<end])
            let gap = line.firstIndex(of: Self.space) ?? line.count
            let key = UnsafeBufferPointer(rebasing: line[..<gap])
            if key.elementsEqual(wanted) { return UnsafeBufferPointer(rebasing: line[min(gap + 1, line.count)...]) }
            if key.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
        }
        return nil
    }

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
}
