import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// All themes that have sheets, each with those below it, and the target groups.
struct ThemesPage: Page {
    static let template = "themes"

    let title: String
    let groups: [Group]

    struct Group: Sendable {
        let label: String
        let values: [Node]
    }

    struct Node: Sendable {
        let link: PageLink
        /// What belongs to it.
        let note: String?
        let children: [Node]
    }

    init(_ snapshot: Snapshot, _ language: Language) throws {
        title = language.say("Temi", "Themes")
        let answer = try snapshot.search("", .counts(of: [.theme, .targetGroup]))
        groups = [
            (Facet.theme, snapshot.vocabularies.themes), (.targetGroup, snapshot.vocabularies.targetGroups),
        ].map { facet, scheme in
            let counts = Dictionary((answer.facets[facet] ?? []).map { ($0.key, $0.count) }) { first, _ in first }
            func nodes(_ positions: [Int]) -> [Node] {
                positions.compactMap { position in
                    let concept = scheme.concepts[position]
                    return counts[concept.id].map { count in
                        Node(
                            link: PageLink(
                                label: concept.prefLabel[language],
                                address: SearchState().adding(concept.id, to: facet).address, count: count),
                            note: concept.scopeNote, children: nodes(scheme.narrower(of: position)))
                    }
                }
            }
            return Group(label: facet.label[language], values: nodes(scheme.topConcepts))
        }
    }
}

/// The regions on a map and in a list, each with its provinces.
struct TerritoriesPage: Page {
    static let template = "territories"

    let title: String
    let map: String
    let regions: [Region]
    /// Sheets for the whole country, which are on no map.
    let nationwide: PageLink?

    struct Region: Sendable {
        let link: PageLink
        let provinces: [PageLink]
    }

    init(_ snapshot: Snapshot, _ language: Language) throws {
        title = language.say("Territori", "Territories")
        let register = snapshot.vocabularies.territories
        let counts = try snapshot.counts(of: .territory)
        func link(_ position: Int) -> PageLink {
            let code = register.code(of: position)
            return PageLink(
                label: register.territories[position].name,
                address: SearchState().adding(code, to: .territory).address, count: counts[code])
        }
        // Comuni are thousands, and not on this page.
        let positions = counts.keys.compactMap(register.position)
            .filter { [.country, .region, .province].contains(register.level(of: $0)) }
            .sorted { register.territories[$0].name < register.territories[$1].name }
        regions = positions.filter { register.level(of: $0) == .region }.map { region in
            let provinces = positions.filter {
                register.level(of: $0) == .province && register.pathToTop(from: $0).contains(region)
            }
            return Region(link: link(region), provinces: provinces.map(link))
        }
        nationwide = positions.first { register.level(of: $0) == .country }.map(link)
        map = HTMLFragments(.web(snapshot, language)) { _ in nil }.map(counts) { code in
            SearchState().adding(code, to: .territory).address
        }
    }
}

/// What went wrong, in a sentence, with the way back.
struct ProblemPage: Page {
    static let template = "problem"

    let title: String
    let text: String
    let isMissing: Bool

    init(text: String, isMissing: Bool, language: Language) {
        self.text = text
        self.isMissing = isMissing
        title = isMissing ? language.say("Non trovata", "Not found") : language.say("Errore", "Error")
    }
}
