public import PraticarioSystem

/// A position in a file: line and column of a text, or row and column of a table.
public struct TextPlace: Codable, Hashable, Sendable, Comparable {
    /// From 1; of a table the row as a spreadsheet program numbers it, the header being row 1.
    public var line: Int
    /// From 1; in Unicode scalars, or in cells. 0 for a row of a table as a whole.
    public var column: Int
    /// Whether it is a row and column of a table.
    public var isCell: Bool

    package init(line: Int, column: Int) {
        (self.line, self.column, isCell) = (line, column, false)
    }

    package init(row: Int, column: Int) {
        (line, self.column, isCell) = (row, column, true)
    }

    /// `4:9` in a text; `riga 4, colonna I` in a table.
    public func text(in language: Language) -> String {
        guard isCell else { return "\(line):\(column)" }
        guard column > 0 else { return language == .english ? "row \(line)" : "riga \(line)" }
        let letters = Self.letters(ofColumn: column)
        return language == .english ? "row \(line), column \(letters)" : "riga \(line), colonna \(letters)"
    }

    /// As spreadsheet programs name columns: A to Z, then AA.
    static func letters(ofColumn column: Int) -> String {
        var rest = column
        var letters = ""
        while rest > 0 {
            let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            letters = String(Character(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    public static func < (a: TextPlace, b: TextPlace) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}
