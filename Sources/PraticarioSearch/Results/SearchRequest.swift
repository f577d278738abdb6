/// What is wanted of an answer: what is not asked for is not made.
public struct SearchRequest: Codable, Hashable, Sendable {
    /// How many hits at most; `nil` for all.
    public var limit: Int?
    /// How many of the best are passed over.
    public var offset: Int
    /// `nil` for the order that the question names, else by relevance.
    public var sort: ResultOrder?
    /// The facets whose values are counted.
    public var facets = Set(Facet.allCases)
    /// Whether titles are highlighted and snippets cut.
    public var wantsSnippets = true
    /// Whether each hit brings its whole sheet, beside the head.
    public var wantsEntries = false
    /// Whether a poor answer brings what else may be wanted: `SearchResults.offered` and `proposals`.
    public var wantsOffers = true
    /// How many documents beside the sheets at most: communities, meetings, outcomes.
    public var documents = 3
    /// Whether each hit says how its score came about.
    public var explains = false

    /// A page of an answer with everything a reader wants: facets, snippets, offers. Numbers below 0 count as 0.
    public init(limit: Int? = 20, offset: Int = 0, sort: ResultOrder? = nil) {
        self.limit = limit.map { max(0, $0) }
        self.offset = max(0, offset)
        self.sort = sort
    }

    /// All sheets that answer, by their heads, and nothing beside them.
    public static var allHeads: SearchRequest {
        var request = SearchRequest(limit: nil)
        request.facets = []
        request.wantsSnippets = false
        request.wantsOffers = false
        request.documents = 0
        return request
    }

    /// The best of what is found beside the sheets.
    package static func documents(_ limit: Int) -> SearchRequest {
        var request = allHeads
        request.limit = limit
        return request
    }

    /// The counts of some facets, and no hits.
    public static func counts(of facets: Set<Facet>) -> SearchRequest {
        var request = allHeads
        request.limit = 0
        request.facets = facets
        return request
    }
}
