import PraticarioCorpus

/// From an idea by way of a solution to an intervention, and to the practice that tells it, as far as sheets say it.
public struct KnowledgeChain: Codable, Hashable, Sendable {
    /// What the intervention is called.
    public let intervention: String
    /// The line of the community's file on which it begins.
    public let line: Int
    /// The ids of the ideas that it names, and of those that its sheets answer or derive from.
    public let ideas: [String]
    /// The ids of the solutions that it names.
    public let solutions: [String]
    /// The ids of the practices and experiences that tell it.
    public let practices: [String]
    /// Whether no step is missing, also none that the readers may not know by name.
    public let isComplete: Bool

    /// Whether there is any step before or after the intervention.
    var isTraceable: Bool { !ideas.isEmpty || !solutions.isEmpty || !practices.isEmpty }

    /// With the names of these sheets alone.
    func naming(_ isShown: (String) -> Bool) -> KnowledgeChain {
        KnowledgeChain(
            intervention: intervention, line: line, ideas: ideas.filter(isShown), solutions: solutions.filter(isShown),
            practices: practices.filter(isShown), isComplete: isComplete)
    }
}

extension KnowledgeChain {
    /// Of every intervention that began or is concluded, in the order of the file.
    ///
    /// - Parameter sheets: those that the community refers to, and those that these refer to, by their ids.
    static func all(_ community: Community, _ sheets: [String: Entry]) -> [KnowledgeChain] {
        community.outcomes.filter { $0.kind == .intervention && $0.isDone }.map { outcome in
            let origins = outcome.sheets.compactMap { sheets[$0] }
            let before = origins.flatMap(\.relations).filter { $0.kind == .derivesFrom || $0.kind == .answers }
            let ideas = (origins + before.compactMap { sheets[$0.target] }).filter { $0.kind == .idea }.map(\.id)
            let practices = outcome.toldBy.compactMap { sheets[$0] }.filter {
                $0.kind == .practice || $0.kind == .experience
            }
            let solutions = origins.filter { $0.kind == .solution }.map(\.id)
            return KnowledgeChain(
                intervention: outcome.title, line: outcome.line, ideas: unique(ideas), solutions: unique(solutions),
                practices: unique(practices.map(\.id)),
                isComplete: !ideas.isEmpty && !solutions.isEmpty && !practices.isEmpty)
        }
    }

    private static func unique(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }
}

/// A form or a model that was taken up where its sheet is not from.
public struct TerritoryCrossing: Codable, Hashable, Sendable {
    /// What was taken up.
    public let adoption: String
    /// The line of the community's file on which it begins.
    public let line: Int
    /// The codes of the territories of the sheets from which it comes.
    public let from: [String]
    /// The codes of the territories in which it was taken up.
    public let to: [String]
    /// Whether none of the one contains, or lies in, any of the others.
    public let isElsewhere: Bool
}

extension TerritoryCrossing {
    /// Of every adoption that began or is concluded and says both, in the order of the file.
    static func all(
        _ community: Community, _ sheets: [String: Entry], _ territories: TerritoryRegister
    ) -> [TerritoryCrossing] {
        community.outcomes.filter { $0.kind == .adoption && $0.isDone }.compactMap { outcome in
            let from = Set(outcome.sheets.compactMap { sheets[$0] }.flatMap(\.territories)).sorted()
            guard !outcome.territories.isEmpty, !from.isEmpty else { return nil }
            return TerritoryCrossing(
                adoption: outcome.title, line: outcome.line, from: from, to: outcome.territories,
                isElsewhere: outcome.territories.allSatisfy { here in
                    from.allSatisfy { !territories.overlaps(here, $0) }
                })
        }
    }
}
