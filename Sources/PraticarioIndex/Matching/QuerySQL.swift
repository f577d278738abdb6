import PraticarioSearch

/// What FTS5 is asked for a question: every pattern of every term, wanted or excluded, OR-ed.
///
/// Nothing a person typed is in here but terms, which are letters and digits. What is excluded is asked for too,
/// and dropped row by row, so that document frequencies are those of the whole corpus.
struct QuerySQL {
    /// The patterns in the order of the phrases of `match`: those of the terms, then those of the excluded terms.
    let patterns: [(pattern: TermPattern, inTitle: Bool)]
    /// `nil` when the question has no words: then every sheet is looked at.
    let match: String?

    init(_ query: ResolvedQuery) {
        let wanted = query.terms.flatMap { term in term.patterns.map { ($0, term.inTitle) } }
        let excluded = query.excluded.flatMap { term in term.patterns.map { ($0, term.inTitle) } }
        patterns = wanted + excluded
        match = wanted.isEmpty ? nil : Self.match(patterns.map(\.pattern))
    }

    private static func match(_ patterns: [TermPattern]) -> String {
        patterns.map { pattern in
            "\"" + pattern.terms.joined(separator: " ") + "\"" + (pattern.isPrefix ? " *" : "")
        }.joined(separator: " OR ")
    }
}
