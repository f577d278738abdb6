public import PraticarioCorpus
public import PraticarioSearch

/// `community show --agenda --format json`, as docs/output.md documents it.
public struct CommunityAgendaOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// A slug.
    public let id: String
    /// Plain text.
    public let title: String
    /// What is open.
    public let agenda: Agenda

    /// What is open for the next meeting.
    public struct Agenda: Codable, Hashable, Sendable {
        /// The first that is planned, and the last that was held.
        public let next, last: CommunityOutput.MeetingOutput?
        /// Those that are not closed, each with an id.
        public let questions: [CommunityOutput.QuestionOutput]
        /// Those that name the community and that no meeting has shared.
        public let newSheets: [CommunityAgenda.Sheet]
        /// From which no outcome came.
        public let decisions: [CommunityAgenda.Decision]
        /// Outcomes that are planned.
        public let planned: [CommunityOutput.OutcomeOutput]
    }

    /// The values are those of the knowledge base that has it: `Snapshot.values`.
    public init(_ agenda: CommunityAgenda, of community: Community, _ values: FacetValues) {
        id = community.id
        title = community.title
        self.agenda = Agenda(
            next: agenda.next.map(CommunityOutput.MeetingOutput.init),
            last: agenda.last.map(CommunityOutput.MeetingOutput.init),
            questions: agenda.questions.map { CommunityOutput.QuestionOutput($0.question, id: $0.id, values) },
            newSheets: agenda.newSheets, decisions: agenda.decisions,
            planned: agenda.planned.map { CommunityOutput.OutcomeOutput($0, id: $0.id, values) })
    }
}
