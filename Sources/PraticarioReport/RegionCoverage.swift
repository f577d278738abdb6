import PraticarioCorpus

/// What a programme reached in one region.
public struct RegionCoverage: Codable, Hashable, Sendable {
    /// Its code; `nil` for what lies in none, such as what is for all Italy, or of which nobody says where it is.
    public let region: String?
    /// Different bodies that are members of a community.
    public let members: Int
    /// New forms and models, begun or concluded.
    public let adoptions: Int
    /// New partnerships, begun or concluded.
    public let partnerships: Int
    /// Interventions, begun or concluded.
    public let interventions: Int

    /// Everything that began or is concluded.
    public var outcomes: Int { adoptions + partnerships + interventions }
}

extension RegionCoverage {
    /// Every region in which there is anything, by its code, what lies in none at the end.
    ///
    /// What lies in several regions counts once in each of them.
    static func all(_ communities: [Community], _ territories: TerritoryRegister) -> [RegionCoverage] {
        var members: [String?: Set<String>] = [:]
        let bodies = communities.flatMap(\.members)
        for member in bodies {
            for region in territories.regions(of: [member.territory].compactMap { $0 }) {
                members[region, default: []].insert(OrganizationName.key(member.name))
            }
        }
        let placed = Set(members.values.joined())
        members[nil] = Set(bodies.map { OrganizationName.key($0.name) }).subtracting(placed)
        var outcomes: [String?: [OutcomeKind: Int]] = [:]
        for outcome in communities.flatMap(\.outcomes) where outcome.isDone {
            let regions = territories.regions(of: outcome.territories)
            for region in regions.isEmpty ? [nil] : regions.map(Optional.some) {
                outcomes[region, default: [:]][outcome.kind, default: 0] += 1
            }
        }
        let known = Set(members.keys).union(outcomes.keys).compactMap { $0 }.sorted()
        return (known + [nil]).map { (region: String?) in
            func count(_ kind: OutcomeKind) -> Int { outcomes[region]?[kind] ?? 0 }
            return RegionCoverage(
                region: region, members: members[region]?.count ?? 0, adoptions: count(.adoption),
                partnerships: count(.partnership), interventions: count(.intervention))
        }.filter { $0.members + $0.outcomes > 0 }
    }
}

extension TerritoryRegister {
    /// The codes of the regions in which territories lie, sorted, none twice.
    func regions(of codes: [String]) -> [String] {
        above(codes, .region)
    }

    /// The codes of the territories of a level in which these lie, or which they are; sorted, none twice.
    func above(_ codes: [String], _ level: TerritoryLevel) -> [String] {
        let found = codes.compactMap(position).flatMap { position -> [Int] in
            if self.level(of: position) == level { return [position] }
            // A comune that was in a province that is no more is in one only.
            return pathToTop(from: position).filter { above in
                self.level(of: above) == level && (level != .province || !territories[above].isSuppressed)
            }
        }
        return Set(found.map(code)).sorted()
    }
}
