/// Rows as CSV, for people who open them in a spreadsheet or for programs.
///
/// ```swift
/// let writer = CSVWriter(.excel)
/// writer.preamble + writer.line(["Titolo", "Tipo"])  // BOM, then "Titolo;Tipo\r\n"
/// ```
public struct CSVWriter: Sendable {
    public enum Dialect: String, CaseIterable, Sendable {
        /// What Excel in Italy opens by a double click: `;`, and a byte order mark, without which it takes UTF-8 for
        /// Windows-1252. A text that a spreadsheet program would take for a formula gets an apostrophe before it
        /// (OWASP, CSV Injection), so `-5` and `+39 …` are not what a program would read back.
        ///
        /// Codes with leading zeros (`058091`) are written between quotes, which LibreOffice can be told to read as text;
        /// Excel shows them without their zeros: CSV cannot say that a cell is text, and `="058091"` would be one more
        /// formula, and wrong in every other program.
        case excel
        /// RFC 4180 in UTF-8, for programs: `,`, no byte order mark, every cell exactly as it is, formulas too.
        case rfc4180
    }

    public let dialect: Dialect

    public init(_ dialect: Dialect) {
        self.dialect = dialect
    }

    /// What stands before the first line.
    public var preamble: String { dialect == .excel ? "\u{FEFF}" : "" }

    /// One row with its line end, CR LF.
    public func line(_ cells: [String]) -> String {
        // A row of one empty cell would otherwise be an empty line, which most readers pass over.
        guard cells != [""] else { return "\"\"\r\n" }
        return cells.map(written).joined(separator: dialect == .excel ? ";" : ",") + "\r\n"
    }

    private func written(_ cell: String) -> String {
        let text = dialect == .excel && Self.looksLikeFormula(cell) ? "'" + cell : cell
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

    /// By the first scalar, not the first character: `=` followed by a combining accent is still a formula.
    private static func looksLikeFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return "=+-@＝＋－＠".unicodeScalars.contains(first) || first.properties.generalCategory == .control
    }
}
