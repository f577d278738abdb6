import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A facet as boxes to tick, with how many sheets each would leave.
struct FacetView: Sendable, Equatable {
    /// In addresses, see `SearchState.name`.
    let name: String
    let label: String
    /// Whether its values are shown before anybody asks for them.
    let isOpen: Bool
    let boxes: FacetBoxes

    /// A box; its children are narrower values.
    struct Value: Sendable, Equatable {
        let name: String
        let key: String
        let label: String
        let count: Int
        let isChosen: Bool
        /// Whether something below it is chosen.
        let isOpen: Bool
        let children: [Value]
    }

    /// In the order in which they stand on the page.
    static let shown: [Facet] = [
        .territory, .theme, .targetGroup, .kind, .status, .year, .verification, .organization, .community,
    ]
    /// Those that nobody needs to unfold.
    private static let open: Set<Facet> = [.territory, .theme, .kind]
    /// As many names or years are listed; for the others there is the box above.
    private static let listLimit = 12
    /// As many comuni of a region are listed before one of its provinces is chosen.
    private static let comuniLimit = 60

    /// `nil` for a facet that could narrow nothing.
    init?(_ facet: Facet, _ counts: [FacetCount], _ state: SearchState, _ values: FacetValues, _ language: Language) {
        let maker = Maker(facet: facet, counts: counts, state: state, values: values, language: language)
        let made = maker.boxes
        guard !made.isEmpty else { return nil }
        name = maker.name
        label = facet.label[language]
        isOpen = Self.open.contains(facet) || !maker.chosen.isEmpty
        boxes = FacetBoxes(values: made, language: language)
    }

    private struct Maker {
        let facet: Facet
        /// In addresses.
        let name: String
        let counts: [String: Int]
        let found: [FacetCount]
        let chosen: Set<String>
        let values: FacetValues
        let language: Language

        init(
            facet: Facet, counts: [FacetCount], state: SearchState, values: FacetValues, language: Language
        ) {
            self.facet = facet
            name = SearchState.name(of: facet)
            self.values = values
            self.language = language
            found = counts
            chosen = Set(state.narrowest(in: facet, values))
            var counts = counts[...]
            if facet == .territory, chosen.isEmpty {
                // No comune is shown before something above it is chosen, and all of them have the longest codes.
                let register = values.vocabularies.territories
                let codes = [.region, .province].flatMap(register.positions(of:)).map(register.code)
                let longest = codes.map(\.utf8.count).max() ?? 0
                counts = counts.filter { $0.key.utf8.count <= longest }[...]
            }
            self.counts = Dictionary(counts.map { ($0.key, $0.count) }) { first, _ in first }
        }

        /// The values that were counted, then what was chosen and is not among them.
        private var keys: [String] { found.map(\.key) + chosen.filter { counts[$0] == nil }.sorted() }

        var boxes: [Value] {
            switch facet {
            case .theme: tree(values.vocabularies.themes)
            case .targetGroup: tree(values.vocabularies.targetGroups)
            case .territory: territories
            case .year: list(keys.sorted(by: >))
            default: list(keys)
            }
        }

        private func value(_ key: String, _ label: String? = nil, _ children: [Value] = []) -> Value {
            Value(
                name: name, key: key,
                label: label ?? values.label(of: key, in: facet)[language], count: counts[key] ?? 0,
                isChosen: chosen.contains(key), isOpen: children.contains { $0.isChosen || $0.isOpen },
                children: children)
        }

        private func list(_ keys: [String]) -> [Value] {
            let first = keys.prefix(FacetView.listLimit)
            return (first + keys.dropFirst(FacetView.listLimit).filter(chosen.contains)).map { value($0) }
        }

        private func isShown(_ key: String) -> Bool { counts[key] != nil || chosen.contains(key) }

        private func tree(_ scheme: ConceptScheme) -> [Value] {
            func nodes(_ positions: [Int]) -> [Value] {
                positions.filter { isShown(scheme.concepts[$0].id) }.map { position in
                    value(scheme.concepts[position].id, nil, nodes(scheme.narrower(of: position)))
                }
            }
            return nodes(scheme.topConcepts)
        }

        /// Regions with their provinces; the comuni of provinces that were chosen, and of a chosen region where they are few,
        /// since there are thousands.
        private var territories: [Value] {
            let register = values.vocabularies.territories
            let wanted = Set(chosen.compactMap(register.position).flatMap(register.pathToTop))
            // A province that is no more is offered to nobody, but where it was asked for it can be taken away.
            func isOffered(_ position: Int) -> Bool {
                let code = register.code(of: position)
                guard isShown(code) else { return false }
                return register.level(of: position) != .province || chosen.contains(code)
                    || !register.isSuppressed(position)
            }
            func shown(_ level: TerritoryLevel) -> [Int] {
                register.positions(of: level).filter(isOffered)
            }
            var below: [Int: [Int]] = [:]
            func put(_ position: Int, below level: TerritoryLevel) {
                for above in register.pathToTop(from: position).dropFirst() where register.level(of: above) == level {
                    below[above, default: []].append(position)
                }
            }
            for province in shown(.province) { put(province, below: .region) }
            if !wanted.isEmpty {
                for comune in shown(.municipality) { put(comune, below: .province) }
                let few = below.filter { region, provinces in
                    chosen.contains(register.code(of: region))
                        && provinces.reduce(0) { $0 + (below[$1]?.count ?? 0) } <= FacetView.comuniLimit
                }
                let open = wanted.union(few.values.joined())
                below = below.filter { register.level(of: $0.key) == .region || open.contains($0.key) }
            }
            func nodes(_ positions: [Int]) -> [Value] {
                positions.map { (position: $0, name: register.name(of: $0)) }.sorted { $0.name < $1.name }.map {
                    value(register.code(of: $0.position), $0.name, nodes(below[$0.position] ?? []))
                }
            }
            return nodes(shown(.region))
        }
    }
}
