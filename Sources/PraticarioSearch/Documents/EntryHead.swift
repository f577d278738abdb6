public import PraticarioCorpus

/// What lists of sheets show of each: as much of an entry as can be had without reading all of it.
public struct EntryHead: Codable, Hashable, Sendable, Identifiable {
    /// As in `Entry`, likewise the others.
    public var id: String
    public var kind: EntryKind
    public var title: String
    public var summary: String?
    public var publication: Publication
    public var isExample: Bool
    public var isIncomplete: Bool
    public var themes: [String]
    public var territories: [String]
    /// The name of the body that runs it.
    public var organization: String?
    public var licence: String?
    public var origin: Origin

    /// The head of a whole sheet.
    public init(_ entry: Entry) {
        id = entry.id
        kind = entry.kind
        title = entry.title
        summary = entry.summary
        publication = entry.publication
        isExample = entry.isExample
        isIncomplete = entry.isIncomplete
        themes = entry.themes
        territories = entry.territories
        organization = entry.organization?.name
        licence = entry.licence
        origin = entry.origin
    }
}
