import CXLSXWriter

/// A rectangle of cells.
package struct CellRange {
    package var rows: ClosedRange<Int>
    package var columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    var bounds: (rows: ClosedRange<lxw_row_t>, columns: ClosedRange<lxw_col_t>) {
        (
            lxw_row_t(clamping: rows.lowerBound)...lxw_row_t(clamping: rows.upperBound),
            lxw_col_t(clamping: columns.lowerBound)...lxw_col_t(clamping: columns.upperBound)
        )
    }

    /// As people write it: `A2:C501`.
    package var name: String {
        let first = Self.columnName(columns.lowerBound) + "\(rows.lowerBound + 1)"
        let last = Self.columnName(columns.upperBound) + "\(rows.upperBound + 1)"
        return first == last ? first : "\(first):\(last)"
    }

    /// As a formula on another worksheet names it: `'Elenchi'!$A$2:$A$90`.
    package func reference(on worksheet: String) -> String {
        let first = "$\(Self.columnName(columns.lowerBound))$\(rows.lowerBound + 1)"
        let last = "$\(Self.columnName(columns.upperBound))$\(rows.upperBound + 1)"
        return "\(Self.quoted(worksheet))!\(first):\(last)"
    }

    package static func quoted(_ worksheet: String) -> String {
        "'" + worksheet.replacing("'", with: "''") + "'"
    }

    package static func columnName(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
        return column < 26 ? letter : columnName(column / 26 - 1) + letter
    }
}
