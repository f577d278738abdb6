public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// `show --format json`: the whole sheet, with the labels of its codes.
public struct EntryOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// With its internal notes.
    public let entry: Entry
    /// What readers see in place of its codes.
    public let labels: Labels
    /// The meetings of communities at which it was shared.
    public let shared: [SharingOutput]
    /// Who took it up in communities; the sheet's own adoptions stand in the sheet.
    public let takenUp: [AdoptionOutput]

    /// A meeting at which the sheet was shared.
    public struct SharingOutput: Codable, Hashable, Sendable {
        /// The title of the community.
        public let community: String
        /// From 1.
        public let meeting: Int?
        /// ISO 8601, as much as is known.
        public let date: String?
    }

    /// A body that took the sheet up.
    public struct AdoptionOutput: Codable, Hashable, Sendable {
        /// Who.
        public let by: String?
        /// What the outcome is called.
        public let title: String
        /// ISO 8601, as much as is known.
        public let date: String?
        /// The title of the community.
        public let community: String
    }

    /// Labels of what a sheet names by codes, in the order of the sheet.
    public struct Labels: Codable, Hashable, Sendable {
        /// Practice, experience, idea or solution.
        public let kind: LocalizedText
        /// By their ids.
        public let themes: [NamedOutput]
        /// By their ids.
        public let targetGroups: [NamedOutput]
        /// By their codes.
        public let territories: [NamedOutput]
    }

    /// The values are those of the knowledge base that the sheet is from: `Snapshot.values`; so are the uses.
    public init(_ entry: Entry, _ values: FacetValues, _ uses: SheetUses) {
        self.entry = entry
        shared = uses.shared.map {
            SharingOutput(community: $0.community, meeting: $0.meeting, date: $0.date?.iso8601)
        }
        takenUp = uses.adoptions.map {
            AdoptionOutput(by: $0.by, title: $0.title, date: $0.date?.iso8601, community: $0.community)
        }
        labels = Labels(
            kind: entry.kind.label,
            themes: entry.themes.map { NamedOutput($0, .theme, values) },
            targetGroups: entry.targetGroups.map { NamedOutput($0, .targetGroup, values) },
            territories: entry.territories.map { NamedOutput($0, .territory, values) })
    }
}
