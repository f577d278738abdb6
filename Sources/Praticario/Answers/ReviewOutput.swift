import PraticarioCorpus

/// `review --format json`.
public struct ReviewOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// Sheets that nobody has submitted yet, by id.
    public let drafts: [ItemOutput]
    /// Sheets that wait for somebody's yes, by id.
    public let inReview: [ItemOutput]
    /// Sheets whose day of review has passed, by id.
    public let overdue: [ItemOutput]
    /// Sheets with some value that is wrong or missing, by id.
    public let incomplete: [ItemOutput]
    /// Sheets of which nobody has said that they may be published, though somebody was asked, by id.
    public let unconsented: [ItemOutput]
    /// Sheets that resemble one before them, by id.
    public let alike: [ItemOutput]

    /// A sheet that waits; it may be in several of the lists.
    public struct ItemOutput: Codable, Hashable, Sendable {
        /// The sheet's own.
        public let id: String
        /// Plain text.
        public let title: String
        /// The file, relative to the knowledge base.
        public let path: String
        /// Of a table, the header being row 1; `nil` for a file of its own.
        public let row: Int?
        /// The contact of the organization, else its name; `nil` where the sheet names neither.
        public let whoCanAnswer: String?
        /// All of the sheet, in reading order.
        public let problems: [DiagnosticOutput]

        package init(_ item: Review.Item) {
            id = item.entry.id
            title = item.entry.title
            path = item.entry.origin.path
            row = item.entry.origin.row
            whoCanAnswer = item.whoCanAnswer
            problems = item.problems.map(DiagnosticOutput.init)
        }
    }

    /// From `KnowledgeBase.review()`.
    public init(_ review: Review) {
        drafts = review.drafts.map(ItemOutput.init)
        inReview = review.inReview.map(ItemOutput.init)
        overdue = review.overdue.map(ItemOutput.init)
        incomplete = review.incomplete.map(ItemOutput.init)
        unconsented = review.unconsented.map(ItemOutput.init)
        alike = review.alike.map(ItemOutput.init)
    }
}
