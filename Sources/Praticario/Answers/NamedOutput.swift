public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// A key with its label.
public struct NamedOutput: Codable, Hashable, Sendable {
    public let key: String
    public let label: LocalizedText

    public init(_ key: String, _ facet: Facet, _ values: FacetValues) {
        self.key = key
        label = values.label(of: key, in: facet)
    }
}
