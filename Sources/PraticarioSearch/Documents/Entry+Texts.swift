package import PraticarioCorpus
import PraticarioSystem

/// A sheet as the texts that are searched.
extension Entry {
    package func texts(in field: TextField, _ vocabularies: Vocabularies) -> [String] {
        switch field {
        case .title: [title]
        case .summary: words(in: .summary)
        case .labels: vocabularies.labels(themes: themes, targetGroups: targetGroups, territories: territories)
        case .names: words(in: .names)
        case .details: words(in: .details) + ownHeadings
        case .body: sections.map(\.text).filter { !$0.isEmpty }
        }
    }

    /// Those that are not the same in all sheets.
    private var ownHeadings: [String] {
        sections.map(\.title).filter { StandardSection(named: $0) == nil && !$0.isEmpty }
    }
}
