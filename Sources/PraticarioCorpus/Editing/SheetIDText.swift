import PraticarioSystem

/// A text that refers to sheets, in which one gets another id; the rest stays byte for byte.
package struct SheetIDText: Sendable {
    package private(set) var bytes: [UInt8]

    /// `nil` for a text that is not in UTF-8.
    package init?(_ bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.bytes = bytes
    }

    /// Changes the links `scheda:ID` of Markdown, from a line on.
    package mutating func renameLinks(_ old: String, to new: String, fromLine first: Int = 1) {
        var lines = TextLines.split(bytes)
        guard first <= lines.count else { return }
        for index in (first - 1)..<lines.count {
            lines[index] = ArraySlice(Self.renamingLinks(old, to: new, in: Array(lines[index])))
        }
        bytes = lines.flatMap { $0 }
    }

    /// Changes the id at a place, quotes or not.
    ///
    /// - Returns: `false` where something else stands there; nothing is changed then.
    package mutating func rename(_ old: String, to new: String, at place: TextPlace) -> Bool {
        var lines = TextLines.split(bytes)
        guard lines.indices.contains(place.line - 1) else { return false }
        var line = Array(lines[place.line - 1])
        var start = Self.offset(ofColumn: place.column, in: line)
        if start < line.count, line[start] == UInt8(ascii: "\"") || line[start] == UInt8(ascii: "'") { start += 1 }
        guard Self.isID(old, at: start, in: line) else { return false }
        line.replaceSubrange(start..<(start + old.utf8.count), with: Array(new.utf8))
        lines[place.line - 1] = ArraySlice(line)
        bytes = lines.flatMap { $0 }
        return true
    }

    /// What leads to a sheet: behind a bracket, or as the address of a reference definition.
    static func renamingLinks(_ old: String, to new: String, in line: [UInt8]) -> [UInt8] {
        let scheme = Array(CuratedCollection.scheme.utf8)
        return replacing(old, by: new, in: line) { start in
            let begin = start - scheme.count
            guard begin > 0, Array(line[begin..<start]) == scheme else { return false }
            return [UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: " ")].contains(line[begin - 1])
        }
    }

    /// Each id in a list of ids, whatever stands between them.
    static func renamingIDs(_ old: String, to new: String, in cell: [UInt8]) -> [UInt8] {
        replacing(old, by: new, in: cell) { _ in true }
    }

    private static func replacing(
        _ old: String, by new: String, in bytes: [UInt8], where isMeant: (_ start: Int) -> Bool
    ) -> [UInt8] {
        var replaced: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if isID(old, at: index, in: bytes), isMeant(index) {
                replaced += Array(new.utf8)
                index += old.utf8.count
            } else {
                replaced.append(bytes[index])
                index += 1
            }
        }
        return replaced
    }

    /// Whether just this id stands there: `orto` is not the beginning of `orto-sociale`.
    private static func isID(_ id: String, at start: Int, in bytes: [UInt8]) -> Bool {
        let end = start + id.utf8.count
        guard end <= bytes.count, bytes[start..<end].elementsEqual(id.utf8) else { return false }
        return (start == 0 || !isPart(bytes[start - 1])) && (end == bytes.count || !isPart(bytes[end]))
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x2D
            || byte == 0x5F || byte >= 0x80
    }

    /// Columns count Unicode scalars.
    private static func offset(ofColumn column: Int, in line: [UInt8]) -> Int {
        var (offset, left) = (0, column - 1)
        while offset < line.count {
            if line[offset] & 0xC0 != 0x80 {
                if left == 0 { return offset }
                left -= 1
            }
            offset += 1
        }
        return offset
    }
}
