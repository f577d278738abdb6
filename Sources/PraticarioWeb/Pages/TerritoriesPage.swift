import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// Where the sheets of an answer are: Italy by region, then a region with its provinces and comuni. The list beside the map
/// says all that the map says.
struct TerritoriesPage: Page {
    static let template = "territories"

    let title: String
    /// What is asked beside the territory, each with the map without it.
    let chips: [PageLink]
    let map: String
    /// The region that is looked at; `nil` for the whole of Italy.
    let region: PageLink?
    /// The way back to the whole of Italy.
    let italy: String
    /// The regions of Italy with their provinces, or the provinces of the region with their comuni.
    let places: [Place]
    /// The sheets of all of them, those for the whole country included, which are on no map.
    let nationwide: PageLink?
    /// Of the region, the first ones.
    let hits: [HitView]
    let isEmpty: Bool

    struct Place: Sendable {
        let link: PageLink
        let below: [PageLink]
    }

    static let path = "/territori"
    private static let shownSheets = 6

    /// - Parameter state: what is asked; its territory says where the map is.
    init(_ state: SearchState, _ snapshot: Snapshot, _ language: Language) throws {
        let values = snapshot.values
        let register = snapshot.vocabularies.territories
        let chosen = (state.chosen[.territory] ?? []).compactMap(register.position)
        let here = chosen.lazy.flatMap(register.pathToTop).first { register.level(of: $0) == .region }
        var rest = state.at(page: 1)
        rest.chosen[.territory] = nil
        var asking = rest
        if let here { asking = rest.adding(register.code(of: here), to: .territory) }
        var request = asking.request
        request.limit = here == nil ? 0 : Self.shownSheets
        request.facets = [.territory]
        request.wantsOffers = false
        request.documents = 0
        let answer = try snapshot.search(asking.question(values), request)
        let counts = Dictionary((answer.facets[.territory] ?? []).map { ($0.key, $0.count) }) { first, _ in first }

        func link(_ position: Int, isMap: Bool = false) -> PageLink {
            let code = register.code(of: position)
            let there = rest.adding(code, to: .territory)
            return PageLink(
                label: register.territories[position].name, address: isMap ? Self.address(there) : there.address,
                count: counts[code])
        }
        let positions = counts.keys.compactMap(register.position)
            .sorted { register.territories[$0].name < register.territories[$1].name }
        /// What is of one level, by what of another holds it.
        func grouped(_ level: TerritoryLevel, by above: TerritoryLevel) -> [Int: [Int]] {
            Dictionary(grouping: positions.filter { register.level(of: $0) == level }) { position in
                register.pathToTop(from: position).first { register.level(of: $0) == above } ?? position
            }
        }
        // One that is no more is found, and not offered.
        let provinces = grouped(.province, by: .region).mapValues { provinces in
            provinces.filter { !register.territories[$0].isSuppressed }
        }
        let fragments = HTMLFragments(.web(snapshot, language)) { _ in nil }
        if let here {
            let code = register.code(of: here)
            let comuni = grouped(.municipality, by: .province)
            (title, region) = (register.territories[here].name, link(here))
            map = fragments.region(code, count: counts[code] ?? 0)
            places = (provinces[here] ?? []).map { Place(link: link($0), below: (comuni[$0] ?? []).map { link($0) }) }
            nationwide = nil
        } else {
            (title, region) = (language.say("Territori", "Territories"), nil)
            let state = rest
            map = fragments.map(counts) { Self.address(state.adding($0, to: .territory)) }
            places = positions.filter { register.level(of: $0) == .region }.map { region in
                Place(link: link(region, isMap: true), below: (provinces[region] ?? []).map { link($0) })
            }
            nationwide = positions.first { register.level(of: $0) == .country }.map { link($0) }
        }
        hits = answer.hits.map { HitView($0, values, language) }
        italy = Self.address(rest)
        isEmpty = answer.total == 0
        chips =
            (state.text.isEmpty ? [] : [PageLink(label: state.text, address: Self.address(state.asking("")))])
            + FacetView.shown.filter { $0 != .territory }.flatMap { facet in
                (state.chosen[facet] ?? []).map { key in
                    PageLink(
                        label: values.label(of: key, in: facet)[language],
                        address: Self.address(state.removing(key, from: facet)))
                }
            }
    }

    /// Where the same is on the map.
    static func address(_ state: SearchState) -> String { SearchState.address(path, state.at(page: 1).fields) }
}
