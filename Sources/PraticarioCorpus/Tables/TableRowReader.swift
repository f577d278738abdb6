import ItalianText
import PraticarioSystem

/// Makes a record of each row of a table.
package struct TableRowReader {
    private let headings: [String]
    private let map: TableMap
    private let path: String
    /// What each column is.
    private let targets: [TableTarget]
    private let words: TableWords
    private let suggestions = SuggestionBudget(50)

    package init(headings: [String], map: TableMap, path: String) {
        self.headings = headings
        self.map = map
        self.path = path
        let lookup = map.lookup
        targets = headings.map { lookup.target(of: $0) ?? .ignored }
        words = TableWords(map.words)
    }

    /// A cell with its column.
    struct Cell {
        let text: String
        let place: TextPlace
        /// Whether it belongs to no other column, so that it must not be paired with what stands there.
        var standsAlone = false
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
            let text = words.ours(row.cells[index].trimmingSpaces(), target)
            let place = TextPlace(row: row.number, column: index + 1)
            if let (people, rest) = CountedPeople.told(text, target, heading: headings[index]) {
                for count in people { add(Cell(text: count, place: place, standsAlone: true), to: .field(.people)) }
                for name in rest { add(Cell(text: words.ours(name, target), place: place), to: target) }
            } else if !Self.isNothing(text, target) {
                add(Cell(text: text, place: place), to: target)
            }
        }
        // Forms stamp the time on what nobody filled in.
        guard order.contains(where: { ![.field(.updated), .field(.id), .consent].contains($0) }) else { return nil }
        // Before what the table says of all rows, which nobody asked those who answered.
        let consent = consent(row, cells)
        for (target, text) in map.values where !text.isEmpty && !cells.keys.contains(where: target.isSaid) {
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
            fields: RowFields(order, cells).fields, body: body(order, cells), bodyLine: row.number,
            consent: consent, suggestions: suggestions)
    }

    /// Of several answers the first that is no yes; without any, none is one. `nil` where nobody is asked, or where the
    /// row itself says who gave permission, and when.
    private func consent(_ row: CSVRow, _ cells: [TableTarget: [Cell]]) -> Consent? {
        let isStated = ["by", "date"].allSatisfy { cells[.part(.permission, $0)] != nil }
        guard !isStated, let column = targets.firstIndex(of: .consent) else { return nil }
        let answers = (cells[.consent] ?? []).map { Consent(answer: $0.text, place: $0.place) }
        let asked = targets.count { $0 == .consent }
        return answers.first { !$0.isGiven }
            ?? (answers.count == asked ? answers.first : nil)
            ?? Consent(answer: "", place: TextPlace(row: row.number, column: column + 1))
    }

    /// The slug of title and organization: the same wherever the row stands.
    private func fallbackID(_ cells: [TableTarget: [Cell]]) -> String {
        let organization = cells[.part(.organization, "name")] ?? cells[.field(.organization)]
        let words = [cells[.field(.title)], organization].compactMap { $0?.first?.text }
        let slug = TextKey.slug(words.joined(separator: " "))
        return slug.isEmpty ? "scheda" : slug
    }

    /// Whoever has no address or date to give must often write something.
    private static func isNothing(_ text: String, _ target: TableTarget) -> Bool {
        switch target {
        case .part(_, "url"), .part(_, "email"), .part(_, "phone"), .part(_, "tax_code"), .field(.start), .field(.end):
            text.isEmpty || AbsentWords.isAbsent(text) || nothings.contains(TextKey.folded(text))
        // The dash holds the place of a value among several; what was answered about consent is an answer.
        case .part, .consent: text.isEmpty
        default: text.isEmpty || AbsentWords.isAbsent(text)
        }
    }

    private static let nothings: Set<String> = ["no", "non c'e", "non ce", "nessuno", "nessuna", "x"]

    /// Forms write `25/11/2026 10.32.11` for when they were sent.
    static func withoutTime(_ text: String) -> String {
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
