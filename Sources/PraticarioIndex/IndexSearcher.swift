import Foundation
import GRDB
import ItalianText
public import PraticarioCorpus
public import PraticarioSearch

/// Search over an index file. It reads the file it opened even when a newer one has taken its place.
public final class IndexSearcher: Searcher {
    public let values: FacetValues
    public let settings: Settings
    private let database: DatabaseQueue
    private let sheets: PackedSheets
    private let ranking: Ranking

    /// Throws `IndexProblem.unusable` for a file that is damaged or of another version: make it anew.
    init(path: String) throws {
        do {
            database = try IndexConnection.open(path, readOnly: true)
            (sheets, values, settings) = try database.read { db in
                guard try IndexMeta.read(.identity, db) == IndexMeta.currentIdentity else {
                    throw IndexProblem.unusable
                }
                let sheets = try PackedSheets(db)
                let vocabularies = try StoredVocabularies.read(db)
                let values = FacetValues(
                    vocabularies, organizations: sheets.organizations, communities: sheets.communities)
                return (sheets, values, try StoredVocabularies.settings(db))
            }
        } catch is DatabaseError {
            throw IndexProblem.unusable
        }
        var count = 0
        var total = 0
        for rowid in sheets.rowids {
            count += 1
            total += Int(sheets.lengths[rowid])
        }
        ranking = Ranking(sheets: count, totalLength: total)
    }

    /// How many sheets are in.
    public var count: Int { ranking.sheets }

    public func search(_ query: ResolvedQuery, _ options: SearchOptions) throws -> SearchResults {
        let sql = QuerySQL(query)
        let collector = MatchCollector(query, sheets)
        return try database.read { db in
            try collect(query, sql, collector, db)
            let scores = score(query, collector)
            let order = order(collector, scores, options)
            let shown = order.dropFirst(options.offset).prefix(options.limit)
            let hits = try shown.map { index in
                var hit = SearchHit(
                    try entry(rowid: collector.hits[index], db), score: scores[index], collector.standings[index],
                    query: query)
                if options.explains {
                    let scorer = ranking.scorer(query.terms, documentFrequencies: collector.documentFrequencies)
                    hit.explanation = scorer.parts(
                        collector.frequencies(ofHit: index), length: Int(sheets.lengths[collector.hits[index]]))
                }
                return hit
            }
            return SearchResults(
                query: query, hits: hits, total: collector.hits.count,
                totalWithAllWords: collector.standings.count(where: \.hasAllWords),
                totalInPlace: collector.standings.count(where: \.isInPlace), facets: collector.facets(values))
        }
    }

    public func isKnown(_ term: QueryTerm) throws -> Bool {
        try database.read { db in
            try term.patterns.contains { pattern in
                guard pattern.terms.count == 1 else { return true }
                return try Self.sheets(with: pattern.terms[0], db) > 0
            }
        }
    }

    public func spellings(sharing deletions: Set<String>) throws -> [Spelling.Candidate] {
        try database.read { db in
            let statement = try db.cachedStatement(sql: "SELECT word FROM spelling WHERE deletion = ?")
            let words = try deletions.reduce(into: Set<String>()) { words, deletion in
                words.formUnion(try String.fetchAll(statement, arguments: [deletion]))
            }
            return try words.map { word in
                let sheets = try ItalianText.words(in: word).first.map { try Self.sheets(with: $0.exact, db) }
                return Spelling.Candidate(word: word, sheets: sheets ?? 0)
            }
        }
    }

    /// How many sheets have a term.
    private static func sheets(with term: String, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT doc FROM vocabulary WHERE term = ?"), arguments: [term]) ?? 0
    }

    private func collect(_ query: ResolvedQuery, _ sql: QuerySQL, _ collector: MatchCollector, _ db: Database) throws {
        let inTitle = sql.patterns.map(\.inTitle)
        if let match = sql.match {
            try MatchFunction.run(match, inTitle: inTitle, collector, in: db)
            return
        }
        // Without words to find every sheet is looked at, except those that have an excluded word.
        var excluded: Set<Int> = []
        if let match = sql.allPatternsMatch {
            let all = MatchCollector(ResolvedQuery(terms: query.excluded), sheets)
            try MatchFunction.run(match, inTitle: inTitle, all, in: db)
            excluded = Set(all.hits)
        }
        for rowid in sheets.rowids where !excluded.contains(rowid) {
            [Int32](repeating: 0, count: sql.patterns.count).withUnsafeBufferPointer { collector.take(rowid, $0) }
        }
    }

    private func score(_ query: ResolvedQuery, _ collector: MatchCollector) -> [Double] {
        guard !query.terms.isEmpty else { return [Double](repeating: 0, count: collector.hits.count) }
        let scorer = ranking.scorer(query.terms, documentFrequencies: collector.documentFrequencies)
        return collector.hits.indices.map { index in
            scorer.score(
                collector.frequencies(ofHit: index), length: Int(sheets.lengths[collector.hits[index]]))
        }
    }

    /// The indexes of the hits that are wanted, in the order of the answer.
    private func order(_ collector: MatchCollector, _ scores: [Double], _ options: SearchOptions) -> [Int] {
        let place = sheets.orders[options.sort] ?? []
        return collector.hits.indices.first(options.offset + min(options.limit, collector.hits.count)) { a, b in
            if options.sort == .relevance {
                let (first, second) = (collector.standings[a], collector.standings[b])
                if first.isInPlace != second.isInPlace { return first.isInPlace }
                if first.hasAllWords != second.hasAllWords { return first.hasAllWords }
                if scores[a] != scores[b] { return scores[a] > scores[b] }
            }
            return place[collector.hits[a]] < place[collector.hits[b]]
        }
    }

    private func entry(rowid: Int, _ db: Database) throws -> Entry {
        let json = try String.fetchOne(
            db, sql: "SELECT draft.entry FROM sheet JOIN draft USING (path, row) WHERE sheet.rowid = ?",
            arguments: [rowid])
        guard let json else { throw IndexProblem.unusable }
        return try decode(json, db)
    }

    private func decode(_ json: String, _ db: Database) throws -> Entry {
        let entry = try StoredSheet.decode(Entry.self, json)
        guard !entry.relations.isEmpty else { return entry }
        let present = try Set(
            entry.relations.map(\.target).filter { target in
                try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sheet WHERE id = ?)", arguments: [target])
                    == true
            })
        return entry.keepingRelations(to: present.contains)
    }

    /// The sheet with this id; `nil` when there is none.
    public func entry(id: String) throws -> Entry? {
        try database.read { db in
            let json = try String.fetchOne(
                db, sql: "SELECT draft.entry FROM sheet JOIN draft USING (path, row) WHERE sheet.id = ?",
                arguments: [id])
            return try json.map { try decode($0, db) }
        }
    }

    /// All ids, by their bytes.
    public func ids() throws -> [String] {
        try database.read { try String.fetchAll($0, sql: "SELECT id FROM sheet ORDER BY id") }
    }

    /// Everything that is wrong with the corpus, as of the last update, in reading order.
    public func diagnostics() throws -> [Diagnostic] {
        try database.read { try IndexMeta.allDiagnostics($0) }
    }
}
