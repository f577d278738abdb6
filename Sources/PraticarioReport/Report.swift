public import PraticarioCorpus
public import PraticarioStatistics
public import PraticarioSystem

/// What came of a programme of communities: every figure follows from the files, and formats only write it down.
public struct Report: Codable, Hashable, Sendable {
    /// What was planned; `nil` where there is no `programma.yaml`.
    public let programme: Programme?
    /// The last day that counts; `nil` for all.
    public let until: PartialDate?
    /// Who reads it.
    public let readers: ReportReaders
    /// By their paths.
    public let chapters: [Chapter]
    /// Where members are and outcomes came about, by regions.
    public let coverage: [RegionCoverage]

    /// One community.
    public struct Chapter: Codable, Hashable, Sendable {
        /// As its file says it, as far as the readers may know it and the day has come.
        public let community: Community
        /// In figures.
        public let indicators: CommunityIndicators
        /// What its members say that they learned; `nil` where nobody was asked, or nobody twice.
        public let gain: SelfAssessedGain?
        /// The ids of sheets that tell its outcomes, those told most first, at most two.
        public let stories: [String]
    }

    /// What the chapters add up to.
    public var totals: Totals { Totals(chapters) }
}

/// Who reads a report.
public enum ReportReaders: String, ClosedVocabulary {
    /// Those who run the programme: with difficulties and open questions.
    case network = "interna"
    /// Who pays for it: with acknowledgement, CUP and logo, and only what is public.
    case ministry = "ministero"

    public var label: LocalizedText {
        switch self {
        case .network: LocalizedText(it: "interna", en: "internal")
        case .ministry: LocalizedText(it: "per il ministero", en: "for the ministry")
        }
    }

    public var aliases: [String] {
        switch self {
        case .network: ["internal", "rete", "network"]
        case .ministry: ["ministry"]
        }
    }
}

/// What the chapters of a report add up to.
public struct Totals: Codable, Hashable, Sendable {
    /// Meetings that were held, and that were planned; `nil` where the plan does not say.
    public let held: Int
    /// Of all communities.
    public let plannedMeetings: Int?
    /// Different bodies.
    public let members: Int
    /// Questions of all communities; `nil` where none lists any.
    public let questions: CommunityIndicators.Questions?
    /// New forms and models, begun or concluded.
    public let adoptions: Int
    /// New partnerships, begun or concluded.
    public let partnerships: Int
    /// Interventions that began or are concluded.
    public let interventions: Int
    /// Interventions that are agreed and not begun.
    public let plannedInterventions: Int

    init(_ chapters: [Report.Chapter]) {
        let indicators = chapters.map(\.indicators)
        held = indicators.map(\.meetings.held).reduce(0, +)
        let planned = indicators.map(\.meetings.planned)
        plannedMeetings = planned.contains(nil) || planned.isEmpty ? nil : planned.compactMap { $0 }.reduce(0, +)
        members = Set(chapters.flatMap(\.community.members).map { OrganizationName.key($0.name) }).count
        let asked = indicators.compactMap(\.questions)
        questions =
            asked.isEmpty
            ? nil
            : CommunityIndicators.Questions(
                open: asked.map(\.open).reduce(0, +), partly: asked.map(\.partly).reduce(0, +),
                closed: asked.map(\.closed).reduce(0, +))
        adoptions = indicators.map { $0.adoptions.organizationalForms + $0.adoptions.managementModels }.reduce(0, +)
        partnerships = indicators.map(\.partnerships.new).reduce(0, +)
        interventions = indicators.map(\.interventions.done).reduce(0, +)
        plannedInterventions = indicators.map(\.interventions.planned).reduce(0, +)
    }
}
