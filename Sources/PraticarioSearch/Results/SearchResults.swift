public import PraticarioCorpus

/// An answer.
public struct SearchResults: Sendable {
    public var query: ResolvedQuery
    /// The part that was asked for, best first.
    public var hits: [SearchHit]
    /// How many sheets match, and how many of them have all the words.
    public var total: Int
    public var totalWithAllWords: Int
    /// How many of them come from a territory that the question names among its words.
    public var totalInPlace: Int
    /// For each facet its values that occur, most frequent first, ties by the bytes of the key. Each facet leaves
    /// out its own filters; a sheet counts once for a value and once for every value above it.
    public var facets: [Facet: [FacetCount]]
    /// Filters worth trying, when nothing was found.
    public var proposals: [ResolvedQuery.Recognized] = []
    /// What else is worth showing, apart.
    public var offered: [Offer] = []

    public init(
        query: ResolvedQuery, hits: [SearchHit], total: Int, totalWithAllWords: Int, totalInPlace: Int,
        facets: [Facet: [FacetCount]]
    ) {
        self.query = query
        self.hits = hits
        self.total = total
        self.totalWithAllWords = totalWithAllWords
        self.totalInPlace = totalInPlace
        self.facets = facets
    }
}

/// One sheet of an answer.
public struct SearchHit: Sendable, Identifiable {
    public var entry: Entry
    /// Comparable within one answer only; 0 for a question without words.
    public var score: Double
    public var standing: Standing
    /// How the score came about, where that was asked for.
    public var explanation: [ScorePart] = []
    /// The title, and a stretch of the text, with the words that were found.
    public var title: [Fragment]
    public var snippet: [Fragment]

    public var id: String { entry.id }

    public var hasAllWords: Bool { standing.hasAllWords }

    public init(_ entry: Entry, score: Double, _ standing: Standing, query: ResolvedQuery) {
        self.entry = entry
        self.score = score
        self.standing = standing
        let highlighter = Highlighter(query)
        title = highlighter.highlight(entry.title)
        snippet = highlighter.snippet(of: entry)
    }
}

/// A stretch of text that was found, or that was not.
public struct Fragment: Hashable, Sendable {
    public var text: String
    public var isHighlighted: Bool

    public init(_ text: String, isHighlighted: Bool = false) {
        self.text = text
        self.isHighlighted = isHighlighted
    }
}

/// How many sheets have a value.
public struct FacetCount: Hashable, Sendable {
    /// An id, a code, a year or a name: what a filter would take.
    public var key: String
    public var count: Int
    public var countWithAllWords: Int

    public init(key: String, count: Int, countWithAllWords: Int) {
        self.key = key
        self.count = count
        self.countWithAllWords = countWithAllWords
    }

    /// Most frequent first, ties by the bytes of the key.
    public static func inOrder(_ a: FacetCount, _ b: FacetCount) -> Bool {
        (b.count, b.countWithAllWords) != (a.count, a.countWithAllWords)
            ? (a.count, a.countWithAllWords) > (b.count, b.countWithAllWords)
            : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
}
