/// How the cells of a table are told apart: by which separator, and where its records begin.
///
/// Bytes are those of a text in UTF-8. Quotes are those of RFC 4180.
struct CSVSeparator {
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
