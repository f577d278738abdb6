public import PraticarioSearch
public import PraticarioSystem

/// A key with its label.
public struct NamedOutput: Codable, Hashable, Sendable {
    /// The id of a theme or a target group, an ISTAT code as text, a year as text, or a name.
    public let key: String
    /// The key itself where nothing has it.
    public let label: LocalizedText

    /// A value of a facet, its label looked up among the values of a knowledge base.
    public init(_ key: String, _ facet: Facet, _ values: FacetValues) {
        self.key = key
        label = values.label(of: key, in: facet)
    }
}
