package import PraticarioSystem

/// What a curator says: the header of the file, headings, notes, searches.
extension CollectionText {
    /// What of the header can be changed; its keys are those of `CollectionField`.
    package enum Heading: String, CaseIterable, Sendable {
        case title, summary, curator, licence
    }

    /// Writes what the header says.
    package mutating func set(_ heading: Heading, to text: String, in language: Language) -> Outcome {
        guard let field = CollectionField(rawValue: heading.rawValue) else { return .unclear }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let changed = HeaderText(bytes: bytes, path: path).setting {
            CollectionField.byKey[FieldName.normalized($0)] == field
        } to: { key in
            ["\(key ?? field.key(in: language)): \(line.isEmpty ? "" : YAMLText.quoted(line))"]
        }
        guard let changed, let text = CollectionText(changed, path: path) else { return .unclear }
        self = text
        return .done
    }

    /// Writes what the curator says of an entry in the place of what was said; empty takes it away.
    package mutating func setNote(_ note: String, of id: String) -> Outcome {
        let present = present
        guard let entry = present.first(where: { $0.id == id }) else { return .notAnEntry }
        let first = TextLines.text(of: lines[entry.lines.lowerBound])
        guard let link = first.firstMatch(of: #/^ *(?:[-*+]|[0-9]{1,9}[.)]) +\[(?:[^\]\\]|\\.)*\]\([^)]*\)/#) else {
            return .unclear
        }
        let end = TextLines.end(of: lines[entry.lines.lowerBound])
        let plain = Self.plain(note)
        let line = String(link.output) + (plain.isEmpty ? "" : " — \(plain)")
        var changed = self
        // Empty lines behind the entry keep it apart from what follows.
        var last = entry.lines.upperBound
        while last > entry.lines.lowerBound + 1, changed.lines[last - 1].allSatisfy(Self.isSpace) { last -= 1 }
        changed.lines.replaceSubrange(entry.lines.lowerBound..<last, with: [ArraySlice(Array(line.utf8) + end)])
        guard changed.present.map(\.id) == present.map(\.id) else { return .unclear }
        self = changed
        return .done
    }

    // MARK: Headings

    /// Writes a heading before an entry, after one, or at the end.
    package mutating func add(heading title: String, at position: CollectionPosition) -> Outcome {
        let present = present
        guard let line = line(of: position, among: present) else { return .notAnEntry }
        let before = headings.map(\.title)
        let outcome = changing(to: present.map(\.id)) { text in
            let isOpenAbove = line > 0 && !text.lines[line - 1].allSatisfy(Self.isSpace)
            let isOpenBelow = line < text.lines.count && !text.lines[line].allSatisfy(Self.isSpace)
            text.insert(
                (isOpenAbove ? [""] : []) + ["## \(Self.plain(title))"] + (isOpenBelow ? [""] : []), at: line)
        }
        return outcome == .done && headings.count != before.count + 1 ? .unclear : outcome
    }

    /// Calls a heading something else.
    package mutating func rename(heading title: String, to new: String) -> Outcome {
        change(heading: title) { line in
            let marks = line.prefix { $0 == "#" || $0 == " " }
            return [marks + Self.plain(new)]
        }
    }

    /// Takes a heading out; what stands under it stays.
    package mutating func remove(heading title: String) -> Outcome {
        change(heading: title) { _ in [] }
    }

    /// Those of the first two levels, with the lines on which they stand.
    var headings: [(title: String, line: Int)] {
        guard let record = Record.parse(bytes, path: path).record else { return [] }
        return MarkdownBody.sections(of: record.body, firstLine: record.bodyLine).filter { !$0.title.isEmpty }
            .map { ($0.title, $0.line - 1) }
    }

    private mutating func change(heading title: String, _ change: (String) -> [String]) -> Outcome {
        let key = FieldName.normalized(title)
        guard let found = headings.first(where: { FieldName.normalized($0.title) == key }) else { return .notAnEntry }
        let line = lines[found.line]
        let text = TextLines.text(of: line)
        guard text.hasPrefix("#") else { return .unclear }
        let count = headings.count
        var changed = self
        let new = change(text).map { ArraySlice(Array($0.utf8) + TextLines.end(of: line)) }
        changed.lines.replaceSubrange(found.line..<(found.line + 1), with: new)
        if new.isEmpty { changed.keepApart(at: found.line) }
        guard changed.present.map(\.id) == present.map(\.id), changed.headings.count == count - (new.isEmpty ? 1 : 0)
        else { return .unclear }
        self = changed
        return .done
    }

    // MARK: Searches

    /// Takes a search out, by its question as it is written there.
    package mutating func remove(search question: String) -> Outcome {
        let searches = CuratedCollection.read(bytes, path: path).collection?.searches ?? []
        guard let search = searches.first(where: { $0.question == question.trimmingSpaces() }) else {
            return .notAnEntry
        }
        return changing(to: present.map(\.id)) { text in
            text.lines.removeSubrange(search.lines)
            text.keepApart(at: search.lines.lowerBound)
        }
    }
}
