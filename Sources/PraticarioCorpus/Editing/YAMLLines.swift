import PraticarioSystem

/// The lines of a YAML file, some of which are changed; what comes out is read back by whoever asked.
struct YAMLLines {
    private var lines: [ArraySlice<UInt8>]
    private let lineEnd: [UInt8]

    init(_ bytes: [UInt8]) {
        lines = TextLines.split(bytes)
        let end = TextLines.end(of: lines.first)
        lineEnd = end.isEmpty ? [0x0A] : end
    }

    var bytes: [UInt8] { lines.flatMap { $0 } }
    var count: Int { lines.count }

    // MARK: Lists

    /// Begins a list at the end of the file.
    mutating func begin(_ key: String, _ text: YAMLItemText, _ item: [FieldValue.Part], margin: Int) {
        var end = lines.count
        while end > 0, isBlank(end - 1) || isDocumentEnd(end - 1) { end -= 1 }
        insert([Self.spaces(margin) + key + ":"] + block(text, item, dash: margin + 2), at: end)
    }

    /// Puts the first item below the key of an empty list, whose comment stays.
    mutating func fill(_ field: RecordField, with text: YAMLItemText, _ item: [FieldValue.Part]) -> Bool {
        let index = field.keyPlace.line - 1
        guard lines.indices.contains(index),
            let found = TextLines.text(of: lines[index])
                .wholeMatch(of: #/(.*?:)\s*?(?:\[\s*\]|\{\s*\}|~|null|""|'')?(\s+#.*|\s*)/#)
        else { return false }
        replace(index..<(index + 1), by: [String(found.output.1) + String(found.output.2)])
        insert(block(text, item, dash: field.keyPlace.column + 1), at: index + 1)
        return true
    }

    /// Puts an item behind the last one.
    ///
    /// - Parameter end: the line on which the next field begins.
    mutating func append(
        _ text: YAMLItemText, _ item: [FieldValue.Part], to list: RecordValue, among items: [RecordValue], end: Int
    ) -> Bool {
        if isFlow(at: list.place) { return insert(text.flow(.parts(item)), inFlowAt: list.place) }
        let dash = list.place.column - 1
        guard scalar(at: list.place) == "-" else { return false }
        let like = items.last { item in
            if case .map = item.content { !isFlow(at: item.place) } else { false }
        }
        let width = like.map { max(2, min($0.place.column - 1 - dash, 8)) } ?? 2
        insert(block(text, item, dash: dash, width: width), at: self.end(before: end, margin: dash))
        return true
    }

    /// - Parameters:
    ///   - dash: the column of the dash, from 0.
    ///   - width: from the dash to the keys.
    private func block(_ text: YAMLItemText, _ item: [FieldValue.Part], dash: Int, width: Int = 2) -> [String] {
        text.lines(item).enumerated().map { index, line in
            index == 0
                ? Self.spaces(dash) + "-" + Self.spaces(width - 1) + line : Self.spaces(dash + width) + line
        }
    }

    /// Takes an item out, with the comments within it; a list of which nothing is left stays as an empty one.
    ///
    /// - Parameter end: the line on which the next item or field begins.
    mutating func removeItem(_ item: RecordValue, of list: RecordField, isOnly: Bool, end: Int) -> Bool {
        guard scalar(at: list.value.place) == "-" else { return false }
        let (key, column) = (list.keyPlace.line - 1, list.value.place.column)
        var start = item.place.line - 1
        while start > key, scalar(at: TextPlace(line: start + 1, column: column)) != "-" { start -= 1 }
        guard start > key else { return false }
        lines.removeSubrange(start..<max(self.end(before: end, margin: column - 1), start + 1))
        guard isOnly else { return true }
        guard let found = TextLines.text(of: lines[key]).wholeMatch(of: #/(.*?:)(\s+#.*|\s*)/#) else { return false }
        replace(key..<(key + 1), by: [String(found.output.1) + " []" + String(found.output.2)])
        return true
    }

    // MARK: Parts on lines of their own

    /// Takes a part away; what stands before it on its line, such as a dash, then stands before the next one.
    ///
    /// - Parameter end: the line on which the next part begins.
    mutating func remove(_ field: RecordField, end: Int, next: RecordField?) -> Bool {
        let (start, margin) = (field.keyPlace.line - 1, field.keyPlace.column - 1)
        guard lines.indices.contains(start) else { return false }
        let before = String(
            String.UnicodeScalarView(TextLines.text(of: lines[start]).unicodeScalars.prefix(margin)))
        guard !before.allSatisfy(\.isWhitespace) else {
            lines.removeSubrange(start..<max(self.end(before: end, margin: margin), start + 1))
            return true
        }
        guard let next, next.keyPlace.line - 1 > start, next.keyPlace.column == field.keyPlace.column else {
            return false
        }
        let index = next.keyPlace.line - 1
        let rest = TextLines.text(of: lines[index]).unicodeScalars.dropFirst(margin)
        replace(index..<(index + 1), by: [before + String(String.UnicodeScalarView(rest))])
        lines.removeSubrange(start..<index)
        return true
    }

    /// Replaces a part, what stands before it on its line and a comment behind it excepted.
    mutating func replace(_ field: RecordField, by new: [String], end: Int) -> Bool {
        let start = field.keyPlace.line - 1
        guard lines.indices.contains(start) else { return false }
        let margin = field.keyPlace.column - 1
        let end = max(self.end(before: end, margin: margin), start + 1)
        let before = String(
            String.UnicodeScalarView(TextLines.text(of: lines[start]).unicodeScalars.prefix(margin)))
        var new = indented(new, margin, first: before)
        if end == start + 1, new.count == 1 { new[0] += Self.comment(of: TextLines.text(of: lines[start])) }
        replace(start..<end, by: new)
        return true
    }

    /// Puts a part behind the last one of an item.
    mutating func insert(_ new: [String], after field: RecordField, end: Int) -> Bool {
        let margin = field.keyPlace.column - 1
        let end = self.end(before: end, margin: margin)
        guard end >= field.keyPlace.line, end <= lines.count else { return false }
        insert(indented(new, margin, first: Self.spaces(margin)), at: end)
        return true
    }

    private func indented(_ new: [String], _ margin: Int, first: String) -> [String] {
        new.enumerated().map { index, line in (index == 0 ? first : Self.spaces(margin)) + line }
    }

    /// Without empty lines, comments and lone dashes that belong to what comes next.
    private func end(before line: Int, margin: Int) -> Int {
        var end = min(line, lines.count)
        while end > 0 {
            let text = TextLines.text(of: lines[end - 1])
            let content = text.drop { $0 == " " }
            guard
                isBlank(end - 1) || isDocumentEnd(end - 1) || content == "-"
                    || content.hasPrefix("#") && text.count - content.count <= margin
            else { break }
            end -= 1
        }
        return end
    }

    // MARK: Values between brackets

    func isFlow(at place: TextPlace) -> Bool {
        scalar(at: place).map { "[{".unicodeScalars.contains($0) } ?? false
    }

    /// Puts text before the bracket that closes what opens at a place.
    mutating func insert(_ text: String, inFlowAt place: TextPlace) -> Bool {
        let flow = YAMLFlow(lines.map(TextLines.text))
        guard let (close, last) = flow.close(of: place) else { return false }
        return insert(last == "," ? " " + text : ", " + text, from: close, to: close)
    }

    mutating func replaceFlow(_ value: RecordValue, by text: String) -> Bool {
        let flow = YAMLFlow(lines.map(TextLines.text))
        guard let end = flow.end(ofValueAt: value.place), end.line == value.place.line else { return false }
        let isTight = value.place == end
        return insert(isTight ? " " + text : text, from: value.place, to: end)
    }

    private mutating func insert(_ text: String, from start: TextPlace, to end: TextPlace) -> Bool {
        let index = start.line - 1
        guard lines.indices.contains(index) else { return false }
        let old = TextLines.text(of: lines[index]).unicodeScalars
        var new = String.UnicodeScalarView(old.prefix(start.column - 1))
        new.append(contentsOf: text.unicodeScalars)
        new.append(contentsOf: old.dropFirst(end.column - 1))
        replace(index..<(index + 1), by: [String(new)])
        return true
    }

    // MARK: Lines

    private func scalar(at place: TextPlace) -> Unicode.Scalar? {
        guard lines.indices.contains(place.line - 1) else { return nil }
        return TextLines.text(of: lines[place.line - 1]).unicodeScalars.dropFirst(place.column - 1).first
    }

    private func isBlank(_ index: Int) -> Bool { TextLines.text(of: lines[index]).allSatisfy(\.isWhitespace) }

    private func isDocumentEnd(_ index: Int) -> Bool {
        TextLines.text(of: lines[index]).trimmingSpaces() == "..."
    }

    private mutating func insert(_ new: [String], at index: Int) {
        if index > 0, index == lines.count, TextLines.end(of: lines[index - 1]).isEmpty {
            lines[index - 1] += lineEnd
        }
        lines.insert(contentsOf: new.map { ArraySlice(Array($0.utf8) + lineEnd) }, at: index)
    }

    /// The last line keeps its line end, or goes on without one.
    private mutating func replace(_ range: Range<Int>, by new: [String]) {
        let end = TextLines.end(of: lines[range.upperBound - 1])
        var texts = new.map { ArraySlice(Array($0.utf8) + lineEnd) }
        if let last = new.last { texts[texts.count - 1] = ArraySlice(Array(last.utf8) + end) }
        lines.replaceSubrange(range, with: texts)
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// The comment at the end of a line, with the spaces before it; empty where there is none that is one for sure.
    static func comment(of line: String) -> String {
        guard let colon = line.firstIndex(of: ":"),
            let found = line[line.index(after: colon)...].firstMatch(of: #/([^"']*?)( +#.*)$/#),
            found.range.lowerBound == line.index(after: colon)
        else { return "" }
        return String(found.output.2)
    }
}
