import PraticarioCorpus
import PraticarioStatistics

/// What the chapters of a report add up to. What only some of them know is the sum of those; `nil` where none does.
public struct Totals: Codable, Hashable, Sendable {
    /// Meetings that were held.
    public let held: Int
    /// Meetings that were planned, of all communities; `nil` where the plan does not say.
    public let plannedMeetings: Int?
    /// Different bodies; `nil` where no community lists any.
    public let members: Int?
    /// Questions of all communities; `nil` where none lists any.
    public let questions: CommunityIndicators.Questions?
    /// Communities whose self-assessed gain can be shown.
    public let measuredGains: Int
    /// New forms and models, begun or concluded.
    public let adoptions: Int
    /// Of these, taken up where their sheet is not from; `nil` where none says both territories.
    public let adoptionsElsewhere: Int?
    /// How many say both territories.
    public let adoptionsSayingWhere: Int
    /// New partnerships, begun or concluded.
    public let partnerships: Int
    /// Of these, with a public administration; `nil` where none says whether it is.
    public let partnershipsWithAdministration: Int?
    /// How many say whether a public administration is one of the parties.
    public let partnershipsSayingWhether: Int
    /// Pairs of bodies that work together and did not at the start, each community by itself.
    public let newPairs: Int
    /// Interventions that began or are concluded.
    public let interventions: Int
    /// Interventions that are agreed and not begun.
    public let plannedInterventions: Int
    /// Interventions begun or concluded that a practice or an experience tells.
    public let toldInterventions: Int
    /// Interventions that can be followed from an idea by way of a solution to a practice.
    public let completeChains: Int

    init(_ chapters: [Report.Chapter]) {
        let indicators = chapters.map(\.indicators)
        func sum(_ number: (CommunityIndicators) -> Int) -> Int { indicators.map(number).reduce(0, +) }
        func known(_ number: (CommunityIndicators) -> Int?) -> Int? {
            let numbers = indicators.compactMap(number)
            return numbers.isEmpty ? nil : numbers.reduce(0, +)
        }
        held = sum { $0.meetings.held }
        let planned = indicators.map(\.meetings.planned)
        plannedMeetings = planned.contains(nil) || planned.isEmpty ? nil : planned.compactMap { $0 }.reduce(0, +)
        let bodies = Set(chapters.flatMap(\.community.members).map { OrganizationName.key($0.name) })
        members = bodies.isEmpty ? nil : bodies.count
        let asked = indicators.compactMap(\.questions)
        questions =
            asked.isEmpty
            ? nil
            : CommunityIndicators.Questions(
                open: asked.map(\.open).reduce(0, +), partly: asked.map(\.partly).reduce(0, +),
                closed: asked.map(\.closed).reduce(0, +))
        measuredGains = chapters.count { $0.gain?.gain?.gain != nil }
        adoptions = sum { $0.adoptions.done }
        adoptionsElsewhere = known { $0.adoptions.acrossTerritories }
        adoptionsSayingWhere = sum { $0.adoptions.sayingWhere }
        partnerships = sum { $0.partnerships.new }
        partnershipsWithAdministration = known { $0.partnerships.withAdministration }
        partnershipsSayingWhether = sum { $0.partnerships.sayingWhether }
        newPairs = sum { $0.partnerships.newEdges }
        interventions = sum { $0.interventions.done }
        plannedInterventions = sum { $0.interventions.planned }
        toldInterventions = sum { $0.knowledge.chains.told }
        completeChains = sum { $0.knowledge.chains.complete }
    }
}
