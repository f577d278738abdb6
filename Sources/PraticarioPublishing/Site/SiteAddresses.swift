import PraticarioSearch

/// Where the pages of a site are, from its top folder; `nil` for what has none.
struct SiteAddresses: Sendable {
    private let sheets: FileNames
    private let themes: FileNames
    private let territories: FileNames
    private let collections: FileNames

    init(_ choice: Choice, _ index: ChoiceIndex) {
        collections = FileNames(choice.collections.compactMap(\.id))
        sheets = FileNames(choice.heads.map(\.id))
        themes = FileNames(index.themes.map(\.key))
        territories = FileNames(index.territories.map(\.key))
    }

    func sheet(_ id: String) -> String? { sheets[id].map { "schede/\($0).html" } }
    /// The folder of its pictures and papers.
    func files(_ id: String) -> String? { sheets[id].map { "schede/\($0)" } }
    func collection(_ id: String) -> String? { collections[id].map { "raccolte/\($0).html" } }
    func theme(_ id: String) -> String? { themes[id].map { "temi/\($0).html" } }
    func territory(_ code: String) -> String? { territories[code].map { "territori/\($0).html" } }
}
