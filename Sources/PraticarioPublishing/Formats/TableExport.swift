import PraticarioCorpus
import PraticarioWorkbooks
import PraticarioSystem

/// A choice as CSV, a sheet a row.
struct TableExport {
    private let choice: Choice
    private let edition: Edition
    private let writer: CSVWriter

    init(_ choice: Choice, _ edition: Edition, _ dialect: CSVDialect = .excel) {
        self.choice = choice
        self.edition = edition
        writer = CSVWriter(dialect)
    }

    func write(to out: inout some TextOutputStream) throws {
        let columns = try SheetColumn.columns(of: choice)
        out.write(writer.preamble)
        out.write(writer.fittedLine(columns.map { $0.heading[edition.language] }))
        try choice.forEachSheet { entry, note in
            let row = SheetColumn.Row(entry, note: note, edition)
            out.write(writer.fittedLine(columns.map { $0.text(row) }))
        }
    }
}

extension CSVWriter {
    /// A row whose cells Excel can hold, where it is for Excel: the rest of a longer one it would take for more rows.
    func fittedLine(_ cells: [String]) -> String {
        // One character less, for the apostrophe before what looks like a formula.
        line(dialect == .excel ? cells.map { CellText.cut($0, to: CellText.limit - 1) } : cells)
    }
}
