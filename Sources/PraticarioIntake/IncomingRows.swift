import Praticario
import PraticarioCorpus
import PraticarioSystem

/// The rows of a table that comes in, each with its id, and how they are read as sheets.
struct IncomingRows: Sendable {
    struct Row: Sendable {
        let number: Int
        /// One for each heading at most; what was typed over them in its place.
        let cells: [String]
        /// As the file gives them.
        let given: [String]
        /// The columns that were typed over.
        let typed: Set<Int>
        fileprivate(set) var id: String
        /// The row of the file that has the id that this one would have had.
        fileprivate(set) var twin: Int?
        /// As the file gives it: by that it is known again next time.
        fileprivate let record: Record
        /// With what was typed over it.
        fileprivate let corrected: Record
    }

    private(set) var rows: [Row] = []
    /// The columns that are kept, by position and heading; ids are not among them.
    let kept: [(Int, String)]
    private let path: String
    private let headings: [String]
    private let idColumn: Int?
    private let stampColumn: String?
    private let map: TableMap
    private var reader: TableRowReader
    /// The headings of the table that do not come in.
    private var others: [String] = []

    init(_ table: ImportedTable, _ map: TableMap, personal: [String], typed: TypedRows = TypedRows()) {
        path = table.path
        headings = table.headings
        self.map = map
        let lookup = map.lookup
        let personal = Set(personal)
        idColumn = headings.firstIndex { lookup.target(of: $0) == .field(.id) && !$0.isEmpty }
        let idColumn = idColumn
        kept = headings.enumerated().filter { index, heading in
            !heading.isEmpty && index != idColumn && !personal.contains(heading) && !TableHeading.isProblem(heading)
        }.map { ($0.offset, $0.element) }
        stampColumn = headings.first { lookup.target(of: $0) == .field(.updated) }
        reader = TableRowReader(headings: headings, map: map, path: path)
        for row in table.rows {
            let given = Array(row.cells.prefix(headings.count))
            let (cells, columns) = typed.over(given, ofRow: row.number, headings)
            let corrected =
                columns.isEmpty
                ? nil : reader.record(CSVRow(number: row.number, line: row.line, cells: cells))
            guard let record = reader.record(row) ?? corrected else { continue }
            rows.append(
                Row(
                    number: row.number, cells: cells, given: given, typed: columns, id: "", twin: nil, record: record,
                    corrected: corrected ?? record))
        }
    }

    // MARK: Which row is which

    /// That the rows state themselves, or would have.
    var ownIDs: [String] { rows.map { $0.record.writtenID ?? $0.record.fallbackID } }

    mutating func identify(_ table: KeptTable, _ origin: KeptTable, _ map: TableMap) {
        let compared = rows.map { row in
            var identity = identity(
                row.record, stamp: stampColumn.flatMap { headings.firstIndex(of: $0) }.map { Self.cell(row.given, $0) }
            ) { Self.cell(row.given, $0.0) }
            identity.writtenID = row.corrected.writtenID
            identity.newID = row.corrected.fallbackID
            return identity
        }
        var known: [(id: String, row: RowIdentity.Row)] = []
        for (source, ids) in [(origin, origin.ids), (table, table.ids.filter { !origin.contains($0) })] {
            let reader = TableRowReader(headings: source.headings, map: map, path: path)
            let columns = kept.map { source.column(of: $0.1) }
            let stamp = stampColumn.flatMap { source.column(of: $0) }
            for id in ids {
                let cells = source.headings.indices.map { source.cell(id, $0) }
                guard let record = reader.record(CSVRow(number: 0, line: 0, cells: cells)) else { continue }
                var row = identity(record, stamp: stamp.map { source.cell(id, $0) }) { _ in "" }
                row = RowIdentity.Row(
                    cells: columns.map { CellSameness.key(source.cell(id, $0)) }, fallbackID: row.fallbackID,
                    writtenID: id, stamp: row.stamp)
                known.append((id, row))
            }
        }
        let matched = RowIdentity(compared, known: known)
        for index in rows.indices {
            rows[index].id = matched.ids[index]
            rows[index].twin = matched.twins[index].map { rows[$0].number }
        }
    }

    private func identity(
        _ record: Record, stamp: String?, cell: ((Int, String)) -> String
    ) -> RowIdentity.Row {
        // A day without its time is that of many answers.
        let time = stamp.flatMap { $0.split(whereSeparator: \.isWhitespace).count >= 2 ? $0.trimmingSpaces() : nil }
        return RowIdentity.Row(
            cells: kept.map { CellSameness.key(cell($0)) }, fallbackID: record.fallbackID, writtenID: record.writtenID,
            stamp: time)
    }

    private static func cell(_ cells: [String], _ column: Int) -> String {
        column < cells.count ? cells[column] : ""
    }

    // MARK: Rows as sheets

    /// What of the table does not come in is read together with what does.
    mutating func layOut(_ table: KeptTable) {
        let own = Set(headings.filter { !$0.isEmpty }.map { FieldName.normalized($0) })
        others = table.headings.filter { !$0.isEmpty && !own.contains(FieldName.normalized($0)) }
        reader = TableRowReader(headings: headings + others, map: map, path: path)
    }

    /// What the table has now in the columns that come in; of those that are not kept what comes in.
    func cells(_ row: Row, _ table: KeptTable) -> [String] {
        var cells = row.cells + [String](repeating: "", count: max(0, headings.count - row.cells.count))
        for (index, heading) in kept { cells[index] = table.cell(row.id, table.column(of: heading)) }
        return cells
    }

    /// - Parameter table: that has the row already.
    func record(_ row: Row, _ cells: [String], _ table: KeptTable?) -> Record? {
        var cells = cells + [String](repeating: "", count: max(0, headings.count - cells.count))
        cells += others.map { heading in table.map { $0.cell(row.id, $0.column(of: heading)) } ?? "" }
        let idHeading = map.columns.first { $0.target == .field(.id) }?.heading ?? ""
        if let idColumn {
            cells[idColumn] = row.id
        } else if let index = others.firstIndex(where: { FieldName.normalized($0) == FieldName.normalized(idHeading) })
        {
            cells[headings.count + index] = row.id
        }
        return reader.record(CSVRow(number: row.number, line: row.number, cells: cells))
    }

    /// A row as the file said it last time.
    func remembered(_ id: String, _ origin: KeptTable, _ map: TableMap) -> Record? {
        let reader = TableRowReader(headings: origin.headings, map: map, path: path)
        return reader.record(
            CSVRow(number: 0, line: 0, cells: origin.headings.indices.map { origin.cell(id, $0) }))
    }

    func isEmpty(_ row: Row, _ heading: String) -> Bool {
        guard let index = headings.firstIndex(where: { FieldName.normalized($0) == FieldName.normalized(heading) })
        else { return true }
        return CSVRow.isEmpty(Self.cell(row.cells, index))
    }

    // MARK: What is told of them

    /// From 1, as a place counts; `nil` beyond what comes in.
    func heading(ofColumn column: Int) -> String? {
        headings.indices.contains(column - 1) ? headings[column - 1] : nil
    }

    /// Of rows that say something; they stand in the order of their numbers.
    func row(_ number: Int) -> Row? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].number == number ? rows[low] : nil
    }

    /// A row as it would be taken in, cell by cell; `nil` where there is none that says something.
    func cells(ofRow number: Int) -> [TableImport.GivenCell]? {
        guard let row = row(number) else { return nil }
        let columns = (kept + (idColumn.map { [($0, headings[$0])] } ?? [])).sorted { $0.0 < $1.0 }
        return columns.map { column, heading in
            TableImport.GivenCell(
                heading: heading, column: column + 1, given: Self.cell(row.given, column),
                text: Self.cell(row.cells, column))
        }
    }

    func diagnostic(_ code: DiagnosticCode, _ row: Row, _ message: LocalizedText) -> Diagnostic {
        Diagnostic(code, path: path, at: TextPlace(row: row.number, column: 0), message: message)
    }

    /// Of a cell that was corrected in the table.
    func diagnostic(_ kept: TableMerge.Cell, _ row: Row) -> Diagnostic {
        Diagnostic(
            .keptCorrection, path: path, at: TextPlace(row: row.number, column: kept.column + 1),
            message: Told.kept(kept), excerpt: headings[kept.column] + ": " + kept.after)
    }

    func change(_ cell: TableMerge.Cell, _ row: Row) -> TableImport.Change {
        TableImport.Change(
            row: row.number, heading: headings[cell.column], before: cell.before, after: cell.after)
    }
}
