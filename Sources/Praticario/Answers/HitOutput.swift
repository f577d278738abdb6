import PraticarioCorpus
public import PraticarioSearch

/// A hit, as every command's JSON writes it.
public struct HitOutput: Codable, Hashable, Sendable {
    /// The sheet's own.
    public let id: String
    /// Plain text, without marks.
    public let title: String
    /// An `EntryKind`: `practice`, `experience`, `idea` or `solution`.
    public let kind: String
    /// One sentence or two; `nil` where the sheet has none.
    public let summary: String?
    /// A `Publication`: `draft`, `in_review`, `published` or `archived`.
    public let publication: String
    /// Whether the sheet is invented, to show how one is written.
    public let example: Bool
    /// Whether some value is wrong or missing.
    public let incomplete: Bool
    /// In the order of the sheet.
    public let themes: [NamedOutput]
    /// In the order of the sheet.
    public let territories: [NamedOutput]
    /// The name of the body that runs it.
    public let organization: String?
    /// The file, relative to the knowledge base.
    public let path: String
    /// Of a table, the header being row 1; `nil` for a file of its own.
    public let row: Int?
    /// Comparable within one answer only; 0 for a question without words.
    public let score: Double
    /// Whether the sheet has all the words of the question.
    public let hasAllWords: Bool
    /// Whether it comes from a territory that the words name, and is on the subject.
    public let inPlace: Bool
    /// How the score came about; the values add up to it. `nil` where it was not asked for.
    public let explanation: [SearchOutput.ExplanationOutput]?
    /// Joined they are the title.
    public let titleFragments: [SearchOutput.FragmentOutput]
    /// A stretch of the text; empty where none was asked for.
    public let snippet: [SearchOutput.FragmentOutput]

    /// The values are those of the knowledge base that answered: `Snapshot.values`.
    public init(_ hit: SearchHit, _ values: FacetValues) {
        let head = hit.head
        id = head.id
        title = head.title
        kind = head.kind.rawValue
        summary = head.summary
        publication = head.publication.rawValue
        example = head.isExample
        incomplete = head.isIncomplete
        themes = head.themes.map { NamedOutput($0, .theme, values) }
        territories = head.territories.map { NamedOutput($0, .territory, values) }
        organization = head.organization
        path = head.origin.path
        row = head.origin.row
        score = hit.score
        hasAllWords = hit.hasAllWords
        inPlace = hit.standing.isInPlace
        explanation =
            hit.explanation.isEmpty
            ? nil
            : hit.explanation.map { part in
                SearchOutput.ExplanationOutput(
                    kind: part.kind.rawValue, text: part.text, exact: part.kind == .exact,
                    occurrences: Double(part.frequency) / 10, sheets: part.sheets, value: part.value)
            }
        titleFragments = hit.title.map(SearchOutput.FragmentOutput.init)
        snippet = hit.snippet.map(SearchOutput.FragmentOutput.init)
    }
}
