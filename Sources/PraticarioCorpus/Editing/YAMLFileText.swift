package import PraticarioSystem

/// A file that is YAML as a whole, to be changed: an item more in a list, parts of an item; the rest byte for byte.
///
/// Every change is read back: what would come out otherwise than meant is not made.
package struct YAMLFileText: Sendable {
    package private(set) var bytes: [UInt8]
    private let path: String

    /// `nil` for a file that is not in UTF-8: what is written would be in another encoding than the rest.
    package init?(_ bytes: [UInt8], path: String) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.bytes = bytes
        self.path = path
    }

    /// The language of the first key that has not the same name in both.
    package func language(of parts: [FieldPart]) -> Language? {
        for field in fields ?? [] {
            guard let part = parts.first(where: { $0.isNamed(field.key) }), part.english != part.italian else {
                continue
            }
            return FieldName.normalized(field.key) == FieldName.normalized(part.english) ? .english : .italian
        }
        return nil
    }

    /// What stands in a list, empty items included; none where there is no such list.
    package func items(of list: FieldPart) -> [RecordValue] {
        guard case .list(let items) = fields?.first(where: { list.isNamed($0.key) })?.value.content else { return [] }
        return items
    }

    /// Adds an item to a list, which begins at the end of the file where there is none.
    ///
    /// - Returns: `false` where the file is written in a way that the change would make something else of; nothing is
    ///   changed then.
    package mutating func append(_ item: [FieldValue.Part], to list: FieldPart, in language: Language) -> Bool {
        guard let fields else { return false }
        let text = YAMLItemText(language)
        var lines = YAMLLines(bytes)
        var expected = fields
        let value = text.value(item)
        if let index = fields.firstIndex(where: { list.isNamed($0.key) }) {
            let field = fields[index]
            if case .list(let items) = field.value.content, !items.isEmpty {
                let end = end(of: index, fields, lines)
                guard lines.append(text, item, to: field.value, among: items, end: end) else { return false }
                expected[index] = field.saying(.list(items + [value]))
            } else {
                guard field.value.isEmpty, lines.fill(field, with: text, item) else { return false }
                expected[index] = field.saying(.list([value]))
            }
        } else {
            let key = list.keys[language]
            lines.begin(key, text, item, margin: (fields.first?.keyPlace.column ?? 1) - 1)
            let place = TextPlace(line: 1, column: 1)
            expected.append(
                RecordField(key: key, keyPlace: place, value: RecordValue(content: .list([value]), place: place)))
        }
        return take(lines.bytes, expected)
    }

    /// Says something else in parts of an item, by its place among `items(of:)`; parts that it has not come last, those
    /// that say nothing any more go.
    ///
    /// - Returns: as `append`.
    package mutating func set(
        _ parts: [FieldValue.Part], ofItem index: Int, in list: FieldPart, in language: Language
    ) -> Bool {
        var changed = self
        for part in parts {
            guard changed.set(part, ofItem: index, in: list, YAMLItemText(language)) else { return false }
        }
        self = changed
        return true
    }

    private mutating func set(
        _ part: FieldValue.Part, ofItem index: Int, in list: FieldPart, _ text: YAMLItemText
    ) -> Bool {
        guard let fields, let listIndex = fields.firstIndex(where: { list.isNamed($0.key) }),
            case .list(var items) = fields[listIndex].value.content, items.indices.contains(index),
            case .map(var own) = items[index].content, !own.isEmpty
        else { return false }
        var lines = YAMLLines(bytes)
        let place = items[index].place
        let end = index + 1 < items.count ? items[index + 1].place.line - 1 : end(of: listIndex, fields, lines)
        let value = text.value(part.value)
        let known = own.firstIndex { part.part.isNamed($0.key) }
        if part.value.isEmpty {
            guard let known else { return true }
            let field = own.remove(at: known)
            let end = known < own.count ? own[known].keyPlace.line - 1 : end
            let isChanged =
                lines.isFlow(at: place)
                ? lines.replaceFlow(items[index], by: text.flow(own))
                : lines.remove(field, end: end, next: known < own.count ? own[known] : nil)
            guard isChanged else { return false }
        } else if let known {
            let next = known + 1 < own.count ? own[known + 1].keyPlace.line - 1 : end
            let isChanged =
                lines.isFlow(at: place)
                ? lines.replaceFlow(own[known].value, by: text.flow(part.value))
                : lines.replace(own[known], by: text.lines(own[known].key, part.value), end: next)
            guard isChanged else { return false }
            own[known] = own[known].saying(value.content)
        } else {
            let key = part.part.keys[text.language]
            let isChanged =
                lines.isFlow(at: place)
                ? lines.insert("\(key): \(text.flow(part.value))", inFlowAt: place)
                : lines.insert(text.lines(key, part.value), after: own[own.count - 1], end: end)
            guard isChanged else { return false }
            own.append(RecordField(key: key, keyPlace: place, value: value))
        }
        items[index] = RecordValue(content: .map(own), place: place)
        var expected = fields
        expected[listIndex] = fields[listIndex].saying(.list(items))
        return take(lines.bytes, expected)
    }

    mutating func take(_ changed: [UInt8], _ expected: [RecordField]) -> Bool {
        let place = TextPlace(line: 1, column: 1)
        guard let read = Self.fields(changed, path: path),
            RecordValue(content: .map(read), place: place)
                .saysTheSame(as: RecordValue(content: .map(expected), place: place))
        else { return false }
        bytes = changed
        return true
    }

    var fields: [RecordField]? { Self.fields(bytes, path: path) }

    /// `nil` where the file is not read as it stands: a repeated field would be passed over, and then written to.
    private static func fields(_ bytes: [UInt8], path: String) -> [RecordField]? {
        let (record, diagnostics) = Record.parse(yaml: bytes, path: path, malformed: .malformedCommunity)
        return record.fields.isEmpty || diagnostics.contains(where: { $0.severity == .error }) ? nil : record.fields
    }

    /// The line, from 0, on which the field behind this one begins.
    func end(of index: Int, _ fields: [RecordField], _ lines: YAMLLines) -> Int {
        index + 1 < fields.count ? fields[index + 1].keyPlace.line - 1 : lines.count
    }
}

extension RecordField {
    func saying(_ content: RecordValue.Content) -> RecordField {
        RecordField(key: key, keyPlace: keyPlace, value: RecordValue(content: content, place: value.place))
    }
}
