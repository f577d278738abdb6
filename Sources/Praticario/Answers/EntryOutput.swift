public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// `show --format json`: the whole sheet, with the labels of its codes.
public struct EntryOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let entry: Entry
    public let labels: Labels

    public struct Labels: Codable, Hashable, Sendable {
        public let kind: LocalizedText
        public let themes: [NamedOutput]
        public let targetGroups: [NamedOutput]
        public let territories: [NamedOutput]
    }

    public init(_ entry: Entry, _ values: FacetValues) {
        self.entry = entry
        labels = Labels(
            kind: entry.kind.label,
            themes: entry.themes.map { NamedOutput($0, .theme, values) },
            targetGroups: entry.targetGroups.map { NamedOutput($0, .targetGroup, values) },
            territories: entry.territories.map { NamedOutput($0, .territory, values) })
    }
}
