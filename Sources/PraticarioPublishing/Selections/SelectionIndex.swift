import PraticarioCorpus
import PraticarioSearch

/// Where each theme and each region of a selection is spoken of.
struct SelectionIndex {
    struct Heading {
        /// The id of a theme, the code of a territory.
        let key: String
        let label: String
        let items: [Selection.Item]
    }

    /// By their labels.
    let themes: [Heading]
    /// The regions in the order of their codes, north to south; then what is in no region, such as Italia.
    let territories: [Heading]

    init(_ selection: Selection) {
        let register = selection.values.vocabularies.territories
        var byTheme: [String: [Selection.Item]] = [:]
        var byTerritory: [String: [Selection.Item]] = [:]
        for item in selection.items {
            for theme in item.themes { byTheme[theme, default: []].append(item) }
            for code in Self.regions(of: item, register) { byTerritory[code, default: []].append(item) }
        }
        themes = byTheme.map { key, items in
            Heading(key: key, label: selection.labels([key], .theme)[0], items: items)
        }.sorted { ($0.label.lowercased(), $0.key) < ($1.label.lowercased(), $1.key) }
        func isRegion(_ key: String) -> Bool { register[key]?.level == .region }
        territories = byTerritory.map { key, items in
            Heading(key: key, label: register[key]?.name ?? key, items: items)
        }.sorted { (isRegion($0.key) ? 0 : 1, $0.key) < (isRegion($1.key) ? 0 : 1, $1.key) }
    }

    /// The regions that an item's territories lie in; those above the regions as themselves.
    static func regions(of item: Selection.Item, _ register: TerritoryRegister) -> [String] {
        var codes: [String] = []
        for code in item.territories {
            let path = register.position(of: code).map(register.pathToTop) ?? []
            let region = path.first { register.level(of: $0) == .region }.map { register.code(of: $0) }
            if !codes.contains(region ?? code) { codes.append(region ?? code) }
        }
        return codes
    }
}
