public import PraticarioCorpus
public import PraticarioSystem

/// The values that facets take in a knowledge base, by their keys: the concepts and territories of its vocabularies, and
/// the names that its sheets write.
public struct FacetValues: Sendable {
    /// Where themes, target groups and territories come from.
    public let vocabularies: Vocabularies
    private let names: [Facet: [String]]

    /// - Parameter names: of the facets whose values are names that sheets write, see `names(in:)`.
    package init(_ vocabularies: Vocabularies, names: [Facet: [String]] = [:]) {
        self.vocabularies = vocabularies
        self.names = names
    }

    /// The values of a facet that are names which the sheets write, by their bytes; empty for all other facets.
    public func names(in facet: Facet) -> [String] {
        names[facet] ?? []
    }

    /// What a reader sees for a value named by its key; the key itself where it is none.
    ///
    /// `values.label(of: "071", in: .territory).it  // "provincia di Foggia"`
    public func label(of key: String, in facet: Facet) -> LocalizedText {
        switch facet.source {
        case .choices(let choices): choices.first { $0.key == key }?.label ?? LocalizedText(both: key)
        case .concepts(let scheme): scheme(vocabularies)[key]?.prefLabel ?? LocalizedText(both: key)
        case .territories: LocalizedText(both: vocabularies.territories[key]?.qualifiedName ?? key)
        case .levels(let labels):
            Int(key).flatMap { labels.indices.contains($0) ? labels[$0] : nil }
                .map { LocalizedText(it: "\(key) \($0.it)", en: "\(key) \($0.en)") } ?? LocalizedText(both: key)
        case .years, .names: LocalizedText(both: key)
        }
    }

    /// What a document counts under: its own keys that exist, and all above them, none twice.
    package func row(of keys: [String], in facet: Facet) -> [String] {
        switch facet.source {
        case .choices, .years, .levels, .names: return keys
        case .concepts(let scheme):
            let scheme = scheme(vocabularies)
            let positions = Set(keys.compactMap(scheme.position).flatMap(scheme.pathToTop))
            return positions.sorted().map { scheme.concepts[$0].id }
        case .territories:
            let register = vocabularies.territories
            let positions = Set(keys.compactMap(register.position).flatMap(register.pathToTop))
            return positions.sorted().map(register.code)
        }
    }
}
