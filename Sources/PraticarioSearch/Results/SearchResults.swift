/// An answer.
public struct SearchResults: Codable, Hashable, Sendable {
    /// How the question was understood.
    public var query: UnderstoodQuestion
    /// The part that was asked for, best first.
    public var hits: [SearchHit]
    /// How many sheets match.
    public var total: Int
    /// How many of them have all the words.
    public var totalWithAllWords: Int
    /// How many of them come from a territory that the question names among its words.
    public var totalInPlace: Int
    /// What else has all the words, beside the sheets: communities, meetings, outcomes; best first, as many as were
    /// asked for.
    public var documents: [DocumentHit] = []
    /// How many of those there are.
    public var totalDocuments = 0
    /// For each facet that was asked for its values that occur, most frequent first, ties by the bytes of the key. Each
    /// facet leaves out its own filters; a sheet counts once for a value and once for every value above it.
    public var facets: [Facet: [FacetCount]]
    /// Filters worth trying, when nothing was found.
    public var proposals: [RecognizedValue] = []
    /// What else is worth showing, apart.
    public var offered: [Offer] = []

    /// A document that an archive found, with how its score came about.
    package typealias Found = (
        head: SearchDocument.Head, score: Double, standing: Standing, parts: () -> [ScorePart]
    )

    package init(
        query: UnderstoodQuestion, found: [Found], explained: Bool, total: Int, totalWithAllWords: Int,
        totalInPlace: Int, facets: [Facet: [FacetCount]]
    ) {
        self.query = query
        hits = []
        for document in found {
            switch document.head {
            case .sheet(let head):
                var hit = SearchHit(head, score: document.score, document.standing)
                if explained { hit.explanation = document.parts() }
                hits.append(hit)
            case .other(let head): documents.append(DocumentHit(head, score: document.score, document.standing))
            }
        }
        self.total = total
        self.totalWithAllWords = totalWithAllWords
        self.totalInPlace = totalInPlace
        self.facets = facets
    }
}
