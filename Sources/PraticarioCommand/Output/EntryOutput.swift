import Praticario
import PraticarioSystem
import PraticarioCorpus
import PraticarioSearch

/// `show --format json`: the whole sheet, with the labels of its codes.
struct EntryOutput: Encodable {
    let version = outputVersion
    let entry: Entry
    let labels: Labels

    struct Labels: Encodable {
        let kind: LocalizedText
        let themes: [NamedOutput]
        let targetGroups: [NamedOutput]
        let territories: [NamedOutput]
    }

    init(_ entry: Entry, _ values: FacetValues) {
        self.entry = entry
        labels = Labels(
            kind: entry.kind.label,
            themes: entry.themes.map { NamedOutput($0, .theme, values) },
            targetGroups: entry.targetGroups.map { NamedOutput($0, .targetGroup, values) },
            territories: entry.territories.map { NamedOutput($0, .territory, values) })
    }
}
