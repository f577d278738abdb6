package import PraticarioSystem

/// The file of one sheet, to be changed: single fields of its header, the rest byte for byte.
package struct SheetFileText: Sendable {
    package private(set) var bytes: [UInt8]
    private let path: String

    /// `nil` for a file that is not in UTF-8: what is written would be in another encoding than the rest.
    package init?(_ bytes: [UInt8], path: String) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.bytes = bytes
        self.path = path
    }

    /// - Returns: `false` where the header is written in a way that the change would make something else of; nothing is
    ///   changed then.
    package mutating func set(_ edit: FieldEdit, in language: Language) -> Bool {
        guard let record = Record.parse(bytes, path: path).record, record.bodyLine >= 2,
            let changed = changed(edit, record, in: language),
            let after = Record.parse(changed, path: path).record,
            Self.isSame(record, after, but: edit.field)
        else { return false }
        bytes = changed
        return true
    }

    private func changed(_ edit: FieldEdit, _ record: Record, in language: Language) -> [UInt8]? {
        var lines = TextLines.split(bytes)
        let closing = record.bodyLine - 2
        // A header in braces has several fields on one line.
        guard lines.indices.contains(closing), Set(record.fields.map(\.keyPlace.line)).count == record.fields.count
        else { return nil }
        let end = TextLines.end(of: lines.first)
        let range: Range<Int>
        var new: [String]
        if let index = record.fields.firstIndex(where: { FieldName(key: $0.key) == edit.field }) {
            range = self.lines(of: index, record, lines, closing)
            new = text(edit, key: record.fields[index].key, in: language)
            if range.count == 1, new.count == 1 {
                new[0] += YAMLLines.comment(of: TextLines.text(of: lines[range.lowerBound]))
            }
        } else {
            // Who allowed the licence stands below it.
            let above = record.fields.firstIndex { edit.field == .permission && FieldName(key: $0.key) == .licence }
            let line = above.map { self.lines(of: $0, record, lines, closing).upperBound } ?? closing
            range = line..<line
            new = text(edit, key: edit.field.key(in: language), in: language)
        }
        lines.replaceSubrange(range, with: new.map { ArraySlice(Array($0.utf8) + end) })
        return lines.flatMap { $0 }
    }

    /// The lines of a field, without comments and empty lines before the next one.
    private func lines(
        of index: Int, _ record: Record, _ lines: [ArraySlice<UInt8>], _ closing: Int
    ) -> Range<Int> {
        let start = record.fields[index].keyPlace.line - 1
        var end = index + 1 < record.fields.count ? record.fields[index + 1].keyPlace.line - 1 : closing
        func isNothing(_ line: Int) -> Bool {
            let text = TextLines.text(of: lines[line]).trimmingSpaces()
            return text.isEmpty || text.hasPrefix("#")
        }
        while end > start + 1, isNothing(end - 1) { end -= 1 }
        return start..<max(end, start + 1)
    }

    private func text(_ edit: FieldEdit, key: String, in language: Language) -> [String] {
        switch edit.value {
        case .text(let text): ["\(key): \(YAMLText.scalar(text))"]
        case .parts(let parts):
            ["\(key):"]
                + parts.map { part in
                    let name = edit.field.row.shape.parts.first { $0.english == part.key }?.keys[language] ?? part.key
                    return "  \(name): \(YAMLText.scalar(part.text))"
                }
        }
    }

    /// Whether two readings differ in one field alone.
    private static func isSame(_ a: Record, _ b: Record, but field: FieldName) -> Bool {
        let (old, new) = (
            a.fields.filter { FieldName(key: $0.key) != field }, b.fields.filter { FieldName(key: $0.key) != field }
        )
        return a.body == b.body && old.count == new.count
            && zip(old, new).allSatisfy { $0.key == $1.key && $0.value.saysTheSame(as: $1.value) }
    }
}
