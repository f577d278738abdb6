import PraticarioCorpus
import PraticarioReport
import PraticarioStatistics
import Testing
import PraticarioCorpus

/// What respondents say they learned, and that nobody of them can be told apart.
@Suite struct SelfAssessedGainTests {
    private static func survey(_ scores: [String: [(question: String, before: Double?, after: Double?)]]) -> Survey {
        Survey(
            maximum: 5,
            answers: scores.flatMap { respondent, rows in
                rows.flatMap { row in
                    [(Survey.Wave.before, row.before), (.after, row.after)].compactMap { wave, score in
                        score.map {
                            Survey.Answer(respondent: respondent, question: row.question, wave: wave, score: $0)
                        }
                    }
                }
            })
    }

    /// Six who answered twice: 2, 2, 3, 1, 2, 2 before and 4, 3, 5, 3, 4, 2 after.
    private static let six: [String: [(question: String, before: Double?, after: Double?)]] = [
        "a": [("q", 2, 4)], "b": [("q", 2, 3)], "c": [("q", 3, 5)], "d": [("q", 1, 3)], "e": [("q", 2, 4)],
        "f": [("q", 2, 2)],
    ]

    @Test func `the gain is that of those who answered both times`() throws {
        let found = try #require(SelfAssessedGain(Self.survey(Self.six)))
        let gain = try #require(found.gain)
        #expect(abs(gain.meanBefore - 2) < 1e-12 && abs(gain.meanAfter - 3.5) < 1e-12)
        #expect(abs(try #require(gain.gain) - 0.5) < 1e-12)
        #expect(found.paired == 6 && found.attrition.map { [$0.onlyBefore, $0.onlyAfter] } == [0, 0])
    }

    @Test func `who answered once never changes the gain`() throws {
        var more = Self.six
        for number in 0..<7 { more["x\(number)"] = [("q", 5, nil)] }
        for number in 0..<6 { more["y\(number)"] = [("q", nil, 1)] }
        let found = try #require(SelfAssessedGain(Self.survey(more)))
        #expect(found.gain == SelfAssessedGain(Self.survey(Self.six))?.gain)
        #expect(found.attrition.map { [$0.onlyBefore, $0.onlyAfter] } == [7, 6])
    }

    @Test func `a question that was answered once does not count for who answered it`() throws {
        var more = Self.six
        for (name, rows) in Self.six { more[name] = rows + [("r", 1, nil)] }
        #expect(SelfAssessedGain(Self.survey(more))?.gain == SelfAssessedGain(Self.survey(Self.six))?.gain)
    }

    @Test func `fewer than five are told nothing of`() throws {
        let four = Self.six.filter { ["a", "b", "c", "d"].contains($0.key) }
        let found = try #require(SelfAssessedGain(Self.survey(four)))
        #expect(found.gain == nil && found.paired == nil && found.attrition == nil)
        #expect(found.questions.map(\.gain) == [nil])
        #expect(SelfAssessedGain(Self.survey(["a": [("q", 1, nil)]])) == nil)
    }

    @Test func `few who left are not told`() throws {
        var more = Self.six
        more["x"] = [("q", 5, nil)]
        #expect(try #require(SelfAssessedGain(Self.survey(more))).attrition == nil)
    }

    /// Of six who answered all, the rest answered one question of two: the gain of all less those of the questions is
    /// what the rest answered.
    @Test(arguments: [(6, 0, true), (6, 1, false), (6, 4, false), (6, 5, true), (4, 6, false), (5, 0, true)])
    func `questions are shown where nobody's answers are what remains of all less the questions`(
        complete: Int, partly: Int, isShown: Bool
    ) throws {
        var rows: [String: [(question: String, before: Double?, after: Double?)]] = [:]
        for number in 0..<complete { rows["a\(number)"] = [("q", 2, 4), ("r", 1, 3)] }
        for number in 0..<partly { rows["b\(number)"] = [("q", 3, 4), ("r", 1, nil)] }
        let found = try #require(SelfAssessedGain(Self.survey(rows)))
        #expect(found.questions.map { $0.gain != nil } == [isShown, isShown])
        #expect(found.gain?.paired == complete + partly)
    }

    @Test func `the order of rows never matters`() throws {
        let survey = Self.survey(Self.six)
        let turned = Survey(maximum: 5, answers: survey.answers.reversed())
        #expect(SelfAssessedGain(survey) == SelfAssessedGain(turned))
    }
}
