/// Which row of a table holds the headings: a title, the day, a line of groups may stand above them.
package enum HeaderRow {
    /// How many rows are looked at.
    private static let reach = 20

    /// The index of the header among rows that hold something.
    ///
    /// With a column map it is the row that has most of the map's headings. Without one it is the first row that is
    /// about as full as the others, since titles and groups fill a few cells only; a full row that says nothing as a
    /// heading gives way to one soon after it that does.
    package static func index(in rows: [CSVRow], map: TableMap? = nil) -> Int {
        let first = rows.prefix(reach)
        if let map {
            let lookup = map.lookup
            let known = first.map { row in row.cells.count { lookup.target(of: $0) != nil } }
            if let most = known.max(), most >= min(2, map.columns.count), let index = known.firstIndex(of: most) {
                return index
            }
        }
        guard !first.isEmpty else { return 0 }
        let filled = first.map { row in row.cells.count { !CSVRow.isEmpty($0) } }
        let usual = filled.sorted()[filled.count / 2]
        let full = first.indices.filter { filled[$0] * 10 >= usual * 6 }.prefix(3)
        let speaking = full.first { index in
            let count = headings(in: first[index])
            return count >= 3 && count * 2 >= filled[index]
        }
        guard let candidate = full.first else { return 0 }
        return headings(in: first[candidate]) > 0 ? candidate : speaking ?? candidate
    }

    /// The row with a number, as spreadsheet programs count; `nil` where it holds nothing.
    package static func index(ofRow number: Int, in rows: [CSVRow]) -> Int? {
        rows.firstIndex { $0.number == number }
    }

    /// How many cells say something as headings.
    private static func headings(in row: CSVRow) -> Int {
        row.cells.count { $0.utf8.count <= 400 && HeadingGuess.target(of: $0) != nil }
    }
}
