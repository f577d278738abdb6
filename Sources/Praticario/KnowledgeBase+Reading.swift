public import PraticarioCorpus
public import PraticarioSearch

/// What a snapshot answers, of this moment.
extension KnowledgeBase {
    /// As ``Snapshot/search(_:_:)-(String,_)``, with what is asked for most.
    public func search(
        _ text: String, limit: Int = 20, offset: Int = 0, sort: ResultOrder? = nil
    ) throws -> SearchResults {
        try search(text, SearchRequest(limit: limit, offset: offset, sort: sort))
    }

    /// Answers what a person typed; no question is wrong.
    public func search(_ text: String, _ request: SearchRequest) throws -> SearchResults {
        try answering { try $0.search(text, request) }
    }

    /// Answers a question that was built.
    public func search(_ question: Question, _ request: SearchRequest = SearchRequest()) throws -> SearchResults {
        try answering { try $0.search(question, request) }
    }

    /// The sheets most like one, best first; empty where there is no sheet with this id.
    public func similar(to id: String, limit: Int = 5) throws -> [SearchHit] {
        try answering { try $0.similar(to: id, limit: limit) }
    }

    /// The sheet with this id; `nil` when there is none.
    public func entry(_ id: String) throws -> Entry? {
        try answering { try $0.entry(id) }
    }

    /// The sheets with these ids, in this order; those that do not exist left out.
    public func entries(_ ids: [String]) throws -> [Entry] {
        try answering { try $0.entries(ids) }
    }

    /// The ids of all sheets, by their bytes.
    public func ids() throws -> [String] {
        try answering { try $0.ids() }
    }

    /// What is wrong with the sheets and vocabularies, as of the last update, and with the collections as they stand, in
    /// reading order.
    public func diagnostics() throws -> [Diagnostic] {
        try answering { try $0.diagnostics() }
    }

    /// How many sheets each value of a facet has, over the whole knowledge base, by key.
    public func counts(of facet: Facet) throws -> [String: Int] {
        try answering { try $0.counts(of: facet) }
    }

    /// The values of all facets, with their labels.
    public var values: FacetValues { snapshot().values }

    /// Themes, target groups, territories.
    public var vocabularies: Vocabularies { snapshot().vocabularies }

    /// What `praticario.yaml` says.
    public var settings: KnowledgeBaseSettings { snapshot().settings }
}
