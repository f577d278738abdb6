import PraticarioCorpus
import PraticarioSystem

extension Offer {
    /// As few hits in a territory make an answer poor.
    private static let few = 3
    /// As many sheets are shown of each ring.
    private static let shownOfRing = 3

    /// What there is around a territory in which little was found: the province, the region, the regions that border
    /// on it, comuni alike, the whole country; each apart and labelled, no sheet twice.
    static func wider(
        than results: SearchResults, _ query: ResolvedQuery, in archive: some Archive
    ) throws -> [Offer] {
        guard let place = WiderTerritory(query, archive.values) else { return [] }
        guard (place.isFiltered ? results.total : results.totalInPlace) < few else { return [] }
        let rings = place.rings()
        let tasks = rings.enumerated().map { number, ring in
            var task = SearchTask(place.query, .allHeads)
            task.query.filters.append(ResolvedQuery.Filter(name: Facet.territory.filters[0], tests: [ring.test]))
            task.query.without.formUnion(results.hits.map(\.id))
            // Those of the rings before it may be among the best of this one, too.
            task.request.limit = shownOfRing * (number + 1)
            return task
        }
        var shown: Set<String> = []
        var offers: [Offer] = []
        for (ring, answer) in zip(rings, try archive.search(tasks)) {
            let hits = best(answer.hits.filter { !shown.contains($0.id) }, shownOfRing)
            guard !hits.isEmpty else { continue }
            shown.formUnion(hits.map(\.id))
            offers.append(Offer(label: ring.label, hits: hits))
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
    init?(_ question: ResolvedQuery, _ values: FacetValues) {
        let register = values.vocabularies.territories
        self.register = register
        var query = question
        let filters = query.filters.filter {
            $0.facet == .territory && !$0.isExcluded && $0.name.reading != .population
        }
        isFiltered = !filters.isEmpty
        let named: [String] =
            isFiltered
            ? filters[0].tests.flatMap { test -> [String] in
                if case .anyOf(let codes) = test { Array(codes) } else { [] }
            }
            : query.terms.first { !$0.territories.isEmpty }.map { Array($0.territories) } ?? []
        // The smallest: `foggia` is the comune before the province.
        guard
            let centre = named.compactMap(register.position).sorted().max(by: {
                register.level(of: $0) < register.level(of: $1)
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
            rings.append((LocalizedText(it: it, en: en), .anyOf(Set(positions.map(register.code)))))
        }
        if register.level(of: centre) > .province,
            let province = above.first(where: { register.level(of: $0) == .province })
        {
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
                (LocalizedText(it: "Di livello nazionale", en: "At national level"), .only(register.code(of: country))))
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
