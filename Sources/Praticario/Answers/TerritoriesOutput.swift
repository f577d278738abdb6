public import PraticarioCorpus

/// `territories --format json`.
public struct TerritoriesOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// In the order in which they were given.
    public let territories: [TerritoryOutput]

    /// A territory, with how often it occurs; its keys are those of `Territory`.
    public struct TerritoryOutput: Codable, Hashable, Sendable {
        /// ISTAT's, as text, or `area-` and an id.
        public let code: String
        /// As the register writes it.
        public let name: String
        /// Bilingual, former and everyday names.
        public let alternativeNames: [String]
        /// A `TerritoryLevel`, such as `municipality`.
        public let level: String
        /// The code of what contains it; `nil` for Italy, and for an area that states none.
        public let parent: String?
        /// Car plate letters, of a second-level unit and of its comuni.
        public let sigla: String?
        /// Of a comune: `D643`.
        public let cadastralCode: String?
        /// ISO 8601; `nil` where not bounded.
        public let validFrom: String?
        /// ISO 8601; `nil` for what still exists.
        public let validTo: String?
        /// The codes of what a suppressed territory became.
        public let successors: [String]
        /// The codes that it had before, which go on naming it.
        public let formerCodes: [String]
        /// Residents; `nil` where not known.
        public let population: Int?
        /// How many sheets are from there, or from something inside.
        public let sheets: Int
    }

    /// With the numbers of sheets by code, as `Snapshot.counts(of:)` gives them.
    public init(_ territories: [Territory], _ counts: [String: Int]) {
        self.territories = territories.map { territory in
            TerritoryOutput(
                code: territory.code, name: territory.name, alternativeNames: territory.alternativeNames,
                level: territory.level.rawValue, parent: territory.parent, sigla: territory.sigla,
                cadastralCode: territory.cadastralCode, validFrom: territory.validFrom, validTo: territory.validTo,
                successors: territory.successors, formerCodes: territory.formerCodes, population: territory.population,
                sheets: counts[territory.code] ?? 0)
        }
    }
}
