import ItalianText
import PraticarioSystem

/// Makes a record of each row of a table.
package struct TableRowReader {
    private let headings: [String]
    private let map: TableMap
    private let path: String
    /// What each column is.
    private let targets: [TableTarget]
    private let suggestions = SuggestionBudget(50)

    package init(headings: [String], map: TableMap, path: String) {
        self.headings = headings
        self.map = map
        self.path = path
        let known = map.targets
        targets = headings.map { known[TableMap.key($0)] ?? .ignored }
    }

    /// A cell with its column.
    private struct Cell {
        let text: String
        let place: TextPlace
    }

    /// `nil` for a row that says nothing in the columns that are read.
    package func record(_ row: CSVRow) -> Record? {
        var cells: [TableTarget: [Cell]] = [:]
        var order: [TableTarget] = []
        func add(_ cell: Cell, to target: TableTarget) {
            if cells[target] == nil { order.append(target) }
            if cells[target] == nil || target.takesSeveral { cells[target, default: []].append(cell) }
        }
        for (index, target) in targets.enumerated() where target != .ignored && index < row.cells.count {
            let text = row.cells[index].trimmingSpaces()
            if !Self.isNothing(text, target) {
                add(Cell(text: text, place: TextPlace(row: row.number, column: index + 1)), to: target)
            }
        }
        // Forms stamp the time on what nobody filled in.
        guard order.contains(where: { $0 != .field(.updated) && $0 != .field(.id) }) else { return nil }
        for (target, text) in map.values where cells[target] == nil && !text.isEmpty {
            add(Cell(text: text, place: TextPlace(row: row.number, column: 1)), to: target)
        }
        let headings = headings
        let texts = row.cells
        return Record(
            origin: Origin(path: path, row: row.number), fallbackID: fallbackID(cells),
            excerpt: { place in
                guard place.isCell, texts.indices.contains(place.column - 1) else { return nil }
                let heading = headings.indices.contains(place.column - 1) ? headings[place.column - 1] : ""
                return "\(heading): \(texts[place.column - 1])"
            },
            fields: fields(order, cells), body: body(order, cells), bodyLine: row.number, suggestions: suggestions)
    }

    /// The slug of title and organization: the same wherever the row stands.
    private func fallbackID(_ cells: [TableTarget: [Cell]]) -> String {
        let organization = cells[.part(.organization, "name")] ?? cells[.field(.organization)]
        let words = [cells[.field(.title)], organization].compactMap { $0?.first?.text }
        let slug = TextKey.slug(words.joined(separator: " "))
        return slug.isEmpty ? "scheda" : slug
    }

    private func fields(_ order: [TableTarget], _ cells: [TableTarget: [Cell]]) -> [RecordField] {
        var fields: [RecordField] = []
        var parts: [FieldName: [RecordField]] = [:]
        for target in order {
            guard let found = cells[target], let first = found.first else { continue }
            switch target {
            case .field(let field):
                let values = found.flatMap { self.values(of: $0, field) }
                let content: RecordValue.Content = field.row.shape.isList ? .list(values) : values[0].content
                let value = RecordValue(content: content, place: first.place)
                fields.append(RecordField(key: field.rawValue, keyPlace: first.place, value: value))
            case .part(let field, let part):
                let value = RecordValue(content: .text(Self.withoutTime(first.text)), place: first.place)
                parts[field, default: []].append(RecordField(key: part, keyPlace: first.place, value: value))
            case .section, .ignored: break
            }
        }
        for (field, own) in parts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let value = RecordValue(content: .map(own), place: own[0].keyPlace)
            // `fonti` in one column and `fonti.url` in another: the parts say more.
            fields.removeAll { $0.key == field.rawValue }
            fields.append(RecordField(key: field.rawValue, keyPlace: own[0].keyPlace, value: value))
        }
        return fields
    }

    /// Items with fields of their own, such as bodies, stand one a line or between semicolons; names that a vocabulary
    /// knows are taken apart by whoever knows it.
    private func values(of cell: Cell, _ field: FieldName) -> [RecordValue] {
        let texts: [String] =
            switch field.row.shape {
            case .list(.parts):
                cell.text.split { $0 == ";" || $0.isNewline }.map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
            case .date: [Self.withoutTime(cell.text)]
            default: [cell.text]
            }
        return (texts.isEmpty ? [cell.text] : texts).map { RecordValue(content: .text($0), place: cell.place) }
    }

    /// Whoever has no address or date to give must often write something.
    private static func isNothing(_ text: String, _ target: TableTarget) -> Bool {
        switch target {
        case .part(_, "url"), .part(_, "email"), .part(_, "phone"), .part(_, "tax_code"), .field(.start), .field(.end):
            text.isEmpty || nothings.contains(TextKey.folded(text))
        default: text.isEmpty
        }
    }

    private static let nothings: Set<String> = [
        "-", "--", "/", "no", "non c'e", "non ce", "nessuno", "nessuna", "n.d.", "nd", "n/a", "non so", "non lo so",
        "?", "x",
    ]

    /// Forms write `25/11/2026 10.32.11` for when they were sent.
    private static func withoutTime(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= 2, PartialDate(String(words[0])) != nil,
            words[1].allSatisfy({ $0.isNumber || $0 == ":" || $0 == "." })
        else { return text }
        return String(words[0])
    }

    private func body(_ order: [TableTarget], _ cells: [TableTarget: [Cell]]) -> String {
        var sections: [(title: String, texts: [String])] = []
        for case .section(let title) in order {
            let texts = (cells[.section(title)] ?? []).map { MarkdownText.escaped($0.text) }
            sections.append((title, texts))
        }
        return sections.map { "## \($0.title)\n\n\($0.texts.joined(separator: "\n\n"))\n" }.joined(separator: "\n")
    }
}
