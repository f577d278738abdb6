import ItalianText
import PraticarioCorpus
import PraticarioSystem

/// A table that comes in: its headings, told apart, and the rows that may be sheets.
struct ImportedTable: Sendable {
    let path: String
    /// One for each column that says something; empty for one that says nothing.
    let headings: [String]
    /// Of the file, by its number.
    let header: CSVRow?
    let rows: [CSVRow]
    /// Whether titles or groups stand above the headings.
    let hasRowsAbove: Bool
    /// Whether the rows are those that went back to be corrected.
    let isCorrection: Bool
    /// About its form, and rows of sums.
    let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - row: of the headings, where the person says so.
    ///   - map: what is known of the columns.
    ///   - typed: what was typed over its rows, in columns that it may not have.
    /// - Throws: `ImportProblem.noHeader`.
    init(
        _ bytes: [UInt8], path: String, headerRow row: Int?, map: TableMap?, typed: TypedRows = TypedRows()
    ) throws {
        var isMissing = false
        let read = CSVText.read(bytes, path: path) { rows in
            guard let row else { return HeaderRow.index(in: rows, map: map) }
            let index = HeaderRow.index(ofRow: row, in: rows)
            isMissing = index == nil
            return index ?? 0
        }
        if isMissing, let row { throw ImportProblem.noHeader(path, row: row) }
        let text = read.text.unguarded
        var diagnostics = read.diagnostics
        header = text.rows.first
        hasRowsAbove = !text.above.isEmpty
        var rows = Array(text.rows.dropFirst())
        for index in rows.indices.suffix(3).reversed() where Self.isTotal(rows[index]) {
            diagnostics.append(Self.total(rows[index], path))
            rows.remove(at: index)
        }
        let names = HeadingNames.distinct(text.rows.first, rows: rows)
        let own = names.enumerated().map { column, heading in
            Self.counts(heading, column, rows) ? Self.number : heading
        }
        headings = own + typed.headings(besides: own)
        isCorrection = headings.contains(where: TableHeading.isProblem)
        self.path = path
        self.rows = rows
        self.diagnostics = diagnostics
    }

    // MARK: Sums

    /// `Totale risposte;;;30`: a word for a sum, and numbers.
    private static func isTotal(_ row: CSVRow) -> Bool {
        let cells = row.cells.filter { !CSVRow.isEmpty($0) }
        guard let index = cells.firstIndex(where: { !isNumber($0) }) else { return false }
        let first = TextKey.folded(cells[index]).prefix { $0.isLetter }
        return totals.contains(String(first)) && cells[index].utf8.count <= 60
            && cells.indices.allSatisfy { $0 == index || isNumber(cells[$0]) }
    }

    private static let totals: Set<String> = ["totale", "totali", "tot", "total", "somma", "media", "conteggio", "sum"]

    private static func isNumber(_ cell: String) -> Bool {
        cell.contains { $0.isNumber } && cell.allSatisfy { $0.isNumber || $0.isWhitespace || ".,%€-+".contains($0) }
    }

    private static func total(_ row: CSVRow, _ path: String) -> Diagnostic {
        Diagnostic(
            .totalRow, path: path, at: TextPlace(row: row.number, column: 0),
            message: LocalizedText(
                it: "è una riga di totali, non una scheda: non si prende",
                en: "it is a row of sums, no sheet: not taken"))
    }

    // MARK: Numbers of answers

    /// Some forms count their answers in a column `ID`; that is no id of a sheet.
    private static func counts(_ heading: String, _ column: Int, _ rows: [CSVRow]) -> Bool {
        guard FieldName.normalized(heading) == FieldName.id.rawValue else { return false }
        let cells = rows.compactMap { column < $0.cells.count ? $0.cells[column].trimmingSpaces() : nil }
            .filter { !$0.isEmpty }
        return !cells.isEmpty && cells.allSatisfy { $0.allSatisfy(\.isNumber) }
    }

    private static let number = "Numero della risposta"
}
