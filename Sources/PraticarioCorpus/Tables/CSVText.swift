import PraticarioSystem

/// The cells of a spreadsheet saved as text: separated by `;`, `,` or tabs, in any of the encodings and line ends
/// that spreadsheet programs write.
///
/// ```swift
/// let (table, _) = CSVText.read(Array("Titolo;Tipo\n\"Orto; e altro\";idea\n".utf8), path: "tabelle/orti.csv")
/// table.rows[1].cells  // ["Orto; e altro", "idea"]
/// ```
package struct CSVText: Sendable {
    /// What the file was found to use: `;`, `,`, tab, or what its first line `sep=…` names.
    package let separator: Character
    /// The rows that hold anything, the header first. Cells as they were written: not trimmed, and no row filled up
    /// to the length of the header.
    package let rows: [CSVRow]
    /// What stands above the header: a title, a line of groups.
    package let above: [CSVRow]

    /// Never fails: what cannot be read as CSV is kept as text and reported at its cell, and costs no other row.
    ///
    /// UTF-8, UTF-16 with a byte order mark, else Windows-1252, which is reported only where characters are lost.
    ///
    /// - Parameter header: finds the header among the rows that hold anything.
    package static func read(
        _ bytes: [UInt8], path: String, header: ([CSVRow]) -> Int = { _ in 0 }
    ) -> (text: CSVText, diagnostics: [Diagnostic]) {
        let (string, encoding) = SourceText.string(bytes)
        let content = Array(string.utf8)
        let dialect = CSVSeparator(of: content)
        var report = CSVReport(
            path: path, separator: dialect.separator,
            losesCharacters: encoding == .windows1252 || encoding == .brokenUTF8)
        var rows: [CSVRow] = []
        var mistakes: [Int: [(cell: Int, mistake: CSVSeparator.Mistake)]] = [:]
        for (row, found) in dialect.records(of: content) where !row.cells.allSatisfy(CSVRow.isEmpty) {
            if !found.isEmpty { mistakes[rows.count] = found }
            rows.append(row)
        }
        let first = rows.isEmpty ? 0 : min(max(0, header(rows)), rows.count - 1)
        for index in rows.indices.dropFirst(first) { report.look(at: rows[index], mistakes[index] ?? []) }
        let text = CSVText(
            separator: dialect.character, rows: Array(rows[first...]), above: Array(rows[..<first]))
        return (text, report.diagnostics)
    }
}

extension CSVText {
    /// As it was before our own tables got an apostrophe before what looks like a formula.
    package var unguarded: CSVText {
        CSVText(separator: separator, rows: rows.map(\.unguarded), above: above.map(\.unguarded))
    }
}

/// One record of a table.
package struct CSVRow: Hashable, Sendable {
    /// From 1, as a spreadsheet program numbers its rows: empty ones count, line breaks inside cells do not.
    package let number: Int
    /// The line of the file on which the row begins, from 1.
    package let line: Int
    /// At least one.
    package let cells: [String]

    package init(number: Int, line: Int, cells: [String]) {
        self.number = number
        self.line = line
        self.cells = cells
    }

    /// Without the apostrophe that our own tables have before what looks like a formula.
    fileprivate var unguarded: CSVRow {
        guard cells.contains(where: { $0.utf8.first == UInt8(ascii: "'") }) else { return self }
        return CSVRow(number: number, line: line, cells: cells.map(FormulaGuard.removed))
    }

    /// Whether a cell holds nothing, or nothing but white space.
    package static func isEmpty(_ cell: String) -> Bool {
        cell.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}

/// What there is to say about the rows of one table, in their order.
private struct CSVReport {
    let path: String
    let separator: UInt8
    /// Whether a U+FFFD stands for a byte that could not be read and that nobody was told of yet.
    var losesCharacters: Bool
    var header: CSVRow?
    /// How many columns have a name, counted to the last that has.
    var columns = 0
    private var problems = ProblemList()
    var diagnostics: [Diagnostic] { problems.diagnostics(path: path) }

    init(path: String, separator: UInt8, losesCharacters: Bool) {
        (self.path, self.separator, self.losesCharacters) = (path, separator, losesCharacters)
    }

    mutating func look(at row: CSVRow, _ mistakes: [(cell: Int, mistake: CSVSeparator.Mistake)]) {
        if header == nil {
            header = row
            columns = (row.cells.lastIndex { !CSVRow.isEmpty($0) } ?? -1) + 1
        }
        if losesCharacters, let cell = row.cells.firstIndex(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
            losesCharacters = false
            report(.invalidEncoding, row, cell, Self.lostCharacters)
        }
        for (cell, mistake) in mistakes {
            report(.malformedTable, row, cell, Self.message(mistake))
        }
        // One mistake, one message: a broken quote has usually made the extra cells.
        if mistakes.isEmpty, let extra = row.cells.dropFirst(columns).firstIndex(where: { !CSVRow.isEmpty($0) }) {
            report(.malformedTable, row, extra, tooManyCells)
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ row: CSVRow, _ cell: Int, _ message: LocalizedText) {
        let problem = Diagnostic(
            code, path: path, at: Self.place(of: cell, in: row), message: message, excerpt: excerpt(row, cell))
        problems.append(code) { problem }
    }

    private static func place(of cell: Int, in row: CSVRow) -> TextPlace {
        TextPlace(row: row.number, column: cell + 1)
    }

    /// The heading and the cell, without the rest of a long text.
    private func excerpt(_ row: CSVRow, _ cell: Int) -> String {
        let text = String(row.cells[cell].prefix(120))
        guard let header, header.number != row.number, header.cells.indices.contains(cell) else { return text }
        return "\(header.cells[cell].prefix(60)): \(text)"
    }

    private static func message(_ mistake: CSVSeparator.Mistake) -> LocalizedText {
        switch mistake {
        case .unclosedQuote:
            LocalizedText(
                it:
                    "la virgoletta aperta qui non è mai chiusa: chiudila alla fine della cella, o toglila; se fa parte del testo, metti la cella fra virgolette e scrivila doppia (`\"\"`)",
                en:
                    "the quote opened here is never closed: close it at the end of the cell, or remove it; if it belongs to the text, put the cell in quotes and double it (`\"\"`)"
            )
        case .textAfterQuote:
            LocalizedText(
                it:
                    "dopo la virgoletta che chiude la cella c'è altro testo: metti fra virgolette la cella intera e scrivi doppie (`\"\"`) quelle che stanno dentro",
                en:
                    "there is more text after the quote that closes the cell: put the whole cell in quotes and double (`\"\"`) those inside"
            )
        }
    }

    private var tooManyCells: LocalizedText {
        let shown = Character(Unicode.Scalar(separator))
        let (it, en) = shown == "\t" ? ("una tabulazione", "a tab") : ("«\(shown)»", "“\(shown)”")
        return LocalizedText(
            it:
                "la riga ha più celle dell'intestazione: se un testo contiene \(it), mettilo fra virgolette; se la colonna serve, dalle un nome nella prima riga",
            en:
                "the row has more cells than the header: if a text contains \(en), put it in quotes; if the column is needed, name it in the first row"
        )
    }

    private static let lostCharacters = LocalizedText(
        it:
            "alcuni caratteri del file non si leggono, da qui in poi (�): salvalo di nuovo scegliendo «CSV UTF-8»",
        en: "some characters of the file cannot be read, from here on (�): save it again as “CSV UTF-8”")
}
