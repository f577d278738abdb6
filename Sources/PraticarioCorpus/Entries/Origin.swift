/// Where a document is written: in a file of its own, in a row of a table, or as a part of a file.
public struct Origin: Codable, Hashable, Sendable, Comparable {
    /// Relative to the knowledge base, with `/` between folders.
    public let path: String
    /// From 1, the header being row 1; `nil` for a file of its own.
    public let row: Int?
    /// The line on which a part of a file begins, from 1; `nil` for what is no part.
    public let line: Int?
    /// Of several parts that begin on one line, how many come before; `nil` for the first.
    public let before: Int?

    /// A file of its own, unless a row or a line is named.
    public init(path: String, row: Int? = nil, line: Int? = nil, before: Int = 0) {
        self.path = path
        self.row = row
        self.line = line
        self.before = before > 0 ? before : nil
    }

    /// The beginning of the document.
    public var place: TextPlace {
        row.map { TextPlace(row: $0, column: 0) } ?? TextPlace(line: line ?? 1, column: 1)
    }

    /// The file of which it is a part; `nil` for what is no part.
    package var whole: Origin? {
        line == nil ? nil : Origin(path: path)
    }

    /// By the bytes of the paths, then by row or line, then in the order of the line.
    public static func < (a: Origin, b: Origin) -> Bool {
        guard a.path == b.path else { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
        return (a.row ?? a.line ?? 0, a.before ?? 0) < (b.row ?? b.line ?? 0, b.before ?? 0)
    }
}
