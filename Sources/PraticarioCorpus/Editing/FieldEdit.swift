package import PraticarioSystem

/// What a field of a sheet shall say, wherever the sheet is written: in a file of its own or in a row of a table.
package struct FieldEdit: Sendable {
    package let field: FieldName
    /// `.none` takes the field away.
    package let value: FieldValue

    package init(_ field: FieldName, _ value: FieldValue) {
        self.field = field
        self.value = value
    }

    /// How far the sheet is on its way to the public.
    package static func publication(_ publication: Publication, in language: Language) -> FieldEdit {
        FieldEdit(.publication, .text(publication.label[language]))
    }

    package static func permission(by: String, on date: PartialDate) -> FieldEdit {
        let texts = ["by": by, "date": date.iso8601]
        return FieldEdit(
            .permission,
            .parts(
                FieldName.permission.row.shape.parts.compactMap { part in
                    texts[part.english].map { FieldValue.Part(part: part, value: .text($0)) }
                }))
    }
}

extension RecordValue {
    /// Whether both say the same, wherever they stand.
    func saysTheSame(as other: RecordValue) -> Bool {
        switch (content, other.content) {
        case (.text(let a), .text(let b)): a == b
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.saysTheSame(as: $1) }
        case (.map(let a), .map(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value.saysTheSame(as: $1.value) }
        default: false
        }
    }
}
