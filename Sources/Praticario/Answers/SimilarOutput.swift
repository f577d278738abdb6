public import PraticarioSearch

/// `similar --format json`.
public struct SimilarOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// Most alike first.
    public let hits: [HitOutput]

    /// From `Snapshot.similar(to:limit:)` and the values of the same snapshot.
    public init(_ hits: [SearchHit], _ values: FacetValues) {
        self.hits = hits.map { HitOutput($0, values) }
    }
}
