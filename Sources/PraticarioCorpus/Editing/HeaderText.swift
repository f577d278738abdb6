import PraticarioSystem

/// A file with a YAML header between two lines `---`, to be changed: single fields of the header, the rest byte for byte.
struct HeaderText {
    let bytes: [UInt8]
    let path: String

    /// The file with some lines for a field in the place of those that it has; a new field stands at the end of the header,
    /// or below another one.
    ///
    /// - Parameters:
    ///   - isField: whether a key is that of the field.
    ///   - isAbove: whether a key is that of the field below which a new one stands.
    ///   - written: the lines, without their ends, under the key that the file has, or `nil` for a new one.
    /// - Returns: `nil` where the header is written in a way that the change would make something else of.
    func setting(
        _ isField: (_ key: String) -> Bool, below isAbove: (_ key: String) -> Bool = { _ in false },
        to written: (_ key: String?) -> [String]
    ) -> [UInt8]? {
        guard let record = Record.parse(bytes, path: path).record, record.bodyLine >= 2,
            let changed = changed(record, isField, isAbove, written),
            let after = Record.parse(changed, path: path).record, Self.isSame(record, after, but: isField)
        else { return nil }
        return changed
    }

    private func changed(
        _ record: Record, _ isField: (String) -> Bool, _ isAbove: (String) -> Bool, _ written: (String?) -> [String]
    ) -> [UInt8]? {
        var lines = TextLines.split(bytes)
        let closing = record.bodyLine - 2
        // A header in braces has several fields on one line.
        guard lines.indices.contains(closing), Set(record.fields.map(\.keyPlace.line)).count == record.fields.count
        else { return nil }
        let end = TextLines.end(of: lines.first)
        let range: Range<Int>
        var new: [String]
        if let index = record.fields.firstIndex(where: { isField($0.key) }) {
            range = self.lines(of: index, record, lines, closing)
            new = written(record.fields[index].key)
            if range.count == 1, new.count == 1 {
                new[0] += YAMLLines.comment(of: TextLines.text(of: lines[range.lowerBound]))
            }
        } else {
            let above = record.fields.firstIndex { isAbove($0.key) }
            let line = above.map { self.lines(of: $0, record, lines, closing).upperBound } ?? closing
            range = line..<line
            new = written(nil)
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

    /// Whether two readings differ in one field alone.
    private static func isSame(_ a: Record, _ b: Record, but isField: (String) -> Bool) -> Bool {
        let (old, new) = (a.fields.filter { !isField($0.key) }, b.fields.filter { !isField($0.key) })
        return a.body == b.body && old.count == new.count
            && zip(old, new).allSatisfy { $0.key == $1.key && $0.value.saysTheSame(as: $1.value) }
    }
}
