import PraticarioSystem

/// What the columns of a table that comes in are called, so that each can be told from the others.
package enum HeadingNames {
    /// Without marks and line breaks; a heading that is there already gets a number, as in `Tema (2)`, and a column without
    /// one that holds something is called after its letter, so that nothing in it is lost.
    package static func distinct(_ header: CSVRow?, rows: some Sequence<CSVRow>) -> [String] {
        var headings = (header?.cells ?? []).map(plain)
        var holds: [Bool] = []
        for row in rows where row.cells.count > holds.count || headings.contains("") {
            if row.cells.count > holds.count {
                holds += [Bool](repeating: false, count: row.cells.count - holds.count)
            }
            for (index, cell) in row.cells.enumerated() where !holds[index] { holds[index] = !CSVRow.isEmpty(cell) }
        }
        let width = max(headings.count, (holds.lastIndex(of: true) ?? -1) + 1)
        headings += [String](repeating: "", count: width - headings.count)
        var taken: Set<String> = []
        var last: [String: Int] = [:]
        for index in headings.indices {
            if headings[index].isEmpty {
                guard index < holds.count, holds[index] else { continue }
                headings[index] = "Colonna " + TextPlace.letters(ofColumn: index + 1)
            }
            let own = headings[index]
            let key = FieldName.normalized(own)
            var number = last[key, default: 1]
            while !taken.insert(FieldName.normalized(headings[index])).inserted {
                number += 1
                headings[index] = "\(own) (\(number))"
            }
            last[key] = number
        }
        return headings
    }

    /// Forms mark what is required with an asterisk, some programs leave line breaks in headings.
    private static func plain(_ cell: String) -> String {
        var heading = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while heading.hasSuffix("*") || heading.hasSuffix(" ") { heading.removeLast() }
        return heading
    }
}
