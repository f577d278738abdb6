/// How a table is written as text, for people or for programs.
public enum CSVDialect: String, Codable, CaseIterable, Sendable {
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
