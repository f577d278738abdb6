public import PraticarioCorpus
public import PraticarioSearch

/// `community new|meeting|question|outcome|log --format json`: what a community's file says now of what was changed.
public struct CommunityChangeOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// Of the community.
    public let community: String
    /// Its file, relative to the knowledge base.
    public let path: String
    /// The meeting that was added or changed.
    public let meeting: CommunityOutput.MeetingOutput?
    /// The question that was added or changed, with the id by which it is named.
    public let question: CommunityOutput.QuestionOutput?
    /// The outcome that was added or changed, with the id by which it is named.
    public let outcome: CommunityOutput.OutcomeOutput?
    /// What is new among the problems of the file and costs nothing.
    public let warnings: [DiagnosticOutput]

    /// What was changed.
    public enum Part: Sendable {
        /// The community itself, which is new.
        case community
        /// A meeting.
        case meeting(Meeting)
        /// The question that stands at this place among all of them.
        case question(at: Int)
        /// The outcome that stands at this place among all of them.
        case outcome(at: Int)
    }

    /// The values are those of the knowledge base: `Snapshot.values`.
    public init(_ change: CommunityChange, _ part: Part, _ values: FacetValues) {
        community = change.community.id
        path = change.community.origin.path
        warnings = change.warnings.map(DiagnosticOutput.init)
        let all = change.community
        meeting = if case .meeting(let meeting) = part { .init(meeting) } else { nil }
        question =
            if case .question(let index) = part {
                .init(all.questions[index], id: all.questions[index].name(at: index), values)
            } else { nil }
        outcome =
            if case .outcome(let index) = part {
                .init(all.outcomes[index], id: all.outcomes[index].name(at: index), values)
            } else { nil }
    }
}
