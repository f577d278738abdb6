public import PraticarioCorpus
import PraticarioStatistics

extension CommunityIndicators {
    /// Counts what a community's file says.
    ///
    /// - Parameters:
    ///   - community: read and checked.
    ///   - plan: of the programme; `nil` where there is none.
    ///   - sheets: those that the community refers to, those that these refer to, and those that name the community, by
    ///     their ids.
    ///   - register: the territories of the knowledge base.
    public init(
        _ community: Community, plan: Programme.Plan?, sheets: [String: Entry], territories register: TerritoryRegister
    ) {
        let held = community.meetings.filter { $0.status == .held }
        meetings = Meetings(
            planned: plan?.meetings, plannedOnline: plan?.online, plannedInPerson: plan?.inPerson, held: held.count,
            heldOnline: held.count { $0.mode == .online }, heldInPerson: held.count { $0.mode == .inPerson },
            cancelled: community.meetings.count { $0.status == .cancelled },
            toCome: community.meetings.count { $0.status == .planned || $0.status == nil })
        participation = Self.participation(community, held)
        let placed = community.members.compactMap(\.territory)
        let reached = community.outcomes.filter(\.isDone).flatMap(\.territories)
        territories = Territories(
            placedMembers: placed.count, memberRegions: register.regions(of: placed),
            memberProvinces: register.above(placed, .province), outcomeRegions: register.regions(of: reached),
            namedRegions: register.regions(of: community.territories))
        let statuses = community.questions.map { $0.status ?? .open }
        questions =
            statuses.isEmpty
            ? nil
            : Questions(
                open: statuses.count { $0 == .open }, partly: statuses.count { $0 == .partly },
                closed: statuses.count { $0 == .closed })
        adoptions = Self.adoptions(community, sheets, register)
        partnerships = Self.partnerships(community)
        interventions = Self.interventions(community, sheets)
        knowledge = Self.knowledge(community, held, sheets, register)
        cycles = Self.counted(community.outcomes.compactMap(\.reachedCycle))
        withoutCycle = community.outcomes.count { $0.reachedCycle == nil }
    }

    private static func counted<Key>(_ keys: [Key]) -> [Key: Int] {
        Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
    }

    private static func participation(_ community: Community, _ held: [Meeting]) -> Participation {
        let members = Set(community.members.map { OrganizationName.key($0.name) })
        func bodies(_ meetings: [Meeting]) -> Set<String>? {
            let names = meetings.flatMap(\.organizations)
            return names.isEmpty ? nil : Set(names.map(OrganizationName.key))
        }
        let inTime = held.enumerated().sorted { one, other in
            (one.element.date?.months ?? .infinity, one.offset) < (
                other.element.date?.months ?? .infinity, other.offset
            )
        }.map(\.element)
        let people = held.compactMap(\.people)
        return Participation(
            members: members.isEmpty ? nil : members.count,
            present: members.isEmpty ? nil : bodies(held).map { $0.intersection(members).count },
            attendance: inTime.map { meeting in
                let there = bodies([meeting])
                return Participation.Attendance(
                    number: meeting.number, date: meeting.date, people: meeting.people, organizations: there?.count,
                    members: members.isEmpty ? nil : there.map { $0.intersection(members).count },
                    sheets: Set(meeting.sheets).count)
            },
            meanPeople: people.isEmpty ? nil : Double(people.reduce(0, +)) / Double(people.count))
    }

    private static func adoptions(
        _ community: Community, _ sheets: [String: Entry], _ territories: TerritoryRegister
    ) -> Adoptions {
        let all = community.outcomes.filter { $0.kind == .adoption }
        let done = all.filter(\.isDone)
        let crossings = TerritoryCrossing.all(community, sheets, territories)
        return Adoptions(
            organizationalForms: done.count { $0.what == .organizationalForm },
            managementModels: done.count { $0.what == .managementModel }, unspecified: done.count { $0.what == nil },
            planned: all.count { $0.status == .planned },
            acrossTerritories: crossings.isEmpty ? nil : crossings.count(where: \.isElsewhere),
            sayingWhere: crossings.count)
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
        let (administrations, acts) = (done.compactMap(\.isWithAdministration), done.compactMap(\.isFormal))
        return Partnerships(
            new: done.count, planned: all.count { $0.status == .planned },
            withAdministration: administrations.isEmpty ? nil : administrations.count { $0 },
            sayingWhether: administrations.count, formal: acts.isEmpty ? nil : acts.count { $0 },
            sayingFormal: acts.count, newEdges: after.edges(newSince: before).count, before: before, after: after)
    }

    private static func interventions(_ community: Community, _ sheets: [String: Entry]) -> Interventions {
        let all = community.outcomes.filter { $0.kind == .intervention }
        let done = all.filter(\.isDone)
        let themes = done.map { outcome in
            Set((outcome.sheets + outcome.toldBy).compactMap { sheets[$0] }.flatMap(\.themes))
        }
        return Interventions(
            planned: all.count { $0.status == .planned }, started: all.count { $0.status == .started },
            concluded: all.count { $0.status == .concluded }, unstated: all.count { $0.status == nil },
            byTheme: counted(themes.flatMap { $0 }), withoutTheme: themes.count(where: \.isEmpty),
            byTerritory: counted(done.flatMap(\.territories)), byTargetGroup: counted(done.flatMap(\.targetGroups)))
    }

    private static func knowledge(
        _ community: Community, _ held: [Meeting], _ sheets: [String: Entry], _ territories: TerritoryRegister
    ) -> Knowledge {
        let named = Set(held.flatMap(\.sheets))
        let shared = named.compactMap { sheets[$0] }
        let used = Set(community.outcomes.filter(\.isDone).flatMap(\.sheets))
        let produced = sheets.values.count { $0.community.map(community.isNamed) ?? false }
        let chains = KnowledgeChain.all(community, sheets)
        return Knowledge(
            shared: named.isEmpty ? nil : shared.count, byKind: counted(shared.map(\.kind)),
            byTheme: counted(shared.flatMap { Set($0.themes) }),
            byRegion: counted(shared.flatMap { territories.regions(of: $0.territories) }),
            reused: shared.count { used.contains($0.id) }, produced: produced == 0 ? nil : produced,
            chains: Knowledge.Chains(
                interventions: chains.count, traceable: chains.count(where: \.isTraceable),
                fromIdea: chains.count { !$0.ideas.isEmpty }, fromSolution: chains.count { !$0.solutions.isEmpty },
                told: chains.count { !$0.practices.isEmpty }, complete: chains.count(where: \.isComplete)))
    }
}

extension Outcome {
    /// The cycle that the file states, else the one that follows from kind and status: what is planned is knowledge that may
    /// be of use (potential), what began is a change of what people do (applied), an intervention that is concluded made
    /// something better (realized); `nil` where the file states neither.
    public var reachedCycle: ValueCycle? {
        if let cycle { return cycle }
        switch status {
        case nil: return nil
        case .planned: return .potential
        case .started: return .applied
        case .concluded: return kind == .intervention ? .realized : .applied
        }
    }
}

extension TerritoryRegister {
    /// Whether one of two territories contains the other, or both are one.
    func overlaps(_ one: String, _ other: String) -> Bool {
        guard let a = position(of: one), let b = position(of: other) else { return one == other }
        return pathToTop(from: a).contains(b) || pathToTop(from: b).contains(a)
    }
}
