import PraticarioCorpus

/// `unmet --format json`.
public struct UnmetOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// Whether questions are kept.
    public let kept: Bool
    /// The most frequent first.
    public let questions: [QuestionOutput]

    /// A question without a good answer.
    public struct QuestionOutput: Codable, Hashable, Sendable {
        /// As it was typed last.
        public let question: String
        /// How often it was asked.
        public let count: Int
        /// ISO 8601: the day on which it was asked last.
        public let last: String
        /// What no sheet had then.
        public let absent: [String]
        /// How many sheets were found all the same.
        public let total: Int

        package init(_ question: UnmetQuestions.Question) {
            (self.question, count) = (question.text, question.count)
            (last, absent, total) = (question.last.iso8601, question.absent, question.total)
        }
    }

    /// What is kept now.
    public init(_ unmet: UnmetQuestions) throws {
        kept = unmet.areKept
        questions = try unmet.all().map(QuestionOutput.init)
    }
}
