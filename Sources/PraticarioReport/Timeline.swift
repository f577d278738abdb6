public import PraticarioCorpus

/// When a community met, and what came of it when.
public struct Timeline: Hashable, Sendable {
    /// What has a date, the earliest first; on one day meetings first, then the order of the file.
    public let moments: [Moment]
    /// What has none, in the order of the file.
    public let undated: [Moment]

    /// A meeting or an outcome.
    public enum Moment: Hashable, Sendable {
        /// Also one that was cancelled.
        case meeting(Meeting)
        /// Also one that is planned.
        case outcome(Outcome)

        /// When it was or shall be.
        public var date: PartialDate? {
            switch self {
            case .meeting(let meeting): meeting.date
            case .outcome(let outcome): outcome.date
            }
        }
    }

    /// Of a community, as its file says it.
    public init(_ community: Community) {
        let all = community.meetings.map(Moment.meeting) + community.outcomes.map(Moment.outcome)
        moments = all.indices.filter { all[$0].date != nil }
            .sorted { (all[$0].date?.months ?? 0, $0) < (all[$1].date?.months ?? 0, $1) }.map { all[$0] }
        undated = all.filter { $0.date == nil }
    }
}

extension PartialDate {
    /// The months from the year 0 to where it begins: a year begins in January, a month on its first day.
    public var months: Double {
        Double(year * 12 + (month ?? 1) - 1) + Double((day ?? 1) - 1) / 31
    }
}

extension Report.Chapter {
    /// When it met and what came of it when.
    public var timeline: Timeline { Timeline(community) }
}
