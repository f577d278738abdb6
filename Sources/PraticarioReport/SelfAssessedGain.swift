public import PraticarioCorpus
public import PraticarioStatistics
public import PraticarioCorpus

/// What a community says that it learned: it judged itself, so nobody should read more into it.
public struct SelfAssessedGain: Codable, Hashable, Sendable {
    /// Of those who answered both times, each by the mean of the questions answered both times; `nil` where they are fewer
    /// than five, whom figures would tell apart.
    public let gain: NormalizedGain?
    /// How many answered both times; `nil` where that is fewer than five.
    public let paired: Int?
    /// How many answered only before, or only after; `nil` where that would tell of single people.
    public let attrition: Attrition?
    /// By the questions, in their alphabetical order; without figures where they would tell of few people.
    public let questions: [Question]

    /// Who answered only once.
    public struct Attrition: Codable, Hashable, Sendable {
        /// Left before the second time.
        public let onlyBefore: Int
        /// Came after the first time.
        public let onlyAfter: Int
    }

    /// One question.
    public struct Question: Codable, Hashable, Sendable {
        /// What was asked.
        public let question: String
        /// `nil` for every question where fewer than five answered all of them both times, or from one to four only some.
        public let gain: NormalizedGain?
    }

    /// `nil` where nobody answered both times.
    public init?(_ survey: Survey) {
        var scores: [String: [String: [Survey.Wave: Double]]] = [:]
        for answer in survey.answers {
            scores[answer.respondent, default: [:]][answer.question, default: [:]][answer.wave] = answer.score
        }
        let pairs = scores.values.compactMap { questions -> (before: Double, after: Double)? in
            let both = questions.values.compactMap { waves in
                waves[.before].flatMap { before in waves[.after].map { (before, $0) } }
            }
            guard !both.isEmpty else { return nil }
            let count = Double(both.count)
            return (both.map(\.0).sorted().reduce(0, +) / count, both.map(\.1).sorted().reduce(0, +) / count)
        }
        guard !pairs.isEmpty else { return nil }
        let isLarge = pairs.count >= SmallCells.minimum
        paired = isLarge ? pairs.count : nil
        gain = isLarge ? NormalizedGain(pairs: pairs, maximum: survey.maximum) : nil
        func answered(_ questions: [String: [Survey.Wave: Double]], _ wave: Survey.Wave) -> Bool {
            questions.values.contains { $0[wave] != nil }
        }
        let onlyBefore = scores.values.count { answered($0, .before) && !answered($0, .after) }
        let onlyAfter = scores.values.count { answered($0, .after) && !answered($0, .before) }
        let shown = SmallCells.shown([pairs.count, onlyBefore, onlyAfter])
        attrition =
            isLarge && shown[1] && shown[2] ? Attrition(onlyBefore: onlyBefore, onlyAfter: onlyAfter) : nil
        let names = Set(survey.answers.map(\.question)).sorted()
        let byQuestion = names.map { name in
            scores.values.compactMap { questions -> (before: Double, after: Double)? in
                guard let before = questions[name]?[.before], let after = questions[name]?[.after] else { return nil }
                return (before, after)
            }
        }
        let isEachShown = Self.isEachShown(
            paired: pairs.count,
            complete: scores.values.count { questions in
                names.allSatisfy { questions[$0]?[.before] != nil && questions[$0]?[.after] != nil }
            })
        questions = names.indices.map { index in
            Question(
                question: names[index],
                gain: isEachShown ? NormalizedGain(pairs: byQuestion[index], maximum: survey.maximum) : nil)
        }
    }

    /// Whether the gain of each question can stand beside that of all.
    ///
    /// The gain of all is made of each one's mean. Whoever takes from it the means of the questions, each with a weight, is
    /// left with those who answered only some of them, or else with everybody who answered all: both must be none or five at
    /// least, or the rest is what single people answered.
    private static func isEachShown(paired: Int, complete: Int) -> Bool {
        complete >= SmallCells.minimum && (paired == complete || paired - complete >= SmallCells.minimum)
    }
}
