import PraticarioSystem

/// Which part of a sheet a place in its file, or in its row, belongs to.
package struct SheetPlaces: Sendable {
    private let record: Record
    private let sections: [SectionLines]

    package init(_ record: Record) {
        self.record = record
        sections = record.origin.row == nil ? SectionLines.of(record.body) : []
    }

    /// `nil` for what belongs to the sheet as a whole.
    package func part(at place: TextPlace) -> SheetContent.Part? {
        if record.origin.row != nil {
            let field = record.fields.first { Self.places(of: $0).contains(place) }
            return field.flatMap { FieldName(key: $0.key) }.map { .field($0) }
        }
        guard place.line >= record.bodyLine else {
            let field = record.fields.last { $0.keyPlace.line <= place.line }
            return field.flatMap { FieldName(key: $0.key) }.map { .field($0) }
        }
        let line = place.line - record.bodyLine
        return sections.last { min($0.heading.lowerBound, $0.content.lowerBound) <= line }?.part
    }

    private static func places(of field: RecordField) -> [TextPlace] {
        func places(of value: RecordValue) -> [TextPlace] {
            switch value.content {
            case .text: [value.place]
            case .list(let items): [value.place] + items.flatMap(places)
            case .map(let fields): [value.place] + fields.flatMap { [$0.keyPlace] + places(of: $0.value) }
            }
        }
        return [field.keyPlace] + places(of: field.value)
    }
}
