import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// The facets that a question on a search page may filter by: of which values each one knows. Themes, territories and years
/// stand elsewhere.
struct SearchPageFilters: Encodable {
    /// The facets without a control of the page, in the order of all.
    static let facets: [Facet] = Facet.allCases.filter { ![.kind, .theme, .territory, .year].contains($0) }

    private let all: [Filter]

    private struct Filter: Encodable {
        let facet: String
        let source: Source
        let values: [Value]

        enum Source: String, Encodable {
            /// Values by any of their names.
            case choices
            /// As `choices`; also by their words, in any order and form.
            case concepts
            /// Numbers from 0; `2+` is that and above.
            case levels
            /// By their whole name, or by words that it contains.
            case names
        }
    }

    private struct Value: Encodable {
        let id: String
        let names: [String]
        var broader: [String] = []
    }

    /// - Parameter used: the values that sheets have, of facets whose values are names.
    init(_ edition: Edition, used: [Facet: Set<String>]) {
        all = ([.kind] + Self.facets).map { facet in
            let (source, values) = Self.values(of: facet, edition, used[facet] ?? [])
            return Filter(facet: facet.rawValue, source: source, values: values)
        }
    }

    private static func values(
        of facet: Facet, _ edition: Edition, _ used: Set<String>
    ) -> (Filter.Source, [Value]) {
        switch facet.source {
        case .choices(let choices):
            (
                .choices,
                choices.map { Value(id: $0.key, names: [$0.label.it, $0.label.en, $0.key] + $0.aliases) }
            )
        case .concepts(let scheme):
            (
                .concepts,
                scheme(edition.values.vocabularies).concepts.map { concept in
                    Value(
                        id: concept.id,
                        names: [concept.prefLabel.it, concept.prefLabel.en, concept.id] + concept.synonyms,
                        broader: concept.broader)
                }
            )
        case .levels(let labels): (.levels, labels.indices.map { Value(id: String($0), names: [String($0)]) })
        case .names, .years, .territories:
            (
                .names,
                used.sorted().map { Value(id: $0, names: [$0] + edition.values.otherNames(of: $0, in: facet).sorted()) }
            )
        }
    }

    func encode(to encoder: any Encoder) throws {
        try all.encode(to: encoder)
    }

    /// The values of a sheet in the facets that are typed only, with all above them.
    static func keys(of entry: Entry, _ edition: Edition) -> [String: [String]] {
        var keys: [String: [String]] = [:]
        for facet in facets {
            let row = edition.values.row(of: facet.definition.keys(entry), in: facet)
            if !row.isEmpty { keys[facet.rawValue] = row }
        }
        return keys
    }
}
