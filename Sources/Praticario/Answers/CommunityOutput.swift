public import PraticarioCorpus
public import PraticarioSearch

/// `community list --format json`, as docs/output.md documents it.
public struct CommunitiesOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// By their paths.
    public let communities: [CommunityOutput]

    /// The values are those of the knowledge base that has them: `Snapshot.values`.
    public init(_ communities: [Community], _ values: FacetValues) {
        self.communities = communities.map { CommunityOutput($0, values) }
    }
}

/// A community for programs.
public struct CommunityOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// A slug.
    public let id: String
    /// Plain text.
    public let title: String
    /// Plain text; `nil` where nothing is said.
    public let summary: String?
    /// Whether it is invented, to show how one is written.
    public let example: Bool
    /// In the order of the file.
    public let themes: [NamedOutput]
    /// In the order of the file.
    public let territories: [NamedOutput]
    /// The name of the body that convenes it.
    public let facilitator: String?
    /// Relative to the knowledge base.
    public let path: String
    /// In the order of the file, likewise the next three.
    public let members: [Member]
    /// Whether they took place, who was there, what was shared.
    public let meetings: [MeetingOutput]
    /// What the community wants to know.
    public let questions: [QuestionOutput]
    /// What came of it.
    public let outcomes: [OutcomeOutput]

    /// A body that takes part.
    public struct Member: Codable, Hashable, Sendable {
        /// Its full name.
        public let name: String
        /// Where it is.
        public let territory: NamedOutput?
        /// A `LegalForm`.
        public let legalForm: String?
        /// A `RUNTSSection`: `a` to `g`.
        public let runtsSection: String?
    }

    /// A meeting of the community.
    public struct MeetingOutput: Codable, Hashable, Sendable {
        /// From 1.
        public let number: Int?
        /// ISO 8601, as much as is known.
        public let date: String?
        /// `online` or `in_person`.
        public let mode: String?
        /// In words.
        public let place: String?
        /// `planned`, `held` or `cancelled`.
        public let status: String?
        /// The names of the bodies that were there.
        public let organizations: [String]
        /// A total.
        public let people: Int?
        /// Plain text.
        public let topics: [String]
        /// Ids of sheets.
        public let sheets: [String]
        /// Plain text.
        public let decisions: [String]
        /// Of the file, from 1.
        public let line: Int
    }

    /// What the community wants to know.
    public struct QuestionOutput: Codable, Hashable, Sendable {
        /// A slug; `nil` where the file states none.
        public let id: String?
        /// In the words of those who ask.
        public let question: String
        /// Its theme.
        public let theme: NamedOutput?
        /// The number of a meeting.
        public let openedAt: Int?
        /// `open`, `partly` or `closed`; `open` where nothing is said.
        public let status: String
        /// Ids of the sheets that answer it.
        public let sheets: [String]
        /// The number of a meeting.
        public let closedAt: Int?
        /// Of the file, from 1.
        public let line: Int
    }

    /// What came of the community.
    public struct OutcomeOutput: Codable, Hashable, Sendable {
        /// A slug; `nil` where the file states none.
        public let id: String?
        /// `adoption`, `partnership` or `intervention`.
        public let kind: String
        /// Plain text.
        public let title: String
        /// ISO 8601, as much as is known.
        public let date: String?
        /// Where.
        public let territories: [NamedOutput]
        /// `planned`, `started` or `concluded`.
        public let status: String?
        /// The number of the meeting from which it came.
        public let meeting: Int?
        /// Where it can be seen.
        public let evidence: String?
        /// Ids of the sheets from which it came.
        public let sheets: [String]
        /// Ids of the sheets that tell it.
        public let toldBy: [String]
        /// A `ValueCycle`, where the file states it.
        public let cycle: String?
        /// Of an adoption: who.
        public let by: String?
        /// Of an adoption: `organizational_form` or `management_model`.
        public let what: String?
        /// Of a partnership: who.
        public let parties: [String]
        /// Of a partnership: whether it is bound by an act.
        public let formal: Bool?
        /// Of a partnership: whether a public administration is one of the parties.
        public let withAdministration: Bool?
        /// Of a partnership: a `PAInstrument`.
        public let paInstrument: String?
        /// Of an intervention: whom it serves.
        public let targetGroups: [NamedOutput]
        /// Of the file, from 1.
        public let line: Int
    }

    /// The values are those of the knowledge base that has it: `Snapshot.values`.
    public init(_ community: Community, _ values: FacetValues) {
        id = community.id
        title = community.title
        summary = community.summary
        example = community.isExample ?? false
        themes = community.themes.map { NamedOutput($0, .theme, values) }
        territories = community.territories.map { NamedOutput($0, .territory, values) }
        facilitator = community.facilitator
        path = community.origin.path
        members = community.members.map { member in
            Member(
                name: member.name, territory: member.territory.map { NamedOutput($0, .territory, values) },
                legalForm: member.legalForm?.rawValue, runtsSection: member.runtsSection?.rawValue)
        }
        meetings = community.meetings.map(MeetingOutput.init)
        questions = community.questions.map { QuestionOutput($0, id: $0.id, values) }
        outcomes = community.outcomes.map { OutcomeOutput($0, id: $0.id, values) }
    }
}

extension CommunityOutput.MeetingOutput {
    init(_ meeting: Meeting) {
        self.init(
            number: meeting.number, date: meeting.date?.iso8601, mode: meeting.mode?.rawValue,
            place: meeting.place, status: meeting.status?.rawValue, organizations: meeting.organizations,
            people: meeting.people, topics: meeting.topics, sheets: meeting.sheets, decisions: meeting.decisions,
            line: meeting.line)
    }
}

extension CommunityOutput.QuestionOutput {
    init(_ question: KnowledgeQuestion, id: String?, _ values: FacetValues) {
        self.init(
            id: id, question: question.question, theme: question.theme.map { NamedOutput($0, .theme, values) },
            openedAt: question.openedAt, status: (question.status ?? .open).rawValue, sheets: question.sheets,
            closedAt: question.closedAt, line: question.line)
    }
}

extension CommunityOutput.OutcomeOutput {
    init(_ outcome: Outcome, id: String?, _ values: FacetValues) {
        self.init(
            id: id, kind: outcome.kind.rawValue, title: outcome.title, date: outcome.date?.iso8601,
            territories: outcome.territories.map { NamedOutput($0, .territory, values) },
            status: outcome.status?.rawValue, meeting: outcome.meeting, evidence: outcome.evidence,
            sheets: outcome.sheets, toldBy: outcome.toldBy, cycle: outcome.cycle?.rawValue, by: outcome.by,
            what: outcome.what?.rawValue, parties: outcome.parties, formal: outcome.isFormal,
            withAdministration: outcome.isWithAdministration, paInstrument: outcome.instrument?.rawValue,
            targetGroups: outcome.targetGroups.map { NamedOutput($0, .targetGroup, values) }, line: outcome.line)
    }
}
