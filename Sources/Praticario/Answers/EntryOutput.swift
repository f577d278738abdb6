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

    /// The values are those of the knowledge base that the sheet is from: `Snapshot.values`.
    public init(_ entry: Entry, _ values: FacetValues) {
        self.entry = entry
        labels = Labels(
            kind: entry.kind.label,
            themes: entry.themes.map { NamedOutput($0, .theme, values) },
            targetGroups: entry.targetGroups.map { NamedOutput($0, .targetGroup, values) },
            territories: entry.territories.map { NamedOutput($0, .territory, values) })
    }
}
