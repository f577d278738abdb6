import PraticarioCorpus

/// What somebody typed over rows of a file that comes in, which stays as it is: by the number of the row and the heading of the
/// column.
package struct TypedRows: Codable, Hashable, Sendable {
    private var rows: [Int: [String: String]] = [:]

    package init() {}

    package subscript(row row: Int) -> [String: String] {
        get { rows[row] ?? [:] }
        set { rows[row] = newValue.isEmpty ? nil : newValue }
    }

    /// Headings that the file has not got.
    func headings(besides own: [String]) -> [String] {
        let known = Set(own.map { FieldName.normalized($0) })
        return Set(rows.values.flatMap(\.keys)).filter { !known.contains(FieldName.normalized($0)) }.sorted()
    }

    /// The cells of a row with what was typed over them, and which those are.
    func over(_ cells: [String], ofRow number: Int, _ headings: [String]) -> (cells: [String], typed: Set<Int>) {
        guard let row = rows[number] else { return (cells, []) }
        var cells = cells
        var typed: Set<Int> = []
        for (index, heading) in headings.enumerated() {
            guard let text = row[heading] else { continue }
            if index >= cells.count { cells += [String](repeating: "", count: index + 1 - cells.count) }
            cells[index] = text
            typed.insert(index)
        }
        return (cells, typed)
    }
}
