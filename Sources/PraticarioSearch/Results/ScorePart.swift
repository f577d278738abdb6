/// What one pattern of a question adds to a sheet's score.
public struct ScorePart: Codable, Hashable, Sendable {
    /// As typed.
    public var text: String
    /// Whether it is the very form that was typed, on top of its family.
    public var isExact: Bool
    /// Occurrences weighted by field, in tenths.
    public var frequency: Int32
    /// How many sheets have it.
    public var sheets: Int
    /// What it adds to the score.
    public var value: Double
}
