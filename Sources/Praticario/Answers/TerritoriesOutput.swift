public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// `territories --format json`.
public struct TerritoriesOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let territories: [TerritoryOutput]

    public struct TerritoryOutput: Codable, Hashable, Sendable {
        public let code: String
        public let name: String
        public let alternativeNames: [String]
        public let level: String
        public let parent: String?
        public let sigla: String?
        public let cadastralCode: String?
        public let validFrom: String?
        public let validTo: String?
        public let successors: [String]
        public let population: Int?
        public let sheets: Int
    }

    public init(_ territories: [Territory], _ counts: [String: Int]) {
        self.territories = territories.map { territory in
            TerritoryOutput(
                code: territory.code, name: territory.name, alternativeNames: territory.alternativeNames,
                level: territory.level.rawValue, parent: territory.parent, sigla: territory.sigla,
                cadastralCode: territory.cadastralCode, validFrom: territory.validFrom, validTo: territory.validTo,
                successors: territory.successors, population: territory.population, sheets: counts[territory.code] ?? 0)
        }
    }
}
