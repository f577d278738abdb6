public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// `similar --format json`.
public struct SimilarOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let hits: [HitOutput]

    public init(_ hits: [SearchHit], _ values: FacetValues) {
        self.hits = hits.map { HitOutput($0, values) }
    }
}
