/// How the cells of a table are told apart: by which separator, and where its records begin.
///
/// Bytes are those of a text in UTF-8. Quotes are those of RFC 4180.
struct CSVDialect {
    let separator: UInt8
    /// The first byte after a line `sep=;`, which Excel heeds and does not show.
    private let start: Int

    /// What is wrong with a cell, whose text then keeps its quotes.
    enum Mistake { case unclosedQuote, textAfterQuote }

    init(of bytes: [UInt8]) {
        (separator, start) = Self.named(in: bytes) ?? (Self.likeliest(in: bytes), 0)
    }

    var character: Character { Character(Unicode.Scalar(separator)) }

    func records(of bytes: [UInt8]) -> CSVRecords {
        CSVRecords(bytes, separators: [separator], start: start)
    }

    /// The separator that a first line `sep=;` names, and where the next line begins.
    private static func named(in bytes: [UInt8]) -> (separator: UInt8, start: Int)? {
        let end = bytes.prefix(16).firstIndex { $0 == lineFeed || $0 == carriageReturn } ?? bytes.count
        guard (5...7).contains(end) else { return nil }
        var line = String(decoding: bytes[..<end], as: UTF8.self)[...]
        if line.first == "\"", line.last == "\"" { line = line.dropFirst().dropLast() }
        guard line.count == 5, line.lowercased().hasPrefix("sep="), let named = line.utf8.last, named < 0x7F,
            named == tab || named > UInt8(ascii: " "), named != quote, line.last?.isLetter == false,
            line.last?.isNumber == false
        else { return nil }
        return (named, end + lineBreak(in: bytes, at: end))
    }

    /// The separator that most of the first records hold; of several the one that cuts most of them into equally
    /// many cells, then into more cells, then the first of `;`, `,` and tab.
    ///
    /// What stands in quotes does not count, whichever of the three stands before them.
    private static func likeliest(in bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), tab]
        var counts = [[Int]](repeating: [], count: candidates.count)
        var records = CSVRecords(bytes, separators: candidates)
        var seen = 0
        while seen < 20, let record = records.next() {
            if record.row.cells.allSatisfy(CSVRow.isEmpty) { continue }
            seen += 1
            for (index, candidate) in candidates.enumerated() {
                let count = records.lastSeparators.count { $0 == candidate }
                if count > 0 { counts[index].append(count) }
            }
        }
        func score(_ counts: [Int]) -> (holding: Int, alike: Int, cells: Int) {
            let alike = Dictionary(grouping: counts) { $0 }.map { (alike: $1.count, cells: $0) }.max { $0 < $1 }
            return (counts.count, alike?.alike ?? 0, alike?.cells ?? 0)
        }
        var best = 0
        for index in candidates.indices where score(counts[index]) > score(counts[best]) { best = index }
        return candidates[best]
    }

    static let quote = UInt8(ascii: "\"")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D

    /// How many bytes the line break at an index takes; 0 if there is none.
    @inline(__always) static func lineBreak(in bytes: [UInt8], at index: Int) -> Int {
        guard index < bytes.count, bytes[index] <= carriageReturn else { return 0 }
        if bytes[index] == lineFeed { return 1 }
        guard bytes[index] == carriageReturn else { return 0 }
        return index + 1 < bytes.count && bytes[index + 1] == lineFeed ? 2 : 1
    }
}

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

    mutating func next() -> (row: CSVRow, mistakes: [(cell: Int, mistake: CSVDialect.Mistake)])? {
        guard position < bytes.count else { return nil }
        number += 1
        lastSeparators.removeAll(keepingCapacity: true)
        let firstLine = line
        var cells: [String] = []
        var mistakes: [(cell: Int, mistake: CSVDialect.Mistake)] = []
        while true {
            let (text, mistake) = cell()
            if let mistake { mistakes.append((cells.count, mistake)) }
            cells.append(text)
            guard position < bytes.count, separates[Int(bytes[position])] else { break }
            lastSeparators.append(bytes[position])
            position += 1
        }
        position += CSVDialect.lineBreak(in: bytes, at: position)
        (line, lineStart) = (line + 1, position)
        if width == nil, cells.count > 1 { width = cells.count }
        return (CSVRow(number: number, line: firstLine, cells: cells), mistakes)
    }

    /// Reads the cell at `position` and leaves it at the separator, line break or end after it.
    private mutating func cell() -> (text: String, mistake: CSVDialect.Mistake?) {
        let start = position
        guard start < bytes.count, bytes[start] == CSVDialect.quote else { return (plain(from: start), nil) }
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
        guard bytes[range].contains(CSVDialect.quote) else { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            text.append(bytes[index])
            index += bytes[index] == CSVDialect.quote ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func isCellEnd(_ index: Int) -> Bool {
        index == bytes.count || separates[Int(bytes[index])] || CSVDialect.lineBreak(in: bytes, at: index) > 0
    }

    /// The quote that closes one, doubled ones passed over, and the line breaks before it.
    private func closing(of opening: Int) -> (index: Int, lineBreaks: Int, lineStart: Int)? {
        let limit = Swift.min(bytes.count, opening + Self.longestCell.bytes)
        var (lineBreaks, start) = (0, lineStart)
        var index = opening + 1
        while index < limit, lineBreaks <= Self.longestCell.lineBreaks {
            if bytes[index] == CSVDialect.quote {
                let isDoubled = index + 1 < bytes.count && bytes[index + 1] == CSVDialect.quote
                if !isDoubled { return (index, lineBreaks, start) }
                index += 2
            } else {
                let lineBreak = CSVDialect.lineBreak(in: bytes, at: index)
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
            let lineBreak = CSVDialect.lineBreak(in: bytes, at: index)
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
