import PraticarioSystem

/// What YAML would lose of values that people type without quotes, or take for something else.
///
/// A `#` cuts a title, `!` and `&` swallow a word, `@` or a second colon cost the whole header. Where it is certain that a
/// text was meant, its line gets the quotes that are missing; whatever YAML does to a value is told where it stands.
struct YAMLMarks {
    struct Finding {
        /// From 1, within the lines.
        let place: TextPlace
        let message: LocalizedText
    }

    /// The lines with quotes around what is certain to be text: as many, each value beginning where it did.
    private(set) var lines: [Substring]
    private(set) var findings: [Finding] = []
    /// The first quote or bracket that is opened and takes in the fields below it.
    private(set) var unclosed: Finding?

    private let anchors: Set<Substring>
    private let aliases: Set<Substring>
    private static let limit = 20

    init(_ lines: ArraySlice<Substring>) {
        self.lines = Array(lines)
        anchors = Self.names(after: "&", in: lines)
        aliases = Self.names(after: "*", in: lines)
        var next = 0
        while next < self.lines.count, findings.count < Self.limit, unclosed == nil { next = read(next) }
    }

    /// Reads the value of a line; gives the line that follows it.
    private mutating func read(_ index: Int) -> Int {
        guard !YAMLLine.isPlain(lines[index]), let line = YAMLLine(lines[index]) else { return index + 1 }
        let hasMore = lines[(index + 1)...].first { !YAMLLine.isEmpty($0) }.map {
            YAMLLine.indentation($0) > line.depth
        }
        let judge = YAMLValue(line.value, isItem: line.isItem, hasMore: hasMore ?? false)
        switch judge.verdict(anchors, aliases) {
        case .fine: break
        case .text(let mark, let offset): keep(judge.typed, mark, line, index, offset)
        case .comment(let offset): tell(YAMLMarkMessage.cut(judge.read(to: offset)), line, index, offset)
        case .lines: return (index + 1..<lines.count).first { isBeyond($0, line.depth) } ?? lines.count
        case .open(let mark, let offset):
            let end = judge.end(of: mark, in: lines[(index + 1)...])
            let swallowed = lines[(index + 1)..<min(lines.count, (end ?? lines.count) + 1)]
            if end == nil || swallowed.contains(where: { YAMLLine.isField($0, upTo: line.depth) }) {
                unclosed = Finding(place: place(line, index, offset), message: YAMLMarkMessage.unclosed(mark))
            }
            return (end ?? lines.count - 1) + 1
        }
        return index + 1
    }

    private func isBeyond(_ index: Int, _ depth: Int) -> Bool {
        !lines[index].allSatisfy(\.isWhitespace) && YAMLLine.indentation(lines[index]) <= depth
    }

    private mutating func keep(_ text: String, _ mark: Character, _ line: YAMLLine, _ index: Int, _ offset: Int) {
        tell(YAMLMarkMessage.kept(text, mark), line, index, offset)
        lines[index] = lines[index].dropLast(line.value.count) + YAMLText.quoted(text)
    }

    private mutating func tell(_ message: LocalizedText, _ line: YAMLLine, _ index: Int, _ offset: Int) {
        findings.append(Finding(place: place(line, index, offset), message: message))
    }

    private func place(_ line: YAMLLine, _ index: Int, _ offset: Int) -> TextPlace {
        let before = lines[index].unicodeScalars.count - line.value.unicodeScalars.count
        return TextPlace(line: index + 1, column: before + offset + 1)
    }

    /// What an anchor or an alias might be called, wherever in the lines a word begins with its mark.
    private static func names(after mark: Character, in lines: ArraySlice<Substring>) -> Set<Substring> {
        var names: Set<Substring> = []
        for line in lines where line.utf8.contains(where: { $0 == mark.asciiValue }) {
            for word in line.split(whereSeparator: { $0.isWhitespace || ",[]{}".contains($0) })
            where word.first == mark {
                names.insert(word.dropFirst())
            }
        }
        return names
    }
}

/// A line of YAML that gives a value: of a key, or of a list.
struct YAMLLine {
    /// As it stands, up to the end of the line.
    let value: Substring
    /// What belongs to the value is indented deeper.
    let depth: Int
    /// Of a list, without a key.
    let isItem: Bool

    init?(_ line: Substring) {
        var rest = line.drop { $0 == " " }
        guard !Self.isEmpty(line), rest.first != "\t" else { return nil }
        var depth = line.count - rest.count
        var dash: Int?
        while rest.hasPrefix("- ") {
            dash = depth
            let inside = rest.dropFirst().drop { $0 == " " }
            depth += rest.count - inside.count
            rest = inside
        }
        if let value = Self.value(of: rest) {
            (self.value, self.depth, isItem) = (value, depth, false)
        } else if let dash {
            (self.value, self.depth, isItem) = (rest, dash, true)
        } else {
            return nil
        }
    }

    /// Whether nothing in a line can mean anything but a key and its value, as in most lines: words, numbers and dates, alone,
    /// between two quotes or in a list between two brackets.
    static func isPlain(_ line: Substring) -> Bool {
        line.utf8.withContiguousStorageIfAvailable { bytes in
            // A comma or a hyphen at white space means something; some white space is not of ASCII.
            func isSign(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }
            var colons = 0
            // Of the value.
            var (open, isQuoted) = (UInt8(0), false)
            for (index, byte) in bytes.enumerated() {
                if isQuoted {
                    if byte == UInt8(ascii: "\\") { return false }
                    guard byte == UInt8(ascii: "\"") else { continue }
                    isQuoted = false
                    if open == byte { return index == bytes.count - 1 }
                    continue
                }
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x28...0x29, 0x2E...0x2F, UInt8(ascii: "_"), 0x80...:
                    break
                case UInt8(ascii: "-"):
                    guard index > 0, isSign(bytes[index - 1]), index + 1 < bytes.count, isSign(bytes[index + 1]) else {
                        return false
                    }
                case UInt8(ascii: ":"):
                    colons += 1
                    guard colons == 1, open == 0, index + 1 == bytes.count || bytes[index + 1] == 0x20 else {
                        return false
                    }
                case UInt8(ascii: "\""), UInt8(ascii: "["):
                    let begins = index > 1 && bytes[index - 1] == 0x20 && bytes[index - 2] == UInt8(ascii: ":")
                    if begins { open = byte }
                    isQuoted = byte == UInt8(ascii: "\"")
                    guard begins || (isQuoted && open == UInt8(ascii: "[")) else { return false }
                case UInt8(ascii: ","):
                    guard index > 0, isSign(bytes[index - 1]) else { return false }
                case UInt8(ascii: "]"): return open == UInt8(ascii: "[") && index == bytes.count - 1
                default: return false
                }
            }
            return open == 0
        } ?? false
    }

    static func isEmpty(_ line: Substring) -> Bool {
        let first = line.first { !$0.isWhitespace }
        return first == nil || first == "#"
    }

    static func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

    /// Whether a line reads like a field that is not indented deeper than that.
    static func isField(_ line: Substring, upTo depth: Int) -> Bool {
        guard indentation(line) <= depth, let colon = line.firstIndex(of: ":") else { return false }
        let key = line[..<colon].drop { $0 == " " || $0 == "-" }
        guard let first = key.first, first.isLetter,
            key.allSatisfy({ $0.isLetter || $0.isNumber || "_- ".contains($0) })
        else { return false }
        let after = line[line.index(after: colon)...].first
        return after == nil || after == " "
    }

    /// What stands behind the key, which may be quoted; `nil` where there is none.
    private static func value(of text: Substring) -> Substring? {
        guard let first = text.first, !"[{#&*!|>%@`?:,]}".contains(first) else { return nil }
        var rest = text
        if first == "\"" || first == "'" {
            guard let end = YAMLValue.close(of: first, in: text.dropFirst()) else { return nil }
            rest = text[end...].drop { $0 == " " }
            guard rest.first == ":" else { return nil }
        }
        var colon = rest.firstIndex(of: ":")
        while let at = colon {
            let after = rest[rest.index(after: at)...]
            if after.first.map(\.isWhitespace) ?? true { return after.drop(while: \.isWhitespace) }
            colon = after.firstIndex(of: ":")
        }
        return nil
    }
}
