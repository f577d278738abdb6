/// A position in a text file: line and column from 1, columns counted in Unicode scalars.
public struct Place: Codable, Hashable, Sendable, Comparable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (a: Place, b: Place) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}
