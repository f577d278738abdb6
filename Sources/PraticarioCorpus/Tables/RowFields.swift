import PraticarioSystem

/// The cells of one row as the fields of a record.
struct RowFields {
    private(set) var fields: [RecordField] = []

    private typealias Cell = TableRowReader.Cell

    init(_ order: [TableTarget], _ cells: [TableTarget: [TableRowReader.Cell]]) {
        var whole: [FieldName: [Cell]] = [:]
        var parts: [FieldName: [(part: FieldPart, cell: Cell)]] = [:]
        var names: [FieldName] = []
        var levels: [TerritoryLevel: [Cell]] = [:]
        for target in order {
            guard let found = cells[target], let first = found.first else { continue }
            switch target {
            case .field(let field):
                if !names.contains(field) { names.append(field) }
                whole[field] = found
            case .part(let field, let key):
                guard let part = field.row.shape.parts.first(where: { $0.english == key }) else { continue }
                if !names.contains(field) { names.append(field) }
                parts[field, default: []].append((part, first))
            case .territory(let level):
                if !names.contains(.territories) { names.append(.territories) }
                levels[level] = found
            case .section, .consent, .ignored: break
            }
        }
        whole[.territories, default: []] += TerritoryCells.names(levels)
        for field in names {
            let own = whole[field] ?? []
            guard let place = own.first?.place ?? parts[field]?.first?.cell.place else { continue }
            let content = Self.content(of: field, own, parts[field] ?? [])
            fields.append(
                RecordField(
                    key: field.rawValue, keyPlace: place, value: RecordValue(content: content, place: place)))
        }
    }

    private static func content(
        of field: FieldName, _ whole: [Cell], _ parts: [(part: FieldPart, cell: Cell)]
    ) -> RecordValue.Content {
        switch field.row.shape {
        case .list(.parts(let all)): .list(items(whole, parts, first: all[0]))
        case .list: .list(whole.map { RecordValue(content: .text($0.text), place: $0.place) })
        case .parts(let all): .map(map(whole.first, parts, all))
        case .date: .text(whole.first.map { TableRowReader.withoutTime($0.text) } ?? "")
        default: .text(whole.first?.text ?? "")
        }
    }

    // MARK: A value with fields of its own

    /// A column for the field as a whole says what the first part is, or all parts that can be told by their form.
    private static func map(
        _ whole: Cell?, _ parts: [(part: FieldPart, cell: Cell)], _ all: [FieldPart]
    ) -> [RecordField] {
        var values = parts.map { part, cell in value(part, cell.text, cell.place) }
        let given = Set(parts.map(\.part.english))
        if let whole {
            for (part, text) in told(whole.text, all) where !given.contains(part.english) {
                values.insert(value(part, text, whole.place), at: 0)
            }
        }
        return values
    }

    private static func value(_ part: FieldPart, _ text: String, _ place: TextPlace) -> RecordField {
        let content: RecordValue.Content
        if part.shape.isList {
            let texts = CellItems.split(text).flatMap { $0.split(separator: ",") }.map { String($0).trimmingSpaces() }
            content = .list(texts.map { RecordValue(content: .text($0), place: place) })
        } else {
            content = .text(TableRowReader.withoutTime(text))
        }
        return RecordField(key: part.english, keyPlace: place, value: RecordValue(content: content, place: place))
    }

    /// `segreteria; info@example.org; 06 1234` of a contact: an address on the web, an e-mail address and a telephone number
    /// are known by their form, what is left is the first part.
    private static func told(_ text: String, _ all: [FieldPart]) -> [(FieldPart, String)] {
        guard all.contains(where: { $0.english == "email" }) else { return [(all[0], text)] }
        func part(_ key: String) -> FieldPart? { all.first { $0.english == key } }
        var told: [(FieldPart, String)] = []
        for item in CellItems.split(text) {
            let isNumber = item.contains(where: \.isNumber) && item.allSatisfy { $0.isNumber || " +-./()".contains($0) }
            let found =
                item.lowercased().hasPrefix("http")
                ? part("url")
                : item.contains("@") ? part("email") : isNumber ? part("phone") : all[0]
            guard let found else { continue }
            if let index = told.firstIndex(where: { $0.0 == found }) {
                told[index].1 += "; " + item
            } else {
                told.append((found, item))
            }
        }
        return told
    }

    // MARK: A list of such values

    /// The first value of each column belongs together, then the second: titles and addresses of sources. A dash holds the
    /// place of what is not there.
    private static func items(
        _ whole: [Cell], _ parts: [(part: FieldPart, cell: Cell)], first: FieldPart
    ) -> [RecordValue] {
        var items: [(fields: [RecordField], place: TextPlace)] = []
        func add(_ part: FieldPart, _ texts: [String], _ place: TextPlace) {
            for (index, text) in texts.enumerated() {
                if index == items.count { items.append(([], place)) }
                if text != "-" { items[index].fields.append(value(part, text, place)) }
            }
        }
        let alone = whole.filter(\.standsAlone).map { RecordValue(content: .text($0.text), place: $0.place) }
        let whole = whole.filter { !$0.standsAlone }
        let names = whole.flatMap { cell in CellItems.split(cell.text) }
        // Nothing else is said of them: each says itself what it is.
        guard !parts.isEmpty else {
            return whole.flatMap { cell in
                CellItems.split(cell.text).filter { $0 != "-" }
                    .map { RecordValue(content: .text($0), place: cell.place) }
            } + alone
        }
        if let place = whole.first?.place { add(first, names, place) }
        for (part, cell) in parts where names.isEmpty || part != first {
            add(part, CellItems.split(cell.text), cell.place)
        }
        return items.filter { !$0.fields.isEmpty }.map { fields, place in
            RecordValue(content: .map(fields), place: place)
        } + alone
    }
}
