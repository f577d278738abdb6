import PraticarioCorpus

/// How the hits are ordered.
public enum ResultOrder: String, CaseIterable, Sendable {
    /// Sheets from a territory that the question names first, then those with all the words, then by score; ties by
    /// the bytes of the id.
    case relevance
    /// `updated`, newest first; ties, and sheets without it, by the bytes of the id.
    case date
    /// By the folded title; ties by the bytes of the id.
    case title
}

/// Which part of an answer is wanted.
public struct SearchOptions: Hashable, Sendable {
    public var limit: Int
    public var offset: Int
    public var sort: ResultOrder
    /// Whether each hit shall say how its score came about.
    public var explains = false

    public init(limit: Int = 20, offset: Int = 0, sort: ResultOrder = .relevance) {
        self.limit = max(0, limit)
        self.offset = max(0, offset)
        self.sort = sort
    }
}

/// Whatever answers questions. The one seam of the design: every implementation gives the same answer, in
/// matches, totals, facets and order; `LinearSearcher` defines it.
public protocol Searcher: Sendable {
    /// The values that filters may name.
    var values: FacetValues { get }

    /// Whether some sheet has the term, in any form of its words.
    func isKnown(_ term: QueryTerm) throws -> Bool

    /// The words of the sheets that share one of the spellings with up to one letter taken out, see `Spelling`; with
    /// how many sheets have them, in any order.
    func spellings(sharing deletions: Set<String>) throws -> [Spelling.Candidate]

    /// Throws only when the index itself fails; no question is wrong.
    func search(_ query: ResolvedQuery, _ options: SearchOptions) throws -> SearchResults
}

extension Searcher {
    /// Answers what a person typed, with what else is worth offering.
    public func answer(
        _ text: String, _ options: SearchOptions = SearchOptions(),
        collections: @escaping CollectionLookup = { _ in nil }
    ) throws -> SearchResults {
        let query = try Spelling.correct(Query.parse(text).resolve(values, collections: collections), in: self)
        var results = try search(query, options)
        results.offered = try Offer.beside(query, in: self) + Offer.wider(than: results, in: self)
        if results.total == 0 { results.proposals = try Proposals.make(for: query, in: self) }
        return results
    }
}
