/// Where a sheet is written: in a file of its own, or in a row of a table.
public struct Origin: Codable, Hashable, Sendable, Comparable {
    /// Relative to the knowledge base, with `/` between folders.
    public let path: String
    /// From 1, the header being row 1; `nil` for a file of its own.
    public let row: Int?

    /// A file of its own, unless a row is named.
    public init(path: String, row: Int? = nil) {
        self.path = path
        self.row = row
    }

    /// The beginning of the sheet.
    public var place: TextPlace {
        row.map { TextPlace(row: $0, column: 0) } ?? TextPlace(line: 1, column: 1)
    }

    /// By the bytes of the paths, then by row.
    public static func < (a: Origin, b: Origin) -> Bool {
        a.path == b.path ? (a.row ?? 0) < (b.row ?? 0) : a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
    }
}
