import PraticarioCorpus
import PraticarioSystem

/// Brings rows that come in together with a table: what the file said last time, what it says now, and what people have
/// made of it since.
///
/// Only cells that changed in the file change in the table. A cell that was corrected in the table stays, and both values
/// are told; a row that was taken out of the table stays out.
struct TableMerge: Sendable {
    private(set) var table: KeptTable
    private(set) var origin: KeptTable
    private let isCorrection: Bool
    /// Of each column that comes in and is kept: where it stands in the table and in what is remembered.
    private let columns: [Column]

    private struct Column {
        let incoming: Int
        let table: Int
        let origin: Int
    }

    /// What became of one cell.
    struct Cell: Sendable {
        /// In the table that comes in.
        let column: Int
        let before: String
        let after: String
    }

    enum Outcome {
        /// The cells that changed, and those in which the table has a correction of its own.
        case merged(changed: [Cell], kept: [Cell])
        case new
        case deleted
    }

    /// - Parameter kept: the columns that come in and are kept, by their position and heading; ids are not among them.
    init(table: KeptTable, origin: KeptTable?, map: TableMap, kept: [(Int, String)], isCorrection: Bool) {
        self.table = table
        self.origin = origin ?? KeptTable(map: map)
        self.isCorrection = isCorrection
        var columns: [Column] = []
        for (index, heading) in kept {
            columns.append(
                Column(
                    incoming: index, table: self.table.addColumn(heading), origin: self.origin.addColumn(heading)))
        }
        self.columns = columns
    }

    /// What is known of a row before it is taken in. A row that the file had, that was fit for the table and is not in it
    /// was deleted.
    ///
    /// - Parameter typed: the columns that a person typed over just now, who knows best.
    func outcome(_ id: String, _ cells: [String], typed: Set<Int> = [], wasFit: () -> Bool) -> Outcome {
        guard table.contains(id) else { return origin.contains(id) && wasFit() ? .deleted : .new }
        var changed: [Cell] = []
        var kept: [Cell] = []
        for column in columns {
            let new = column.incoming < cells.count ? cells[column.incoming] : ""
            let now = table.cell(id, column.table)
            if CellSameness.isSame(new, now) { continue }
            let cell = Cell(column: column.incoming, before: now, after: new)
            if typed.contains(column.incoming) {
                changed.append(cell)
                continue
            }
            guard origin.contains(id) else {
                // Nobody knows who changed it: only what is empty is filled.
                if isCorrection || CSVRow.isEmpty(now) { changed.append(cell) } else { kept.append(cell) }
                continue
            }
            let old = origin.cell(id, column.origin)
            if CellSameness.isSame(new, old) { continue }
            if isCorrection || CellSameness.isSame(now, old) { changed.append(cell) } else { kept.append(cell) }
        }
        return .merged(changed: changed, kept: kept)
    }

    mutating func apply(_ changed: [Cell], to id: String) {
        let places = Dictionary(columns.map { ($0.incoming, $0.table) }) { first, _ in first }
        for cell in changed { if let column = places[cell.column] { table.set(cell.after, id, column) } }
    }

    mutating func add(_ id: String, _ cells: [String]) {
        table.add(id)
        for column in columns where column.incoming < cells.count && !cells[column.incoming].isEmpty {
            table.set(cells[column.incoming], id, column.table)
        }
    }

    /// Sets a cell of our own, such as the state of a new row.
    mutating func set(_ text: String, _ id: String, heading: String) {
        let column = table.addColumn(heading)
        table.set(text, id, column)
    }

    /// What the file says now. Corrections are no word of the file.
    mutating func remember(_ id: String, _ cells: [String]) {
        guard !isCorrection else { return }
        origin.add(id)
        for column in columns {
            origin.set(column.incoming < cells.count ? cells[column.incoming] : "", id, column.origin)
        }
    }
}
