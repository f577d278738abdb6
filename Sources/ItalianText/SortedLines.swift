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
            switch Self.order(of: line, beside: wanted) {
            case 0: return UnsafeBufferPointer(rebasing: line[min(wanted.count + 1, line.count)...])
            case ..<0: low = end + 1
            default: high = start
            }
        }
        return nil
    }

    /// Where the key of a line stands beside other bytes: below 0 before them, 0 for the same, above 0 behind them.
    private static func order(of line: UnsafeBufferPointer<UInt8>, beside wanted: UnsafeBufferPointer<UInt8>) -> Int {
        for index in wanted.indices {
            guard index < line.count, line[index] != space else { return -1 }
            if line[index] != wanted[index] { return Int(line[index]) - Int(wanted[index]) }
        }
        return line.count == wanted.count || line[wanted.count] == space ? 0 : 1
    }

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
}
