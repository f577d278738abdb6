public import PraticarioCorpus
import PraticarioSearch

/// What waits for somebody in a knowledge base: six lists, a sheet may be in several.
public struct Review: Codable, Hashable, Sendable {
    /// A sheet that waits, and why.
    public struct Item: Codable, Hashable, Sendable {
        /// The whole sheet.
        public var entry: Entry
        /// All of the sheet, in reading order.
        public var problems: [Diagnostic]

        /// Who can answer: the contact's role, else the organization; `nil` where the sheet names neither.
        public var whoCanAnswer: String? {
            let organization = entry.organization?.name
            guard let contact = entry.contact else { return organization }
            let parts = [contact.role, organization, contact.email ?? contact.phone ?? contact.url].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }
    }

    /// Sheets that nobody has submitted yet, by id.
    public var drafts: [Item] = []
    /// Sheets that wait for somebody's yes, by id.
    public var inReview: [Item] = []
    /// Sheets whose day of review has passed, by id.
    public var overdue: [Item] = []
    /// Sheets with some value that is wrong or missing, by id.
    public var incomplete: [Item] = []
    /// Sheets of which nobody has said that they may be published, though somebody was asked, by id.
    public var unconsented: [Item] = []
    /// Sheets that resemble one before them, by id.
    public var alike: [Item] = []
}

extension KnowledgeBase {
    /// Goes through all sheets, as of the last refresh; what is overdue is so today.
    public func review() throws -> Review {
        try answering { try $0.review() }
    }
}

extension Snapshot {
    /// As ``KnowledgeBase/review()``.
    package func review() throws -> Review {
        var problems: [String: [Diagnostic]] = [:]
        let entries = try entries(ids())
        // What is wrong with collections and the rest of the folder is of no sheet.
        for problem in try archive.diagnostics()
            + NearDuplicates.diagnostics(of: entries.sorted { $0.origin < $1.origin }, vocabularies.analyzer)
        {
            guard let path = problem.path else { continue }
            let row = problem.place.flatMap { $0.isCell ? $0.line : nil }
            problems["\(path)#\(row ?? 0)", default: []].append(problem)
        }
        var review = Review()
        let today = PartialDate.today
        for entry in entries {
            let own = problems["\(entry.origin.path)#\(entry.origin.row ?? 0)"] ?? []
            let item = Review.Item(entry: entry, problems: own)
            if entry.publication == .draft { review.drafts.append(item) }
            if entry.publication == .inReview { review.inReview.append(item) }
            if entry.reviewBy?.isBefore(today) == true { review.overdue.append(item) }
            if entry.isIncomplete { review.incomplete.append(item) }
            if own.contains(where: { $0.code == .missingConsent }) { review.unconsented.append(item) }
            if own.contains(where: { $0.code == .nearDuplicate }) { review.alike.append(item) }
        }
        return review
    }
}
