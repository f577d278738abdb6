import ItalianText
package import PraticarioSystem

/// What the answers to a form make of a community's survey: rows are known again by code and time, everything that tells
/// of persons stays out.
package struct SurveyImport: Sendable {
    /// How to read the form, where that is not to be found out.
    package struct Options: Sendable {
        /// The heading of the codes that respondents chose.
        package var respondent: String?
        /// The heading of the column that says when; or else, of all rows, when that was.
        package var waveColumn: String?
        package var wave: Survey.Wave?
        /// Of a form with a row for each answer: the headings of questions and scores.
        package var question: String?
        package var score: String?
        /// What stands in the column of times before the first meeting, and after the last one.
        package var before: [String] = []
        package var after: [String] = []
        /// The best answer there is.
        package var maximum: Double?
        /// Headings that are no questions.
        package var ignored: [String] = []

        package init() {}
    }

    /// A column that is left out, and why.
    package struct Dropped: Hashable, Sendable {
        package let heading: String
        package let reason: LocalizedText
    }

    /// As it is kept, and which of its columns is what.
    package let table: String
    package let map: SurveyMap
    /// In the order of the table.
    package let questions: [String]
    package let dropped: [Dropped]
    /// Rows of the form that say no code or no time, as a spreadsheet program numbers them.
    package let rowsLeftOut: [Int]
    /// Cells of questions that hold no score of the scale.
    package let cellsLeftOut: Int
    /// How many rows of the form are in the table.
    package let rowsTaken: Int

    /// - Parameters:
    ///   - path: of the form, for problems.
    ///   - present: what is kept already.
    package init(
        _ form: [UInt8], path: String, _ options: Options, into present: (table: [UInt8], map: SurveyMap)?
    ) throws(SurveyProblem) {
        // A title may stand above the headings.
        let text = CSVText.read(form, path: path, header: { HeaderRow.index(in: $0) }).text
        let columns = try SurveyColumns(text, options, present?.map)
        var kept = KeptSurvey(present, columns.map)
        var (taken, lost) = (0, 0)
        var leftOut: [Int] = []
        for row in columns.rows {
            guard let answer = columns.answers(of: row) else {
                leftOut.append(row.number)
                continue
            }
            kept.set(answer.scores, of: answer.respondent, at: answer.time, wave: answer.wave)
            taken += 1
            lost += answer.lost
        }
        guard taken > 0, !kept.questions.isEmpty else { throw SurveyProblem.noScores }
        map = columns.map
        table = kept.text
        questions = kept.questions
        dropped = columns.dropped
        rowsLeftOut = leftOut
        cellsLeftOut = lost
        rowsTaken = taken
    }
}

/// The table of a community's survey: a row for each respondent and time, a column for each question.
private struct KeptSurvey {
    private(set) var questions: [String] = []
    private var rows: [(respondent: String, time: String, wave: Survey.Wave?, scores: [String: String])] = []
    private let map: SurveyMap

    init(_ present: (table: [UInt8], map: SurveyMap)?, _ map: SurveyMap) {
        self.map = map
        guard let present else { return }
        let text = CSVText.read(present.table, path: "").text.unguarded
        let headings = (text.rows.first?.cells ?? []).map { $0.trimmingSpaces() }
        func column(_ heading: String) -> Int? {
            headings.firstIndex { TextKey.folded($0) == TextKey.folded(heading) }
        }
        guard let who = column(present.map.respondent), let when = column(present.map.wave) else { return }
        for row in text.rows.dropFirst() {
            func cell(_ index: Int) -> String {
                row.cells.indices.contains(index) ? row.cells[index].trimmingSpaces() : ""
            }
            var scores: [String: String] = [:]
            for (index, heading) in headings.enumerated() where index != who && index != when && !heading.isEmpty {
                if !cell(index).isEmpty { scores[heading] = cell(index) }
            }
            rows.append((cell(who), cell(when), map.wave(of: cell(when)), scores))
        }
        questions = headings.enumerated().filter { $0.offset != who && $0.offset != when && !$0.element.isEmpty }
            .map(\.element)
    }

    mutating func set(_ scores: [(String, String)], of respondent: String, at time: String, wave: Survey.Wave) {
        for (question, _) in scores where !questions.contains(question) { questions.append(question) }
        let index =
            rows.firstIndex { TextKey.folded($0.respondent) == TextKey.folded(respondent) && $0.wave == wave }
            ?? rows.endIndex
        if index == rows.endIndex { rows.append((respondent, time, wave, [:])) }
        for (question, score) in scores { rows[index].scores[question] = score }
    }

    var text: String {
        let writer = CSVWriter(.excel, isKept: true)
        return writer.preamble + writer.line([map.respondent, map.wave] + questions)
            + rows.map { row in
                writer.line([row.respondent, row.time] + questions.map { row.scores[$0] ?? "" })
            }.joined()
    }
}
