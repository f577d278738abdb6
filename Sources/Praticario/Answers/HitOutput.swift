public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// A hit, as every command's JSON writes it.
public struct HitOutput: Codable, Hashable, Sendable {
    public let id: String
    public let title: String
    public let kind: String
    public let summary: String?
    public let publication: String
    public let example: Bool
    public let incomplete: Bool
    public let themes: [NamedOutput]
    public let territories: [NamedOutput]
    public let organization: String?
    public let path: String
    public let row: Int?
    public let score: Double
    public let hasAllWords: Bool
    public let inPlace: Bool
    public let explanation: [SearchOutput.ExplanationOutput]?
    public let titleFragments: [SearchOutput.FragmentOutput]
    public let snippet: [SearchOutput.FragmentOutput]

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
                    text: part.text, exact: part.isExact, occurrences: Double(part.frequency) / 10,
                    sheets: part.sheets, value: part.value)
            }
        titleFragments = hit.title.map(SearchOutput.FragmentOutput.init)
        snippet = hit.snippet.map(SearchOutput.FragmentOutput.init)
    }
}
