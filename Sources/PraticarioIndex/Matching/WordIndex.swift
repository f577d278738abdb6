import GRDB
import PraticarioSearch

/// The words of all documents, and which documents have them: the one type that knows how they are kept.
///
/// Words are ranked by lists of terms of our own (`PostingList`): most of what FTS5 would hand over row by row is not
/// needed to rank, and of phrases most of what it would go over. Prefixes and words in titles are FTS5's.
struct WordIndex {
    private let db: Database
    private let recent: RecentSegment?
    private let postings: PostingStore

    init(_ db: Database, _ recent: RecentSegment?) {
        self.db = db
        self.recent = recent
        postings = PostingStore(db, .base)
    }

    /// The documents that have each pattern of the terms, in their order.
    ///
    /// - Parameter limit: above all rowids.
    func lists(of terms: [QueryTerm], below limit: Int) throws -> [PostingList] {
        try terms.flatMap { term in
            try term.patterns.map { pattern in
                guard !pattern.isPrefix, !term.inTitle else {
                    return try MatchFunction.list(
                        of: Self.match(pattern), inTitle: term.inTitle, below: limit, recent, in: db)
                }
                let lists = try pattern.terms.map { try list(of: $0, below: limit) }
                return lists.count == 1 ? lists[0] : try PhraseFinder(db).list(of: lists)
            }
        }
    }

    private func list(of term: String, below limit: Int) throws -> PostingList {
        let list = try postings.list(of: term, below: limit)
        guard let recent else { return list }
        return list.joined(
            with: try PostingStore(db, .recent).list(of: term, below: limit), recent)
    }

    /// A pattern as FTS5 writes it. Nothing a person typed is in here but terms, which are letters and digits.
    private static func match(_ pattern: TermPattern) -> String {
        "\"" + pattern.terms.joined(separator: " ") + "\"" + (pattern.isPrefix ? " *" : "")
    }

    /// How many documents have a term.
    func documents(with term: String) throws -> Int {
        try recent == nil ? postings.count(of: term) : list(of: term, below: .max).rowids.count
    }

    /// - Parameter lists: those of the patterns that are looked up.
    func placeReader(_ lists: [PostingList]) -> PlaceReader {
        PlaceReader(lists, db)
    }
}
