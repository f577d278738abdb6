public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// `review --format json`.
public struct ReviewOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let drafts: [ItemOutput]
    public let inReview: [ItemOutput]
    public let overdue: [ItemOutput]
    public let incomplete: [ItemOutput]

    public struct ItemOutput: Codable, Hashable, Sendable {
        public let id: String
        public let title: String
        public let path: String
        public let row: Int?
        public let whoCanAnswer: String?
        public let problems: [DiagnosticOutput]

        public init(_ item: Review.Item) {
            id = item.entry.id
            title = item.entry.title
            path = item.entry.origin.path
            row = item.entry.origin.row
            whoCanAnswer = item.whoCanAnswer
            problems = item.problems.map(DiagnosticOutput.init)
        }
    }

    public init(_ review: Review) {
        drafts = review.drafts.map(ItemOutput.init)
        inReview = review.inReview.map(ItemOutput.init)
        overdue = review.overdue.map(ItemOutput.init)
        incomplete = review.incomplete.map(ItemOutput.init)
    }
}
