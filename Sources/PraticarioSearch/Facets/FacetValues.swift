import ItalianText
public import PraticarioCorpus
public import PraticarioSystem

/// The values that facets take in a knowledge base, by their keys: the concepts and territories of its vocabularies, and
/// the names that its sheets write.
public struct FacetValues: Sendable {
    /// Where themes, target groups and territories come from.
    public let vocabularies: Vocabularies
    private let names: [Facet: [String]]
    private let aliases: [Facet: [String: String]]

    /// - Parameters:
    ///   - names: of the facets whose values are names that sheets write, see `names(in:)`.
    ///   - aliases: what else such a value is called, as slugs, and its name.
    package init(
        _ vocabularies: Vocabularies, names: [Facet: [String]] = [:], aliases: [Facet: [String: String]] = [:]
    ) {
        self.vocabularies = vocabularies
        self.names = names
        self.aliases = aliases
    }

    /// The name under which a value counts that a sheet names so; `nil` where it has no other.
    package func name(of word: String, in facet: Facet) -> String? {
        aliases[facet].flatMap { $0.isEmpty ? nil : $0[TextKey.slug(word)] }
    }

    /// What else a value that is a name is called, as slugs, in no order.
    package func otherNames(of name: String, in facet: Facet) -> [String] {
        (aliases[facet] ?? [:]).filter { $0.value == name }.map(\.key)
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
        case .choices, .years, .levels: return keys
        case .names: return keys.map { name(of: $0, in: facet) ?? $0 }
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
