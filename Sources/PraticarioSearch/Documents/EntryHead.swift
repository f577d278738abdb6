public import PraticarioCorpus

/// What lists of sheets show of each: as much of an entry as can be had without reading all of it.
public struct EntryHead: Codable, Hashable, Sendable, Identifiable {
    /// A slug, the same for as long as the sheet lives.
    public var id: String
    /// Practice, experience, idea or solution.
    public var kind: EntryKind
    /// Plain text.
    public var title: String
    /// One sentence or two, plain text.
    public var summary: String?
    /// How far the sheet is on its way to the public.
    public var publication: Publication
    /// Invented, to show how a sheet is written.
    public var isExample: Bool
    /// Some value was wrong or is missing.
    public var isIncomplete: Bool
    /// Ids, in the order of the sheet.
    public var themes: [String]
    /// Codes, in the order of the sheet.
    public var territories: [String]
    /// The name of the body that runs it.
    public var organization: String?
    /// As written; `nil` means internal use.
    public var licence: String?
    /// Where the sheet is written.
    public var origin: Origin

    package init(
        id: String, kind: EntryKind, title: String, summary: String?, publication: Publication, isExample: Bool,
        isIncomplete: Bool, themes: [String], territories: [String], organization: String?, licence: String?,
        origin: Origin
    ) {
        (self.id, self.kind, self.title, self.summary) = (id, kind, title, summary)
        (self.publication, self.isExample, self.isIncomplete) = (publication, isExample, isIncomplete)
        (self.themes, self.territories, self.organization) = (themes, territories, organization)
        (self.licence, self.origin) = (licence, origin)
    }

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
