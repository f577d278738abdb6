import PraticarioSystem

/// What a sheet says as it is typed, in a file or in a row: its fields before anybody asks what they mean, and its text in
/// sections. What people change, compare and merge.
package struct SheetContent: Hashable, Sendable {
    /// Something of a sheet that is changed as a whole.
    package enum Part: Hashable, Sendable {
        case field(FieldName)
        /// By its heading, and how many of the same heading stand before; without a heading, what stands before the first.
        case section(String, Int)

        package static func section(_ title: String) -> Part { .section(title, 0) }
    }

    /// By part; of `FieldValue` only texts, lists and parts. What says nothing is not there.
    package private(set) var values: [Part: FieldValue]
    /// In the order of the text.
    package private(set) var sections: [Part]

    package init() {
        values = [:]
        sections = []
    }

    package init(_ record: Record) {
        self.init()
        for field in record.fields {
            guard let name = FieldName(key: field.key), values[.field(name)] == nil else { continue }
            let value = FieldValue(typed: field.value, name.row.shape)
            self[.field(name)] = record.origin.row == nil ? value : value.itemsOfCells
        }
        let lines = SourceText(record.body).lines
        for section in SectionLines.of(record.body) {
            let text = lines[section.content].joined(separator: "\n")
            self[section.part] = .text(record.origin.row == nil ? text : MarkdownText.unescaped(text))
        }
    }

    /// The headings of a text, of whatever level up to 2, and what stands between them, in order.
    package static func headings(of markdown: String) -> [(isHeading: Bool, text: String)] {
        let lines = SourceText(markdown).lines
        return SectionLines.of(markdown).flatMap { section -> [(Bool, String)] in
            var parts: [(Bool, String)] = []
            if case .section(let title, _) = section.part, !section.heading.isEmpty { parts.append((true, title)) }
            let text = lines[section.content].joined(separator: "\n").trimmingSpaces()
            return text.allSatisfy(\.isWhitespace) ? parts : parts + [(false, text)]
        }
    }

    /// What a part says; `.none` where nothing.
    package subscript(part: Part) -> FieldValue {
        get { values[part] ?? .none }
        set {
            let value = newValue.asTyped
            let isNew = values.updateValue(value, forKey: part) == nil
            if value.isEmpty { values[part] = nil }
            guard case .section = part else { return }
            if value.isEmpty { sections.removeAll { $0 == part } } else if isNew { sections.append(part) }
        }
    }

    package func text(_ field: FieldName) -> String {
        if case .text(let text) = self[.field(field)] { text } else { "" }
    }

    /// The parts that say something else than in another content.
    package func parts(otherThanIn base: SheetContent) -> [Part] {
        let all =
            FieldName.allCases.map { Part.field($0) } + base.sections + sections.filter { !base.sections.contains($0) }
        return all.filter { self[$0] != base[$0] }
    }

    /// Takes what was changed here since `base` over into what others made of it meanwhile.
    ///
    /// - Returns: the two together, and the parts that both changed in different ways: there ours stands.
    package func merged(since base: SheetContent, into theirs: SheetContent) -> (
        content: SheetContent, conflicts: [Part]
    ) {
        var content = theirs
        var conflicts: [Part] = []
        for part in parts(otherThanIn: base) {
            if theirs[part] != base[part], theirs[part] != self[part] { conflicts.append(part) }
            content[part] = self[part]
        }
        return (content, conflicts)
    }
}

extension FieldValue {
    /// What was typed for a field that may hold values of a shape; what does not fit is kept as text.
    init(typed value: RecordValue, _ shape: FieldShape) {
        switch shape {
        case .list(let item): self = .list(value.items.map { FieldValue(typed: $0, item) })
        case .parts(let parts):
            switch value.content {
            case .map(let fields):
                self = .parts(
                    fields.map { field in
                        let part = parts.first { $0.isNamed(field.key) } ?? FieldPart(field.key, field.key)
                        return Part(part: part, value: FieldValue(typed: field.value, part.shape))
                    })
            default: self = .parts([Part(part: parts[0], value: .text(value.texts.joined(separator: "; ")))])
            }
        default:
            switch value.content {
            case .map(let fields): self = .text(fields.flatMap { $0.value.texts }.joined(separator: "; "))
            default: self = .text(value.texts.joined(separator: "; "))
            }
        }
    }

    /// A cell says several values in one text.
    fileprivate var itemsOfCells: FieldValue {
        guard case .list(let items) = self else { return self }
        return .list(
            items.flatMap { item -> [FieldValue] in
                if case .text(let text) = item { CellItems.split(text).map { .text($0) } } else { [item] }
            })
    }

    /// Whether both give the same where a row of a table cannot tell one text from a list of one, or lines from spaces.
    package func saysTheSame(as other: FieldValue) -> Bool {
        asTyped.onOneLine == other.asTyped.onOneLine
    }

    private var onOneLine: FieldValue {
        switch self {
        case .text(let text):
            .text(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        case .list(let items): .list(items.map(\.onOneLine))
        case .parts(let parts):
            .parts(
                parts.map { Part(part: $0.part, value: $0.value.onOneLine) }.sorted {
                    $0.part.english < $1.part.english
                })
        default: self
        }
    }

    /// With line breaks of one kind and without spaces around, and without what says nothing: two ways to type the same are
    /// one.
    package var asTyped: FieldValue {
        switch self {
        case .text(let text):
            var lines = SourceText(text).lines.map { String($0) }
            while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
            while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
            let whole = lines.joined(separator: "\n")
            return .text(lines.count == 1 ? whole.trimmingSpaces() : whole)
        case .list(let items): return .list(items.map(\.asTyped).filter { !$0.isEmpty })
        case .parts(let parts):
            return .parts(
                parts.map { Part(part: $0.part, value: $0.value.asTyped) }.filter { !$0.value.isEmpty })
        default: return self
        }
    }
}
