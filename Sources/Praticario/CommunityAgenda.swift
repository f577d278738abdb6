public import PraticarioCorpus
import PraticarioSearch

/// What is open for the next meeting of a community.
public struct CommunityAgenda: Codable, Hashable, Sendable {
    /// The first that is planned; `nil` where none is.
    public let next: Meeting?
    /// The last that was held; `nil` where none was.
    public let last: Meeting?
    /// Those that are not closed, by their ids, in the order of the file.
    public let questions: [Question]
    /// Those that name the community and that no meeting has shared.
    public let newSheets: [Sheet]
    /// What meetings decided, from which no outcome came.
    public let decisions: [Decision]
    /// Outcomes that are planned.
    public let planned: [Outcome]

    /// A question and the id by which it is closed.
    public struct Question: Codable, Hashable, Sendable {
        /// `domanda-3` for the third one where the file states none.
        public let id: String
        /// As the file says it.
        public let question: KnowledgeQuestion
    }

    /// A sheet, named.
    public struct Sheet: Codable, Hashable, Sendable {
        /// Unique among all sheets.
        public let id: String
        /// Plain text.
        public let title: String
    }

    /// What a meeting decided.
    public struct Decision: Codable, Hashable, Sendable {
        /// The number of the meeting.
        public let meeting: Int?
        /// Plain text.
        public let text: String
    }

    /// - Parameter sheets: those that name the community.
    init(_ community: Community, sheets: [Sheet]) {
        func isEarlier(_ a: Meeting, _ b: Meeting) -> Bool {
            guard let first = a.date?.iso8601, let second = b.date?.iso8601, first != second else {
                return (a.number ?? .max) < (b.number ?? .max)
            }
            return first < second
        }
        let held = community.meetings.filter { $0.status == .held }
        next = community.meetings.filter { $0.status == .planned }.min(by: isEarlier)
        last = held.max(by: isEarlier)
        questions = community.questions.enumerated().filter { $1.status != .closed }
            .map { Question(id: $1.name(at: $0), question: $1) }
        let shared = Set(held.flatMap(\.sheets))
        newSheets = sheets.filter { !shared.contains($0.id) }
        let followed = Set(community.outcomes.compactMap(\.meeting))
        decisions = held.sorted(by: isEarlier).filter { $0.number.map { !followed.contains($0) } ?? true }
            .flatMap { meeting in meeting.decisions.map { Decision(meeting: meeting.number, text: $0) } }
        planned = community.outcomes.filter { $0.status == .planned }
    }
}

extension Snapshot {
    /// What is open for the next meeting of the community with this id or title.
    ///
    /// - Throws: `CommunityProblem.unknown`.
    public func agenda(of name: String) throws -> CommunityAgenda {
        let community = try existingCommunity(name)
        let sheets = try entries(ids()).filter { $0.community.map(community.isNamed) ?? false }
        return CommunityAgenda(community, sheets: sheets.map { .init(id: $0.id, title: $0.title) })
    }
}

extension KnowledgeBase {
    /// As ``Snapshot/agenda(of:)``.
    public func agenda(of name: String) throws -> CommunityAgenda { try answering { try $0.agenda(of: name) } }
}
