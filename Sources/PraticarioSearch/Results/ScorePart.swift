/// What one thing adds to a sheet's score.
public struct ScorePart: Codable, Hashable, Sendable {
    /// What adds to a score.
    public enum Kind: String, Codable, Sendable {
        /// A word in any form of its family.
        case family
        /// The very form that was typed, on top of its family.
        case exact
        /// Two words of the question that stand near each other in the sheet, too.
        case nearness
        /// How much of what the question is about the sheet has.
        case share
    }

    /// What it is that adds.
    public var kind: Kind
    /// As typed; empty for the share of the whole question.
    public var text: String
    /// Occurrences of the word weighted by field, in tenths.
    public var frequency: Int32 = 0
    /// How many sheets have the word.
    public var sheets: Int = 0
    /// What it adds to the score.
    public var value: Double
}
