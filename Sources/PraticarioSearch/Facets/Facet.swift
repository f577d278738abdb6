import PraticarioCorpus
public import PraticarioSystem

/// What sheets can be filtered by and counted by.
///
/// A case here and its row in `FacetDefinition` are all there is to a facet: filters, counts, labels, what the index
/// packs, help and output derive from them.
public enum Facet: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    /// Practice, experience, idea or solution.
    case kind
    /// Themes, with all above them.
    case theme
    /// Territories, with all that contain them.
    case territory
    /// For whom: target groups, with all above them.
    case targetGroup = "target_group"
    /// From the first year to the last; counted are the years in which something began, by all that went on then.
    case year
    /// Whether the practice is under way.
    case status
    /// How far its results were looked into, 0 to 3.
    case verification
    /// Who runs it and who helps, by name.
    case organization
    /// The community of practice in which it was shared.
    case community

    /// What a reader sees above its values.
    public var label: LocalizedText { definition.label }

    /// The filters that narrow this facet; the first is the one that output suggests.
    public var filters: [FilterName] { definition.filters }
}
