import PraticarioCorpus
import PraticarioSearch

/// Where each theme and each region of a choice is spoken of.
struct ChoiceIndex {
    struct Heading: Sendable {
        /// The id of a theme, the code of a territory.
        let key: String
        let label: String
        let heads: [EntryHead]
    }

    /// By their labels.
    let themes: [Heading]
    /// The regions in the order of their codes, north to south; then what is in no region, such as Italia.
    let territories: [Heading]

    init(_ choice: Choice, _ edition: Edition) {
        let register = edition.values.vocabularies.territories
        var byTheme: [String: [EntryHead]] = [:]
        var byTerritory: [String: [EntryHead]] = [:]
        for head in choice.heads {
            for theme in head.themes { byTheme[theme, default: []].append(head) }
            for code in Self.regions(of: head.territories, register) { byTerritory[code, default: []].append(head) }
        }
        themes = byTheme.map { key, heads in
            Heading(key: key, label: edition.labels([key], .theme)[0], heads: heads)
        }.sorted { ($0.label.lowercased(), $0.key) < ($1.label.lowercased(), $1.key) }
        func isRegion(_ key: String) -> Bool { register[key]?.level == .region }
        territories = byTerritory.map { key, heads in
            Heading(key: key, label: register[key]?.name ?? key, heads: heads)
        }.sorted { (isRegion($0.key) ? 0 : 1, $0.key) < (isRegion($1.key) ? 0 : 1, $1.key) }
    }

    /// The regions that territories lie in; those above the regions as themselves.
    static func regions(of territories: [String], _ register: TerritoryRegister) -> [String] {
        var codes: [String] = []
        for code in territories {
            let path = register.position(of: code).map(register.pathToTop) ?? []
            let region = path.first { register.level(of: $0) == .region }.map { register.code(of: $0) }
            if !codes.contains(region ?? code) { codes.append(region ?? code) }
        }
        return codes
    }
}
