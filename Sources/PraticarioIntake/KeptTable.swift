import ItalianText
import PraticarioCorpus
import PraticarioSystem

/// The rows of a table as they are kept: by id, in their order, each cell found by the heading of its column.
struct KeptTable: Sendable {
    private(set) var headings: [String] = []
    /// The ids of rows that say something.
    var ids: [String] { rows.compactMap(\.id) }
    private var above: [[String]] = []
    private var columns: [String: Int] = [:]
    private var positions: [String: Int] = [:]
    private var rows: [(id: String?, cells: [String])] = []
    private let idColumn: Int

    /// An empty one.
    ///
    /// - Parameter map: says which heading is that of ids.
    init(map: TableMap) {
        let heading = map.columns.first { $0.target == .field(.id) }?.heading ?? "id"
        headings = [heading]
        columns = [FieldName.normalized(heading): 0]
        idColumn = 0
    }

    /// Every row that is there; one without an id gets the id that it has had until now, or one of its own where two would
    /// have the same.
    init(_ bytes: [UInt8], map: TableMap) {
        let text = CSVText.read(bytes, path: "") { HeaderRow.index(in: $0, map: map) }.text.unguarded
        let own = HeadingNames.distinct(text.rows.first, rows: text.rows.dropFirst())
        let idHeading = map.columns.first { $0.target == .field(.id) }?.heading ?? "id"
        let found = own.firstIndex { FieldName.normalized($0) == FieldName.normalized(idHeading) }
        headings = found == nil ? [idHeading] + own : own
        idColumn = found ?? 0
        above = text.above.map(\.cells)
        for (index, heading) in headings.enumerated() where !heading.isEmpty {
            columns[FieldName.normalized(heading)] = index
        }
        let reader = TableRowReader(headings: own, map: map, path: "")
        var used: Set<String> = []
        let read = text.rows.dropFirst().map { row in (row, reader.record(row)) }
        for (_, record) in read { if let id = record?.writtenID { used.insert(id) } }
        for (row, record) in read {
            var cells = found == nil ? [""] + row.cells : row.cells
            guard let record else {
                rows.append((nil, cells))
                continue
            }
            let id = record.writtenID ?? Self.free(record.fallbackID, among: used)
            used.insert(id)
            if record.writtenID == nil { Self.set(id, at: idColumn, in: &cells) }
            // Two rows in which somebody wrote one id stay as they are: `check` tells of them.
            let isFirst = positions[id] == nil
            if isFirst { positions[id] = rows.count }
            rows.append((isFirst ? id : nil, cells))
        }
    }

    /// `orto`, `orto-2`, `orto-3`: the first that nobody has.
    static func free(_ id: String, among used: Set<String>) -> String {
        guard used.contains(id) else { return id }
        return (2...).lazy.map { "\(id)-\($0)" }.first { !used.contains($0) } ?? id
    }

    func contains(_ id: String) -> Bool { positions[id] != nil }

    /// The column of a heading; `nil` where the table has none.
    func column(of heading: String) -> Int? { columns[FieldName.normalized(heading)] }

    /// The column of a heading, which is added where there is none.
    mutating func addColumn(_ heading: String) -> Int {
        if let column = column(of: heading) { return column }
        headings.append(heading)
        columns[FieldName.normalized(heading)] = headings.count - 1
        return headings.count - 1
    }

    func cell(_ id: String, _ column: Int?) -> String {
        guard let column, let position = positions[id], column < rows[position].cells.count else { return "" }
        return rows[position].cells[column]
    }

    /// A row without cells yet, at the end; one that is there stays.
    mutating func add(_ id: String) {
        guard positions[id] == nil else { return }
        positions[id] = rows.count
        var cells: [String] = []
        Self.set(id, at: idColumn, in: &cells)
        rows.append((id, cells))
    }

    mutating func set(_ text: String, _ id: String, _ column: Int) {
        guard let position = positions[id], column != idColumn else { return }
        Self.set(text, at: column, in: &rows[position].cells)
    }

    private static func set(_ text: String, at column: Int, in cells: inout [String]) {
        if column >= cells.count { cells += [String](repeating: "", count: column + 1 - cells.count) }
        cells[column] = text
    }

    /// As a file that stays here.
    var csv: String {
        let kept = headings.indices.filter { !headings[$0].isEmpty && !TableHeading.isProblem(headings[$0]) }
        let writer = CSVWriter(.excel, isKept: true)
        var text = writer.preamble
        for cells in above { text += writer.line(cells) }
        text += writer.line(kept.map { headings[$0] })
        for row in rows { text += writer.line(kept.map { $0 < row.cells.count ? row.cells[$0] : "" }) }
        return text
    }
}

extension Record {
    /// As a slug; `nil` where the row states none.
    var writtenID: String? {
        let written = fields.first { $0.key == FieldName.id.rawValue }?.value.text
        return written.map { TextKey.slug($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
