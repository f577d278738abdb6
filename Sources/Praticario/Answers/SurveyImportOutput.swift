package import PraticarioCorpus
public import PraticarioSystem

/// `community survey import --format json`: counts and questions, never a code.
public struct SurveyImportOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// Whether nothing was written.
    public let dryRun: Bool
    /// The table that takes the answers, relative to the knowledge base.
    public let table: String
    /// Rows of the form that were taken.
    public let rows: Int
    /// Different codes before, after, and both times, of all that is kept.
    public let before: Int
    /// Likewise.
    public let after: Int
    /// Likewise.
    public let both: Int
    /// In the order of the table.
    public let questions: [String]
    /// Columns of the form that stay out.
    public let columnsLeftOut: [Column]
    /// Answers that are no score of the scale.
    public let answersLeftOut: Int
    /// Rows of the form that say no code or no time, as a spreadsheet program numbers them.
    public let rowsLeftOut: [Int]

    /// A column that stays out.
    public struct Column: Codable, Hashable, Sendable {
        /// Its heading.
        public let heading: String
        /// Why.
        public let reason: LocalizedText
    }

    package init(_ plan: SurveyImport, _ survey: Survey, table: String, isDryRun: Bool) {
        func codes(_ wave: Survey.Wave) -> Set<String> {
            Set(survey.answers.filter { $0.wave == wave }.map(\.respondent))
        }
        (dryRun, self.table, rows) = (isDryRun, table, plan.rowsTaken)
        (before, after) = (codes(.before).count, codes(.after).count)
        both = codes(.before).intersection(codes(.after)).count
        questions = plan.questions
        columnsLeftOut = plan.dropped.map { Column(heading: $0.heading, reason: $0.reason) }
        (answersLeftOut, rowsLeftOut) = (plan.cellsLeftOut, plan.rowsLeftOut)
    }
}
