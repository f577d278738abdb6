public import PraticarioCorpus
import PraticarioStatistics

extension CommunityIndicators {
    /// Counts what a community's file says.
    ///
    /// - Parameters:
    ///   - community: read and checked.
    ///   - plan: of the programme; `nil` where there is none.
    ///   - sheets: those that the community refers to, by their ids.
    ///   - territories: of the knowledge base.
    public init(
        _ community: Community, plan: Programme.Plan?, sheets: [String: Entry], territories: TerritoryRegister
    ) {
        let held = community.meetings.filter { $0.status == .held }
        meetings = Meetings(
            planned: plan?.meetings, held: held.count,
            cancelled: community.meetings.count { $0.status == .cancelled },
            toCome: community.meetings.count { $0.status == .planned || $0.status == nil })
        participation = Self.participation(community, held, territories)
        let statuses = community.questions.map { $0.status ?? .open }
        questions =
            statuses.isEmpty
            ? nil
            : Questions(
                open: statuses.count { $0 == .open }, partly: statuses.count { $0 == .partly },
                closed: statuses.count { $0 == .closed })
        adoptions = Self.adoptions(community, sheets, territories)
        partnerships = Self.partnerships(community)
        interventions = Self.interventions(community)
        knowledge = Self.knowledge(community, held, sheets)
        cycles = Dictionary(community.outcomes.map { ($0.reachedCycle, 1) }, uniquingKeysWith: +)
    }

    private static func participation(
        _ community: Community, _ held: [Meeting], _ territories: TerritoryRegister
    ) -> Participation {
        let members = Set(community.members.map { OrganizationName.key($0.name) })
        let present = Set(held.flatMap(\.organizations).map(OrganizationName.key))
        let people = held.map(\.people)
        let known = people.compactMap { $0 }
        return Participation(
            members: members.count, present: present.isEmpty ? nil : present.intersection(members).count,
            people: people,
            meanPeople: known.isEmpty ? nil : Double(known.reduce(0, +)) / Double(known.count),
            regions: territories.regions(of: community.members.compactMap(\.territory)))
    }

    private static func adoptions(
        _ community: Community, _ sheets: [String: Entry], _ territories: TerritoryRegister
    ) -> Adoptions {
        let all = community.outcomes.filter { $0.kind == .adoption }
        let done = all.filter(\.isDone)
        return Adoptions(
            organizationalForms: done.count { $0.what == .organizationalForm },
            managementModels: done.count { $0.what == .managementModel },
            planned: all.count { $0.status == .planned },
            acrossTerritories: done.count { outcome in
                let origins = outcome.sheets.compactMap { sheets[$0] }.flatMap(\.territories)
                guard !outcome.territories.isEmpty, !origins.isEmpty else { return false }
                return outcome.territories.allSatisfy { here in
                    origins.allSatisfy { !territories.overlaps(here, $0) }
                }
            })
    }

    private static func partnerships(_ community: Community) -> Partnerships {
        func keys(_ names: [String]) -> [String] { names.map(OrganizationName.key) }
        let all = community.outcomes.filter { $0.kind == .partnership }
        let done = all.filter(\.isDone)
        let earlier = community.earlierPartnerships.map { keys($0.parties) }
        let parties = done.map { keys($0.parties) }
        let bodies = keys(community.members.map(\.name)) + earlier.joined()
        let before = CollaborationNetwork(bodies: bodies, groups: earlier)
        let after = CollaborationNetwork(bodies: bodies, groups: earlier + parties)
        let known = done.compactMap(\.isWithAdministration)
        return Partnerships(
            new: done.count, planned: all.count { $0.status == .planned },
            withAdministration: known.isEmpty ? nil : known.count { $0 }, sayingWhether: known.count,
            newEdges: after.edges(newSince: before).count, before: before, after: after)
    }

    private static func interventions(_ community: Community) -> Interventions {
        let all = community.outcomes.filter { $0.kind == .intervention }
        let done = all.filter(\.isDone)
        return Interventions(
            planned: all.count { $0.status == .planned }, started: all.count { $0.status == .started },
            concluded: all.count { $0.status == .concluded },
            byTerritory: Dictionary(done.flatMap(\.territories).map { ($0, 1) }, uniquingKeysWith: +),
            byTargetGroup: Dictionary(done.flatMap(\.targetGroups).map { ($0, 1) }, uniquingKeysWith: +))
    }

    private static func knowledge(
        _ community: Community, _ held: [Meeting], _ sheets: [String: Entry]
    ) -> Knowledge {
        let shared = Set(held.flatMap(\.sheets)).compactMap { sheets[$0] }
        let done = community.outcomes.filter { $0.kind == .intervention && $0.isDone }
        func has(_ ids: [String], _ kinds: Set<EntryKind>) -> Bool {
            ids.contains { sheets[$0].map { kinds.contains($0.kind) } ?? false }
        }
        return Knowledge(
            shared: shared.count, byKind: Dictionary(shared.map { ($0.kind, 1) }, uniquingKeysWith: +),
            fromIdeas: done.count { has($0.sheets, [.idea, .solution]) },
            toldAsPractices: done.count { has($0.toldBy, [.practice, .experience]) })
    }
}

extension Outcome {
    /// The cycle that the file states, else the one that follows from kind and status: what is planned is knowledge that may
    /// be of use (potential), what began is a change of what people do (applied), an intervention that is concluded made
    /// something better (realized).
    public var reachedCycle: ValueCycle {
        if let cycle { return cycle }
        guard isDone else { return .potential }
        return kind == .intervention && status == .concluded ? .realized : .applied
    }
}

extension TerritoryRegister {
    /// Whether one of two territories contains the other, or both are one.
    func overlaps(_ one: String, _ other: String) -> Bool {
        guard let a = position(of: one), let b = position(of: other) else { return one == other }
        return pathToTop(from: a).contains(b) || pathToTop(from: b).contains(a)
    }
}
