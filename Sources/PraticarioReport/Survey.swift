/// How members of a community judge what they know, before it began and after: by the codes that they chose, never by
/// their names.
public struct Survey: Codable, Hashable, Sendable {
    /// The best answer there is.
    public let maximum: Double
    /// In any order; of a repeated answer the last counts.
    public let answers: [Answer]

    /// When people were asked.
    public enum Wave: String, Codable, CaseIterable, Sendable {
        /// Before the first meeting.
        case before
        /// After the last one.
        case after
    }

    /// What one respondent answered to one question at one time.
    public struct Answer: Codable, Hashable, Sendable {
        /// A code that the respondent chose.
        public let respondent: String
        /// What was asked.
        public let question: String
        /// When.
        public let wave: Wave
        /// From the worst to the best answer there is.
        public let score: Double

        /// One cell of a survey.
        public init(respondent: String, question: String, wave: Wave, score: Double) {
            self.respondent = respondent
            self.question = question
            self.wave = wave
            self.score = score
        }
    }

    /// The answers to questions with one scale.
    public init(maximum: Double, answers: [Answer]) {
        self.maximum = maximum
        self.answers = answers
    }
}
