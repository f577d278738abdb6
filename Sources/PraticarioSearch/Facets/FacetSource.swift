package import PraticarioCorpus
package import PraticarioSystem

/// Where the values of a facet come from: how they are named, read, numbered and packed follows from it.
package enum FacetSource: Sendable {
    /// A closed list.
    case choices([Choice])
    /// The concepts of a scheme: a sheet counts under its own and all above them.
    case concepts(@Sendable (Vocabularies) -> ConceptScheme)
    /// The register of territories: a sheet counts under its own and all that contain them.
    case territories
    /// Two keys: the first year and the last, `FacetSource.openEnd` while it goes on.
    case years
    /// Numbers from 0, each with its label.
    case levels([LocalizedText])
    /// Whatever names the sheets write.
    case names

    /// The last year of what goes on, as ISO 8601 writes an interval without end.
    package static let openEnd = ".."

    /// One value of a closed list.
    package struct Choice: Sendable {
        package let key: String
        package let label: LocalizedText
        package let aliases: [String]
        /// Whether a word means it.
        package let isNamed: @Sendable (_ word: String) -> Bool
    }

    /// The values of a closed vocabulary, in its order.
    package static func choices<Value: ClosedVocabulary>(of type: Value.Type) -> FacetSource {
        .choices(
            Value.allCases.map { value in
                Choice(key: value.rawValue, label: value.label, aliases: value.aliases) { Value(named: $0) == value }
            })
    }

    /// Whether the two keys are the ends of a span. A year in which something began is counted by all that it lies
    /// within, as a filter would find them.
    package var isSpan: Bool {
        if case .years = self { true } else { false }
    }

    /// Whether the names are those that the sheets write, numbered when an index is packed.
    package var isNames: Bool {
        if case .names = self { true } else { false }
    }
}
