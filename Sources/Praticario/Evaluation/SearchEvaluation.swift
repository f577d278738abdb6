import Foundation
import PraticarioSearch

/// How well questions are answered, by what somebody judged beforehand.
///
/// - `recall`: of the sheets with grade 2 or 3, the share among the first ten; at most ten are asked for.
/// - `reciprocalRank`: 1 over the place of the first sheet with grade 2 or 3, 0 where it is not among the first ten.
/// - `gain`: nDCG of the first ten, each sheet worth 2^grade − 1 over the binary logarithm of its place plus 1 (Burges et al.
///   2005), in proportion to the best order there is.
///
/// Questions that no sheet answers take no part in these three: of them counts how often that is said.
public struct SearchEvaluation: Codable, Hashable, Sendable {
    /// The mean over all questions, then over those of each class, in the order in which classes first occur.
    public let rows: [Row]

    /// Means over some questions.
    public struct Row: Codable, Hashable, Sendable {
        /// The class; `nil` for all.
        public let group: String?
        /// How many there are.
        public let questions: Int
        /// How many of them some sheet answers.
        public let answerable: Int
        /// From 0 to 1; `nil` without a question that some sheet answers.
        public let recall: Double?
        /// From 0 to 1.
        public let reciprocalRank: Double?
        /// From 0 to 1.
        public let gain: Double?
        /// Of the questions that some sheet answers, the share that found nothing.
        public let withoutResult: Double?
        /// Of the questions that no sheet answers, the share of which that was said, or that found nothing.
        public let rightlyDenied: Double?
        /// Of the questions that some sheet answers well, the share of which it was said that no sheet is about them.
        public let wronglyDenied: Double?
    }

    /// How many first answers count.
    public static let depth = 10

    /// - Parameters:
    ///   - questions: in any order.
    ///   - answer: what a question finds; asked for its first ten.
    public init(
        _ questions: [JudgedQuestion], answer: (_ question: String) throws -> (ids: [String], isDenied: Bool)
    ) rethrows {
        let measured = try questions.map { question in
            let found = try answer(question.text)
            return Measured(question, Array(found.ids.prefix(Self.depth)), isDenied: found.isDenied)
        }
        var groups: [String] = []
        for question in questions where !groups.contains(question.group) { groups.append(question.group) }
        rows =
            [Row(nil, measured)]
            + groups.map { group in Row(group, measured.filter { $0.group == group }) }
    }

    /// What one question came to.
    fileprivate struct Measured {
        let group: String
        let isAnswerable: Bool
        let isEmpty: Bool
        let isDenied: Bool
        let recall: Double
        let reciprocalRank: Double
        let gain: Double

        init(_ question: JudgedQuestion, _ ids: [String], isDenied: Bool) {
            group = question.group
            isAnswerable = !question.grades.isEmpty
            isEmpty = ids.isEmpty
            self.isDenied = isDenied || ids.isEmpty
            let wanted = question.grades.filter { $0.value >= 2 }.keys
            // Where nothing is better than a touch, that is what can be found.
            let relevant = Set(wanted.isEmpty ? Array(question.grades.keys) : Array(wanted))
            let most = min(relevant.count, SearchEvaluation.depth)
            recall = most == 0 ? 0 : Double(relevant.intersection(ids).count) / Double(most)
            reciprocalRank = ids.firstIndex(where: relevant.contains).map { 1 / Double($0 + 1) } ?? 0
            let best = Self.gain(question.grades.values.sorted(by: >).prefix(SearchEvaluation.depth))
            gain = best == 0 ? 0 : Self.gain(ids.map { question.grades[$0] ?? 0 }[...]) / best
        }

        private static func gain(_ grades: ArraySlice<Int>) -> Double {
            grades.enumerated().reduce(0) { $0 + (pow(2, Double($1.element)) - 1) / log2(Double($1.offset + 2)) }
        }
    }
}

extension SearchEvaluation.Row {
    fileprivate init(_ group: String?, _ measured: [SearchEvaluation.Measured]) {
        func mean(_ values: [Double]) -> Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }
        let answerable = measured.filter(\.isAnswerable)
        self.init(
            group: group, questions: measured.count, answerable: answerable.count,
            recall: mean(answerable.map(\.recall)), reciprocalRank: mean(answerable.map(\.reciprocalRank)),
            gain: mean(answerable.map(\.gain)), withoutResult: mean(answerable.map { $0.isEmpty ? 1 : 0 }),
            rightlyDenied: mean(measured.filter { !$0.isAnswerable }.map { $0.isDenied ? 1 : 0 }),
            wronglyDenied: mean(answerable.map { $0.isDenied ? 1 : 0 }))
    }
}

extension KnowledgeBase {
    /// How well its search answers judged questions.
    ///
    /// - Throws: what a search throws.
    public func evaluate(_ judged: JudgedQuestions) throws -> SearchEvaluation {
        try SearchEvaluation(judged.questions) { text in
            let results = try search(text, limit: SearchEvaluation.depth)
            return (results.hits.map(\.id), !results.query.absent.isEmpty)
        }
    }
}
