/// The records of a table one after the other, empty ones too.
///
/// A quote that is not closed costs its own line, not what follows: it is then a character like any other. Time is
/// linear whatever the bytes are: the search for a closing quote ends at the next odd run of quotes, and any quote
/// that opens a cell before that run is closed before it.
struct CSVRecords: Sequence, IteratorProtocol {
    /// The separators of the record that was last read, in their order.
    private(set) var lastSeparators: [UInt8] = []

    private let bytes: [UInt8]
    private let separates: [Bool]
    private var position: Int
    private var lineStart: Int
    private var line: Int
    private var number = 0
    /// The number of cells of the first record that has several.
    private var width: Int?

    /// No cell that people fill reaches farther than this: a quote that would is not closed.
    private static let longestCell = (lineBreaks: 1_000, bytes: 1 << 18)

    init(_ bytes: [UInt8], separators: [UInt8], start: Int = 0) {
        self.bytes = bytes
        separates = (0...UInt8.max).map { separators.contains($0) }
        (position, lineStart) = (start, start)
        line = start == 0 ? 1 : 2
    }

    mutating func next() -> (row: CSVRow, mistakes: [(cell: Int, mistake: CSVSeparator.Mistake)])? {
        guard position < bytes.count else { return nil }
        number += 1
        lastSeparators.removeAll(keepingCapacity: true)
        let firstLine = line
        var cells: [String] = []
        var mistakes: [(cell: Int, mistake: CSVSeparator.Mistake)] = []
        while true {
            let (text, mistake) = cell()
            if let mistake { mistakes.append((cells.count, mistake)) }
            cells.append(text)
            guard position < bytes.count, separates[Int(bytes[position])] else { break }
            lastSeparators.append(bytes[position])
            position += 1
        }
        position += CSVSeparator.lineBreak(in: bytes, at: position)
        (line, lineStart) = (line + 1, position)
        if width == nil, cells.count > 1 { width = cells.count }
        return (CSVRow(number: number, line: firstLine, cells: cells), mistakes)
    }

    /// Reads the cell at `position` and leaves it at the separator, line break or end after it.
    private mutating func cell() -> (text: String, mistake: CSVSeparator.Mistake?) {
        let start = position
        guard start < bytes.count, bytes[start] == CSVSeparator.quote else { return (plain(from: start), nil) }
        guard let closing = closing(of: start) else { return (plain(from: start), .unclosedQuote) }
        // Spaces between the closing quote and the separator belong to neither.
        let next = bytes[(closing.index + 1)...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
        if isCellEnd(next) {
            if closing.lineBreaks > 0, reachesOverRecords(to: next) { return (plain(from: start), .unclosedQuote) }
            (position, line, lineStart) = (next, line + closing.lineBreaks, closing.lineStart)
            return (unquoted(start + 1..<closing.index), nil)
        }
        // With text after it, a quote on a later line or right after a separator is one that opens another cell.
        if closing.lineBreaks > 0 || separates[Int(bytes[closing.index - 1])] {
            return (plain(from: start), .unclosedQuote)
        }
        position = next
        return (plain(from: start), .textAfterQuote)
    }

    /// The bytes from `start` to the end of the cell that `position` is in.
    private mutating func plain(from start: Int) -> String {
        while !isCellEnd(position) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func unquoted(_ range: Range<Int>) -> String {
        guard bytes[range].contains(CSVSeparator.quote) else { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            text.append(bytes[index])
            index += bytes[index] == CSVSeparator.quote ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func isCellEnd(_ index: Int) -> Bool {
        index == bytes.count || separates[Int(bytes[index])] || CSVSeparator.lineBreak(in: bytes, at: index) > 0
    }

    /// The quote that closes one, doubled ones passed over, and the line breaks before it.
    private func closing(of opening: Int) -> (index: Int, lineBreaks: Int, lineStart: Int)? {
        let limit = Swift.min(bytes.count, opening + Self.longestCell.bytes)
        var (lineBreaks, start) = (0, lineStart)
        var index = opening + 1
        while index < limit, lineBreaks <= Self.longestCell.lineBreaks {
            if bytes[index] == CSVSeparator.quote {
                let isDoubled = index + 1 < bytes.count && bytes[index + 1] == CSVSeparator.quote
                if !isDoubled { return (index, lineBreaks, start) }
                index += 2
            } else {
                let lineBreak = CSVSeparator.lineBreak(in: bytes, at: index)
                index += Swift.max(lineBreak, 1)
                if lineBreak > 0 { (lineBreaks, start) = (lineBreaks + 1, index) }
            }
        }
        return nil
    }

    /// Whether each line from this one to the one of `end` has, taken alone, as many cells as the header: then a quote
    /// was forgotten, and the one that seems to close it stands in another record. Four lines of three cells are
    /// needed to believe it, since a text may well have a comma in each of two lines.
    private func reachesOverRecords(to end: Int) -> Bool {
        guard let width, width >= 3 else { return false }
        var (lines, cells) = (1, 1)
        var index = lineStart
        while true {
            let lineBreak = CSVSeparator.lineBreak(in: bytes, at: index)
            if lineBreak > 0 || index == bytes.count {
                guard cells == width else { return false }
                if index >= end { return lines >= 4 }
                (lines, cells) = (lines + 1, 1)
            } else if separates[Int(bytes[index])] {
                cells += 1
            }
            index += Swift.max(lineBreak, 1)
        }
    }
}
