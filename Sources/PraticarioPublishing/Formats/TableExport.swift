import PraticarioCorpus
import PraticarioWorkbooks
import PraticarioSystem

/// A selection as CSV, a sheet a row.
struct TableExport {
    private let selection: Selection
    private let writer: CSVWriter

    init(_ selection: Selection, _ dialect: CSVDialect = .excel) {
        self.selection = selection
        writer = CSVWriter(dialect)
    }

    func write(to out: inout some TextOutputStream) throws {
        let columns = SheetColumn.columns(of: selection)
        out.write(writer.preamble)
        out.write(writer.fittedLine(columns.map { $0.heading[selection.language] }))
        try selection.forEachSheet { item, entry in
            let row = SheetColumn.Row(entry, item, selection)
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
