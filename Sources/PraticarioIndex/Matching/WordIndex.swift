import GRDB
import PraticarioSearch

/// The words of all documents, and which documents have them: the one type that knows how they are kept.
///
/// Today that is an FTS5 table over the texts of `document`. Whatever takes its place inserts and removes a document, gathers
/// those that have a question's words, and counts the documents that have a term.
struct WordIndex {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// - Parameter texts: by `TextField.rawValue`.
    func insert(_ texts: [String], rowid: Int) throws {
        try db.cachedStatement(
            sql: "INSERT INTO words (rowid, \(TextColumn.names)) VALUES (?, \(TextColumn.placeholders))"
        ).execute(arguments: [rowid] + StatementArguments(texts))
    }

    /// - Parameter texts: the very texts that were inserted: FTS5 does not keep them.
    func remove(_ texts: [String], rowid: Int) throws {
        try db.cachedStatement(
            sql:
                "INSERT INTO words (words, rowid, \(TextColumn.names)) VALUES ('delete', ?, \(TextColumn.placeholders))"
        ).execute(arguments: [rowid] + StatementArguments(texts))
    }

    /// The documents that have one of the question's patterns, wanted or excluded, each with the occurrences of all of
    /// them; `nil` for a question without wanted words, which every document answers.
    func gather(_ query: ResolvedQuery) throws -> MatchRows? {
        let sql = QuerySQL(query)
        guard let match = sql.match else { return nil }
        return try gather(match, sql)
    }

    /// The documents that have an excluded word of a question.
    func gatherExcluded(of query: ResolvedQuery) throws -> Set<Int32> {
        let excluded = ResolvedQuery(terms: query.excluded)
        guard let rows = try gather(excluded) else { return [] }
        return Set(Candidate.all(in: rows, excluded, nil).map(\.rowid))
    }

    private func gather(_ match: String, _ sql: QuerySQL) throws -> MatchRows {
        let rows = MatchRows(inTitle: sql.patterns.map(\.inTitle))
        try MatchFunction.run(match, into: rows, in: db)
        return rows
    }

    /// How many documents have a term.
    func documents(with term: String) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT doc FROM vocabulary WHERE term = ?"), arguments: [term]) ?? 0
    }
}
