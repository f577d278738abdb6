/// `evaluate --format json`.
public struct EvaluationOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// How many first answers count.
    public let depth: Int
    /// Means over all questions, then over those of each class.
    public let rows: [SearchEvaluation.Row]

    /// What was measured.
    public init(_ evaluation: SearchEvaluation) {
        depth = SearchEvaluation.depth
        rows = evaluation.rows
    }
}
