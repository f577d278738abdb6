import PraticarioSystem

/// What no text holds that people write, and what would cost everybody who reads it.
///
/// libcmark-gfm goes into quotations and lists by recursion, fills up the rows of a table to its columns, and writes an
/// address out wherever its reference is named. One look at the bytes before that keeps the work in proportion to the
/// text.
struct MarkdownLimits {
    struct Excess {
        /// Of the text, from 1.
        let line: Int
        let message: LocalizedText
    }

    /// A quotation or a list may begin so far to the right, in columns: no text nests a hundred lists.
    static let deepestColumn = 200
    static let headings = 2_000
    /// Of all tables together, rows being filled up.
    static let cells = 400_000
    /// Brackets, stars and other marks of one paragraph, which may all stand within each other.
    static let marks = 20_000
    /// What the references of a text may unfold to, in bytes.
    static let references = 16 << 20

    /// What is too much in a text; `nil` for nearly all.
    static func excess(in text: String) -> Excess? {
        var text = text
        return text.withUTF8 { bytes in
            var limits = MarkdownLimits()
            var start = 0
            for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
                let isFirstOfTwo = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                if isFirstOfTwo { continue }
                limits.look(at: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                if limits.excess != nil { return limits.excess }
                start = index + 1
            }
            limits.look(at: UnsafeBufferPointer(rebasing: bytes[start...]))
            return limits.excess ?? limits.excessOfTheWhole
        }
    }

    private var line = 0
    private var excess: Excess?
    private var headings = 0
    private var brackets = 0
    /// The most columns that a line of dashes and bars gives a table.
    private var columns = 0
    private var tableLine = 0
    private var paragraph = (bytes: 0, marks: 0, definesReference: false)
    private var longestDefinition = 0
    private var definitionLine = 0

    private mutating func look(at bytes: UnsafeBufferPointer<UInt8>) {
        line += 1
        let content = lookAtMarkers(of: bytes)
        let rest = bytes[content...]
        switch rest.first {
        case nil:
            paragraph = (0, 0, false)
            return
        // What underlines a heading counts as one: a rule does no harm.
        case UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "-"): headings += 1
        default: break
        }
        if headings > Self.headings {
            excess = Excess(
                line: line,
                message: LocalizedText(
                    it: "più di \(Self.headings) titoli non stanno in una scheda: dividila",
                    en: "a sheet has no more than \(Self.headings) headings: divide it"))
        }
        lookForReferences(in: rest)
        lookForColumns(in: rest)
    }

    /// Goes over the marks of quotations and lists with which a line begins, and returns where they end.
    private mutating func lookAtMarkers(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var column = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 {
                column += byte == 0x20 ? 1 : 4
                index += 1
                continue
            }
            let length = Self.markerLength(in: bytes, at: index)
            guard length > 0 else { break }
            if column > Self.deepestColumn {
                excess = Excess(
                    line: line,
                    message: LocalizedText(
                        it: "qui citazioni o elenchi stanno l'uno dentro l'altro troppe volte: togli i segni in più",
                        en: "here quotations or lists stand within each other too often: remove marks"))
                break
            }
            column += length
            index += length
        }
        return index
    }

    /// How long the mark of a quotation or a list item is that stands at an index; 0 for none.
    private static func markerLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: ">"): return 1
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return isSpace(bytes, index + 1) ? 1 : 0
        case 0x30...0x39:
            var end = index
            while end < bytes.count, end < index + 9, (0x30...0x39).contains(bytes[end]) { end += 1 }
            guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else {
                return 0
            }
            return isSpace(bytes, end + 1) ? end + 1 - index : 0
        default: return 0
        }
    }

    private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index >= bytes.count || bytes[index] == 0x20 || bytes[index] == 0x09
    }

    private mutating func lookForReferences(in bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "["):
                brackets += 1
                paragraph.marks += 1
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"): paragraph.marks += 1
            default: break
            }
            if byte == UInt8(ascii: ":"), previous == UInt8(ascii: "]") {
                paragraph.definesReference = true
                if definitionLine == 0 { definitionLine = line }
            }
            previous = byte
        }
        paragraph.bytes += bytes.count + 1
        if paragraph.marks > Self.marks {
            excess = Excess(
                line: line,
                message: LocalizedText(
                    it: "il paragrafo ha troppi segni (asterischi, parentesi quadre): toglili o dividi il paragrafo",
                    en: "the paragraph has too many marks (asterisks, square brackets): remove them or divide it"))
        }
        if paragraph.definesReference { longestDefinition = max(longestDefinition, paragraph.bytes) }
    }

    private mutating func lookForColumns(in bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var bars = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "|"): bars += 1
            case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: break
            default: return
            }
        }
        if bars >= columns { (columns, tableLine) = (bars + 1, line) }
    }

    private var excessOfTheWhole: Excess? {
        if columns * line > Self.cells {
            return Excess(
                line: tableLine,
                message: LocalizedText(
                    it: "la tabella ha troppe celle per una scheda: tieni quelle che contano",
                    en: "the table has too many cells for a sheet: keep those that matter"))
        }
        if brackets * longestDefinition > Self.references {
            return Excess(
                line: definitionLine,
                message: LocalizedText(
                    it:
                        "i collegamenti per riferimento (`[nome]: indirizzo`) sono troppi: scrivi l'indirizzo nel testo",
                    en: "there are too many references (`[name]: address`): write addresses in the text"))
        }
        return nil
    }
}
