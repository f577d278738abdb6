package import PraticarioSystem

/// Fields at the top of the file, and items that go.
extension YAMLFileText {
    /// What stands at the top of the file, as it is typed.
    package func typed(_ parts: [FieldPart]) -> TypedFields { TypedFields(fields ?? [], parts) }

    /// What the items of a list say, in their order; empty for one that has no fields of its own.
    package func typedItems(of list: FieldPart) -> [TypedFields] {
        items(of: list).map { item in
            if case .map(let fields) = item.content {
                TypedFields(fields, list.shape.parts)
            } else {
                TypedFields(list.shape.parts)
            }
        }
    }

    /// The field at the top of the file, or of an item, on whose lines a place is; `nil` for what tells of all of it.
    package func part(at place: TextPlace, ofItem index: Int? = nil, in list: FieldPart? = nil, _ parts: [FieldPart])
        -> FieldPart?
    {
        var own = fields ?? []
        if let index, let list {
            guard case .map(let fields) = items(of: list)[index].content else { return nil }
            own = fields
        }
        let field = own.last { field in
            field.keyPlace.line < place.line
                || field.keyPlace.line == place.line && field.keyPlace.column <= place.column
        }
        return field.flatMap { field in parts.first { $0.isNamed(field.key) } }
    }

    /// The lines of an item, from 1.
    package func lines(ofItem index: Int, in list: FieldPart) -> Range<Int> {
        let items = items(of: list)
        guard let fields, items.indices.contains(index),
            let field = fields.firstIndex(where: { list.isNamed($0.key) })
        else { return 0..<0 }
        let end = index + 1 < items.count ? items[index + 1].place.line : end(of: field, fields, YAMLLines(bytes)) + 1
        return items[index].place.line..<max(end, items[index].place.line + 1)
    }

    /// Says something else in a field at the top, or nothing any more. A list of items with fields of their own is changed
    /// item by item: those that stay as they are keep their lines, new ones come last.
    ///
    /// - Parameter all: what there may be at the top, in order: a new field comes behind those before it.
    /// - Returns: as `append`.
    package mutating func set(
        _ value: FieldValue, of part: FieldPart, among all: [FieldPart], in language: Language
    ) -> Bool {
        if case .list(.parts) = part.shape { return setItems(value, of: part, in: language) }
        guard let fields else { return false }
        let text = YAMLItemText(language)
        var lines = YAMLLines(bytes)
        var expected = fields
        if let index = fields.firstIndex(where: { part.isNamed($0.key) }) {
            let end = end(of: index, fields, lines)
            if value.isEmpty {
                guard lines.remove(fields[index], end: end, next: nil) else { return false }
                expected.remove(at: index)
            } else {
                let new = text.lines(fields[index].key, value)
                guard lines.replace(fields[index], by: new, end: end) else { return false }
                expected[index] = fields[index].saying(text.value(value).content)
            }
        } else {
            guard !value.isEmpty else { return true }
            let before = all.prefix { $0 != part }
            let index = fields.lastIndex { field in before.contains { $0.isNamed(field.key) } } ?? 0
            let key = part.keys[language]
            guard lines.insert(text.lines(key, value), after: fields[index], end: end(of: index, fields, lines))
            else { return false }
            let place = TextPlace(line: 1, column: 1)
            expected.insert(RecordField(key: key, keyPlace: place, value: text.value(value)), at: index + 1)
        }
        return take(lines.bytes, expected)
    }

    private mutating func setItems(_ value: FieldValue, of list: FieldPart, in language: Language) -> Bool {
        let old = typedItems(of: list)
        let new: [TypedFields] =
            if case .list(let items) = value {
                items.map { item in
                    var fields = TypedFields(list.shape.parts)
                    if case .parts(let own) = item { for part in own { fields[part.part] = part.value } }
                    return fields
                }
            } else {
                []
            }
        let edits = ItemEdits(from: old, to: new)
        var changed = self
        for (index, item) in edits.changed {
            let parts = item.parts(otherThanIn: old[index]).map { FieldValue.Part(part: $0, value: item[$0]) }
            guard changed.set(parts, ofItem: index, in: list, in: language) else { return false }
        }
        for index in edits.removed.reversed() {
            guard changed.removeItem(index, of: list) else { return false }
        }
        for item in edits.added {
            let parts = item.parts.filter { !item[$0].isEmpty }.map { FieldValue.Part(part: $0, value: item[$0]) }
            guard changed.append(parts, to: list, in: language) else { return false }
        }
        self = changed
        return true
    }

    /// Takes an item out of a list whose items have lines of their own; comments before it and behind it stay.
    ///
    /// - Returns: as `append`.
    package mutating func removeItem(_ index: Int, of list: FieldPart) -> Bool {
        guard let fields, let field = fields.firstIndex(where: { list.isNamed($0.key) }),
            case .list(var items) = fields[field].value.content, items.indices.contains(index)
        else { return false }
        var lines = YAMLLines(bytes)
        let end = index + 1 < items.count ? items[index + 1].place.line - 1 : end(of: field, fields, lines)
        guard lines.removeItem(items[index], of: fields[field], isOnly: items.count == 1, end: end) else {
            return false
        }
        items.remove(at: index)
        var expected = fields
        expected[field] = fields[field].saying(.list(items))
        return take(lines.bytes, expected)
    }
}

/// What makes other items of some: those that stay as they are stay where they are.
private struct ItemEdits {
    var changed: [(index: Int, item: TypedFields)] = []
    var removed: [Int] = []
    var added: [TypedFields] = []

    init(from old: [TypedFields], to new: [TypedFields]) {
        var gone: Set<Int> = []
        var come: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        // One that goes where another comes is that one, changed.
        var (index, place) = (0, 0)
        while index < old.count || place < new.count {
            switch (gone.contains(index), come.contains(place)) {
            case (true, true):
                changed.append((index, new[place]))
                (index, place) = (index + 1, place + 1)
            case (true, false):
                removed.append(index)
                index += 1
            case (false, true):
                added.append(new[place])
                place += 1
            case (false, false): (index, place) = (index + 1, place + 1)
            }
        }
    }
}
