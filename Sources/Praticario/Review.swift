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

extension Review {
    /// One of the lists.
    package enum List: CaseIterable, Sendable {
        case drafts, inReview, overdue, incomplete, unconsented, alike

        /// Where a review has it.
        package var items: WritableKeyPath<Review, [Item]> {
            switch self {
            case .drafts: \.drafts
            case .inReview: \.inReview
            case .overdue: \.overdue
            case .incomplete: \.incomplete
            case .unconsented: \.unconsented
            case .alike: \.alike
            }
        }
    }

    /// Which sheets wait, without the sheets: those of a large knowledge base would fill the memory of whoever keeps this.
    package struct Outline: Sendable {
        /// By id.
        package fileprivate(set) var ids: [List: [String]] = [:]
        /// By id.
        fileprivate var problems: [String: [Diagnostic]] = [:]
    }
}

extension KnowledgeBase {
    /// Goes through all sheets, as of the last refresh; what is overdue is so today.
    public func review() throws -> Review {
        try answering { try $0.review($0.reviewOutline()) }
    }
}

extension Snapshot {
    /// Goes through the heads of all sheets, and through what is wrong with them.
    package func reviewOutline() throws -> Review.Outline {
        var outline = Review.Outline()
        let ids = try ids()
        let heads = try heads(ids)
        let owners = Dictionary(heads.map { (Self.place($0.origin.path, row: $0.origin.row), $0.id) }) { first, _ in
            first
        }
        outline.ids[.drafts] = heads.filter { $0.publication == .draft }.map(\.id)
        outline.ids[.inReview] = heads.filter { $0.publication == .inReview }.map(\.id)
        outline.ids[.incomplete] = heads.filter(\.isIncomplete).map(\.id)
        let sheets = heads.map(NearDuplicates.Sheet.init).sorted { $0.origin < $1.origin }
        let alike = try NearDuplicates.diagnostics(of: sheets, vocabularies.analyzer) { try entries($0.sorted()) }
        // What is wrong with collections and the rest of the folder is of no sheet.
        for problem in try archive.diagnostics() + alike {
            let row = problem.place.flatMap { $0.isCell ? $0.line : nil }
            guard let id = problem.path.flatMap({ owners[Self.place($0, row: row)] }) else { continue }
            outline.problems[id, default: []].append(problem)
        }
        outline.ids[.overdue] = ids.filter { outline.has(.reviewOverdue, $0) }
        outline.ids[.unconsented] = ids.filter { outline.has(.missingConsent, $0) }
        outline.ids[.alike] = ids.filter { outline.has(.nearDuplicate, $0) }
        return outline
    }

    private static func place(_ path: String, row: Int?) -> String { "\(path)#\(row ?? 0)" }

    /// The sheets that wait.
    ///
    /// - Parameters:
    ///   - outline: which they are.
    ///   - limit: as many of each list; `nil` for all.
    package func review(_ outline: Review.Outline, first limit: Int? = nil) throws -> Review {
        let chosen = outline.ids.mapValues { Array($0.prefix(limit ?? $0.count)) }
        let entries = try entries(Set(chosen.values.joined()).sorted())
        let known = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        return chosen.reduce(into: Review()) { review, row in
            review[keyPath: row.key.items] = row.value.compactMap { id in
                known[id].map { Review.Item(entry: $0, problems: outline.problems[id] ?? []) }
            }
        }
    }
}

extension Review.Outline {
    fileprivate func has(_ code: DiagnosticCode, _ id: String) -> Bool {
        problems[id]?.contains { $0.code == code } == true
    }

    /// How many sheets a list has.
    package func count(of list: Review.List) -> Int { ids[list]?.count ?? 0 }
}
