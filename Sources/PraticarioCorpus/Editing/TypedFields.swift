/// What the fields of a YAML file say, or those of an item in one of its lists, as they are typed: what people change,
/// compare and merge.
package struct TypedFields: Hashable, Sendable {
    /// Those that there may be, in the order in which they are shown and written.
    package let parts: [FieldPart]
    /// By their English keys; of `FieldValue` only texts, lists and parts. What says nothing is not there.
    private var values: [String: FieldValue] = [:]

    package init(_ parts: [FieldPart]) {
        self.parts = parts
    }

    /// What is no field of these is passed over.
    init(_ fields: [RecordField], _ parts: [FieldPart]) {
        self.init(parts)
        for field in fields {
            guard let part = parts.first(where: { $0.isNamed(field.key) }), self[part].isEmpty else { continue }
            self[part] = FieldValue(typed: field.value, part.shape)
        }
    }

    /// What a field says; `.none` where nothing.
    package subscript(part: FieldPart) -> FieldValue {
        get { values[part.english] ?? .none }
        set {
            let value = newValue.asTyped
            values[part.english] = value.isEmpty ? nil : value
        }
    }

    /// The text of a field by its English key; empty where there is none.
    package func text(_ key: String) -> String {
        if case .text(let text) = values[key] ?? .none { text } else { "" }
    }

    /// The fields that say something else than in another content.
    package func parts(otherThanIn base: TypedFields) -> [FieldPart] {
        parts.filter { self[$0] != base[$0] }
    }

    /// Takes what was changed here since `base` over into what others made of it meanwhile.
    ///
    /// - Returns: the two together, and the fields that both changed in different ways: there ours stands.
    package func merged(since base: TypedFields, into theirs: TypedFields) -> (
        content: TypedFields, conflicts: [FieldPart]
    ) {
        var content = theirs
        var conflicts: [FieldPart] = []
        for part in parts(otherThanIn: base) {
            if theirs[part] != base[part], theirs[part] != self[part] { conflicts.append(part) }
            content[part] = self[part]
        }
        return (content, conflicts)
    }
}
