/// Rows as CSV, for people who open them in a spreadsheet or for programs.
///
/// ```swift
/// let writer = CSVWriter(.excel)
/// writer.preamble + writer.line(["Titolo", "Tipo"])  // BOM, then "Titolo;Tipo\r\n"
/// ```
package struct CSVWriter: Sendable {
    package let dialect: CSVDialect
    private let isKept: Bool

    /// - Parameter isKept: whether the file stays in the knowledge base, whose cells nobody else's program is to compute.
    package init(_ dialect: CSVDialect, isKept: Bool = false) {
        self.dialect = dialect
        self.isKept = isKept
    }

    /// What stands before the first line.
    package var preamble: String { dialect == .excel ? "\u{FEFF}" : "" }

    /// One row with its line end, CR LF.
    package func line(_ cells: [String]) -> String {
        // A row of one empty cell would otherwise be an empty line, which most readers pass over.
        guard cells != [""] else { return "\"\"\r\n" }
        return cells.map(written).joined(separator: dialect == .excel ? ";" : ",") + "\r\n"
    }

    private func written(_ cell: String) -> String {
        let text =
            dialect == .excel ? isKept ? FormulaGuard.escaped(cell) : FormulaGuard.added(to: cell) : cell
        guard Self.needsQuotes(text) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Whatever separator a program guesses, those inside cells are quoted.
    private static func needsQuotes(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        return isCode(text) || first.properties.isWhitespace || last.properties.isWhitespace
            || text.utf8.contains { byte in
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), 0x0A, 0x0D: true
                default: false
                }
            }
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count > 1 && text.hasPrefix("0") && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
