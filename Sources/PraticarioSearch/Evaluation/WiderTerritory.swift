import PraticarioCorpus
import PraticarioSystem

extension Offer {
    /// As few hits in a territory make an answer poor.
    private static let few = 3

    /// What there is around a territory in which little was found: the province, the region, the regions that border
    /// on it, comuni alike, the whole country; each apart and labelled, no sheet twice.
    static func wider(than results: SearchResults, in searcher: some Searcher) throws -> [Offer] {
        guard let place = WiderTerritory(results, searcher.values) else { return [] }
        guard (place.isFiltered ? results.total : results.totalInPlace) < few else { return [] }
        var shown = Set(results.hits.map(\.id))
        var offers: [Offer] = []
        for (label, test) in place.rings() {
            var query = place.query
            query.filters.append(
                ResolvedQuery.Filter(name: Facet.territory.filters[0], tests: [test], isExcluded: false))
            let hits = try best(query, 3, leavingOut: shown, in: searcher)
            guard !hits.isEmpty else { continue }
            shown.formUnion(hits.map(\.id))
            offers.append(Offer(label: label, hits: hits))
        }
        return offers
    }
}

/// The territory of a question, and what lies around it.
private struct WiderTerritory {
    /// The question without its territory.
    let query: ResolvedQuery
    /// Whether the question demanded the territory, or only named it.
    let isFiltered: Bool
    private let register: TerritoryRegister
    private let centre: Int

    /// `nil` for a question that names no territory, or one that has nothing around it.
    init?(_ results: SearchResults, _ values: FacetValues) {
        register = values.vocabularies.territories
        var query = results.query
        let filters = query.filters.filter {
            $0.facet == .territory && !$0.isExcluded && $0.name.reading != .population
        }
        isFiltered = !filters.isEmpty
        let named: [Int32] =
            isFiltered
            ? filters[0].tests.flatMap { test -> [Int32] in
                if case .anyOf(let values) = test { Array(values) } else { [] }
            }
            : query.terms.first { !$0.territories.isEmpty }.map { Array($0.territories) } ?? []
        let register = register
        // The smallest: `foggia` is the comune before the province.
        guard
            let centre = named.map({ Int($0) }).sorted().max(by: {
                register.level(of: $0) < register.territories[$1].level
            }),
            register.level(of: centre) > .division
        else { return nil }
        self.centre = centre
        query.filters.removeAll { $0.facet == .territory && !$0.isExcluded }
        query.terms.removeAll { !$0.territories.isEmpty }
        guard !query.terms.isEmpty || isFiltered else { return nil }
        self.query = query
    }

    func rings() -> [(label: LocalizedText, test: FacetTest)] {
        var rings: [(label: LocalizedText, test: FacetTest)] = []
        let above = register.pathToTop(from: centre).dropFirst()
        func add(_ it: String, _ en: String, _ positions: [Int]) {
            guard !positions.isEmpty else { return }
            rings.append((LocalizedText(it: it, en: en), .anyOf(Set(positions.map(Int32.init)))))
        }
        if let province = above.first(where: { register.level(of: $0) == .province }) {
            let name = register.territories[province].qualifiedName
            add("Nella \(name)", "In the \(name)", [province])
        }
        let region = ([centre] + above).first { register.level(of: $0) == .region }
        if let region {
            let name = register.territories[region].name
            if region != centre { add("In regione: \(name)", "In the region: \(name)", [region]) }
            let around = register.neighbours(of: region)
            let names = around.map { register.territories[$0].name }.joined(separator: ", ")
            add("Nelle regioni vicine: \(names)", "In the neighbouring regions: \(names)", around)
        }
        let alike = comuniAlike()
        let name = register.territories[centre].name
        add("In comuni come \(name), per abitanti", "In comuni like \(name), by residents", alike)
        if let country = above.last(where: { register.level(of: $0) == .country }) {
            rings.append(
                (LocalizedText(it: "Di livello nazionale", en: "At national level"), .only(Int32(country))))
        }
        return rings
    }

    /// Comuni of the same division with half to twice as many residents.
    private func comuniAlike() -> [Int] {
        let territory = register.territories[centre]
        guard territory.level == .municipality, let population = territory.population, population > 0,
            let division = division(of: centre)
        else { return [] }
        return register.territories.indices.filter { index in
            guard index != centre, register.level(of: index) == .municipality,
                let other = register.population(of: index)
            else { return false }
            return (population / 2...population * 2).contains(other) && self.division(of: index) == division
        }
    }

    private func division(of position: Int) -> Int? {
        register.pathToTop(from: position).first { register.level(of: $0) == .division }
    }
}
