import CXLSXWriter

/// A rectangle of cells.
struct CellRange {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    var bounds: (rows: ClosedRange<lxw_row_t>, columns: ClosedRange<lxw_col_t>) {
        (
            lxw_row_t(clamping: rows.lowerBound)...lxw_row_t(clamping: rows.upperBound),
            lxw_col_t(clamping: columns.lowerBound)...lxw_col_t(clamping: columns.upperBound)
        )
    }

    /// As people write it: `A2:C501`.
    var name: String {
        let first = Self.columnName(columns.lowerBound) + "\(rows.lowerBound + 1)"
        let last = Self.columnName(columns.upperBound) + "\(rows.upperBound + 1)"
        return first == last ? first : "\(first):\(last)"
    }

    /// As a formula on another worksheet names it: `'Elenchi'!$A$2:$A$90`.
    func reference(on worksheet: String) -> String {
        let first = "$\(Self.columnName(columns.lowerBound))$\(rows.lowerBound + 1)"
        let last = "$\(Self.columnName(columns.upperBound))$\(rows.upperBound + 1)"
        return "\(Self.quoted(worksheet))!\(first):\(last)"
    }

    static func quoted(_ worksheet: String) -> String {
        "'" + worksheet.replacing("'", with: "''") + "'"
    }

    static func columnName(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
        return column < 26 ? letter : columnName(column / 26 - 1) + letter
    }
}
