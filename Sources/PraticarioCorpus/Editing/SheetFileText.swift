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
        let changed = HeaderText(bytes: bytes, path: path).setting {
            FieldName(key: $0) == edit.field
        } below: { key in
            // Who allowed the licence stands below it.
            edit.field == .permission && FieldName(key: key) == .licence
        } to: { key in
            YAMLItemText(language).block(key ?? edit.field.key(in: language), edit.value)
        }
        guard let changed else { return false }
        bytes = changed
        return true
    }

    /// Writes what a section says, under its heading; one without text goes with its heading, and a new one comes where such
    /// sections stand.
    ///
    /// - Returns: as `set(_:in:)`.
    package mutating func set(_ part: SheetContent.Part, to text: String) -> Bool {
        guard case .section(let title, _) = part, let record = Record.parse(bytes, path: path).record,
            let changed = changed(record, part, title: title, text)
        else { return false }
        let (before, after) = (SheetContent(record), Record.parse(changed, path: path).record.map { SheetContent($0) })
        // Text that opens a block of code, say, would swallow what stands below.
        guard let after, before.values.allSatisfy({ $0.key == part || after[$0.key] == $0.value }) else { return false }
        bytes = changed
        return true
    }

    private func changed(
        _ record: Record, _ part: SheetContent.Part, title: String, _ text: String
    ) -> [UInt8]? {
        let sections = SectionLines.of(record.body)
        var lines = TextLines.split(bytes)
        let first = record.bodyLine - 1
        guard lines.count >= first else { return nil }
        var end = TextLines.end(of: lines.first)
        if end.isEmpty { end = [0x0A] }
        func isBlank(_ line: Int) -> Bool { TextLines.text(of: lines[line]).allSatisfy(\.isWhitespace) }
        func put(_ new: [String], in range: Range<Int>) {
            let range = min(range.lowerBound + first, lines.count)..<min(range.upperBound + first, lines.count)
            var new = new
            if range.lowerBound > 0, !lines.isEmpty, TextLines.end(of: lines[range.lowerBound - 1]).isEmpty {
                lines[range.lowerBound - 1] += end
            }
            if !new.isEmpty, range.lowerBound >= first, range.lowerBound > 0, !isBlank(range.lowerBound - 1) {
                new.insert("", at: 0)
            }
            if !new.isEmpty, range.upperBound < lines.count { new.append("") }
            lines.replaceSubrange(range, with: new.map { ArraySlice(Array($0.utf8) + end) })
        }
        let typed = text.isEmpty ? [] : SourceText(text).lines.map { String($0) }
        if let own = sections.first(where: { $0.part == part }) {
            let body = SourceText(record.body).lines
            let said = own.content.filter { !body[$0].allSatisfy(\.isWhitespace) }
            if let start = said.first, let last = said.last, !typed.isEmpty {
                // Empty lines around stay as they are.
                let end = TextLines.end(of: lines[last + first])
                lines.replaceSubrange(
                    (start + first)..<(last + first + 1),
                    with: typed.enumerated().map { index, line in
                        let isLast = index == typed.count - 1
                        return ArraySlice(Array(line.utf8) + (isLast ? end : TextLines.end(of: lines.first)))
                    })
            } else {
                put(typed, in: typed.isEmpty ? own.heading.lowerBound..<own.content.upperBound : own.content)
            }
        } else {
            guard !typed.isEmpty, title.split(whereSeparator: \.isNewline).count == 1 else { return nil }
            let rank = StandardSection.rank(of: title)
            let below = sections.dropFirst().first { StandardSection.rank(ofPart: $0.part) > rank }
            let place = below?.heading.lowerBound ?? SourceText(record.body).lines.count
            put(["## " + MarkdownText.escaped(title), ""] + typed, in: place..<place)
        }
        return lines.flatMap { $0 }
    }

    /// A file that says nothing else.
    package static func new(_ content: SheetContent, in language: Language) -> [UInt8] {
        let text = YAMLItemText(language)
        let header = FieldName.allCases.flatMap { text.block($0.key(in: language), content[.field($0)]) }
        let sections = content.sections.compactMap { part -> String? in
            guard case .section(let title, _) = part, case .text(let text) = content[part] else { return nil }
            return (title.isEmpty ? "" : "## \(MarkdownText.escaped(title))\n\n") + text + "\n"
        }
        return Array(
            ("---\n" + header.map { $0 + "\n" }.joined() + "---\n" + sections.map { "\n" + $0 }.joined()).utf8)
    }
}

extension StandardSection {
    /// Where a section of this heading stands among others: those of our own before what closes a sheet.
    fileprivate static func rank(of title: String) -> Int {
        let all = Array(allCases)
        if isInternalNotes(title) { return all.count }
        return StandardSection(named: title).flatMap(all.firstIndex) ?? all.count - 1
    }

    fileprivate static func rank(ofPart part: SheetContent.Part) -> Int {
        if case .section(let title, _) = part { rank(of: title) } else { 0 }
    }
}
