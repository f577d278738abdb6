import Foundation
import GRDB
import ItalianText
package import PraticarioCorpus
package import PraticarioSearch

/// Search over an index file. It reads the file it opened even when a newer one has taken its place.
package final class IndexSearcher: Searcher {
    package let values: FacetValues
    package let settings: KnowledgeBaseSettings
    let database: DatabaseQueue
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
    package var count: Int { ranking.sheets }

    package func search(_ query: ResolvedQuery, _ options: SearchOptions) throws -> SearchResults {
        try database.read { db in
            let matches = Matches(try collect(query, db), query, sheets, admitted: try admitted(query, db))
            let scorer = ranking.scorer(query.terms, documentFrequencies: matches.documentFrequencies)
            let scores = score(query, matches, scorer)
            let order = order(matches, scores, options)
            let shown = order.dropFirst(options.offset).prefix(options.limit)
            let hits = try shown.map { index in
                let rowid = matches.hits[index]
                var hit = SearchHit(
                    try entry(rowid: rowid, db), score: scores[index], matches.standings[index], query: query)
                if options.explains {
                    hit.explanation = scorer.parts(
                        matches.frequencies(ofHit: index), length: Int(sheets.lengths[rowid]))
                }
                return hit
            }
            return SearchResults(
                query: query, hits: hits, total: matches.hits.count,
                totalWithAllWords: matches.standings.count(where: \.hasAllWords),
                totalInPlace: matches.standings.count(where: \.isInPlace), facets: matches.facets(values))
        }
    }

    package func isKnown(_ term: QueryTerm) throws -> Bool {
        try database.read { db in
            try term.patterns.contains { pattern in
                guard pattern.terms.count == 1 else { return true }
                return try Self.sheets(with: pattern.terms[0], db) > 0
            }
        }
    }

    package func spellings(sharing deletions: Set<String>) throws -> [Spelling.Candidate] {
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

    /// The ids of all sheets that answer what a person typed, in the order of the answer; no sheet is read.
    package func ids(
        answering text: String, sort: ResultOrder = .relevance, collections: @escaping CollectionLookup = { _ in nil }
    ) throws -> [String] {
        let query = try Spelling.correct(Query.parse(text).resolve(values, collections: collections), in: self)
        return try database.read { db in
            let matches = Matches(try collect(query, db), query, sheets, admitted: try admitted(query, db))
            let scorer = ranking.scorer(query.terms, documentFrequencies: matches.documentFrequencies)
            let order = order(matches, score(query, matches, scorer), SearchOptions(limit: .max / 2, sort: sort))
            let statement = try db.cachedStatement(sql: "SELECT id FROM sheet WHERE rowid = ?")
            return try order.map { index in
                guard let id = try String.fetchOne(statement, arguments: [matches.hits[index]]) else {
                    throw IndexProblem.unusable
                }
                return id
            }
        }
    }

    /// The sheets with these ids, in this order; those that do not exist left out.
    package func entries(_ ids: [String]) throws -> [Entry] {
        try database.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT draft.entry FROM sheet JOIN draft USING (path, row) WHERE sheet.id = ?")
            return try ids.compactMap { id in
                try String.fetchOne(statement, arguments: [id]).map { try decode($0, db) }
            }
        }
    }

    /// By rowid, whether the collections that a question names let the sheet in; `nil` where it names none.
    private func admitted(_ query: ResolvedQuery, _ db: Database) throws -> [Bool]? {
        guard query.only != nil || !query.without.isEmpty else { return nil }
        let statement = try db.cachedStatement(sql: "SELECT rowid FROM sheet WHERE id = ?")
        var admitted = [Bool](repeating: query.only == nil, count: sheets.lengths.count)
        for id in query.only ?? [] {
            if let rowid = try Int.fetchOne(statement, arguments: [id]) { admitted[rowid] = true }
        }
        for id in query.without {
            if let rowid = try Int.fetchOne(statement, arguments: [id]) { admitted[rowid] = false }
        }
        return admitted
    }

    private func collect(_ query: ResolvedQuery, _ db: Database) throws -> MatchRows {
        let sql = QuerySQL(query)
        let rows = MatchRows(inTitle: sql.patterns.map(\.inTitle))
        if let match = sql.match {
            try MatchFunction.run(match, into: rows, in: db)
            return rows
        }
        // Without words to find every sheet is looked at, except those that have an excluded word.
        var excluded: Set<Int32> = []
        if let match = sql.allPatternsMatch {
            let unwanted = MatchRows(inTitle: sql.patterns.map(\.inTitle))
            try MatchFunction.run(match, into: unwanted, in: db)
            excluded = Set(Candidate.all(in: unwanted, ResolvedQuery(terms: query.excluded)).map(\.rowid))
        }
        for rowid in sheets.rowids where !excluded.contains(Int32(rowid)) { rows.append(rowid) }
        return rows
    }

    private func score(_ query: ResolvedQuery, _ matches: Matches, _ scorer: Ranking.Scorer) -> [Double] {
        guard !query.terms.isEmpty else { return [Double](repeating: 0, count: matches.hits.count) }
        return matches.hits.indices.map { index in
            scorer.score(matches.frequencies(ofHit: index), length: Int(sheets.lengths[matches.hits[index]]))
        }
    }

    /// The indexes of the hits that are wanted, in the order of the answer.
    private func order(_ matches: Matches, _ scores: [Double], _ options: SearchOptions) -> [Int] {
        let place = sheets.orders[options.sort] ?? []
        return matches.hits.indices.first(options.offset + min(options.limit, matches.hits.count)) { a, b in
            if options.sort == .relevance {
                let (first, second) = (matches.standings[a], matches.standings[b])
                if first.isInPlace != second.isInPlace { return first.isInPlace }
                if first.hasAllWords != second.hasAllWords { return first.hasAllWords }
                if scores[a] != scores[b] { return scores[a] > scores[b] }
            }
            return place[matches.hits[a]] < place[matches.hits[b]]
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
    package func entry(id: String) throws -> Entry? {
        try entries([id]).first
    }

    /// All ids, by their bytes.
    package func ids() throws -> [String] {
        try database.read { try String.fetchAll($0, sql: "SELECT id FROM sheet ORDER BY id") }
    }

    /// Everything that is wrong with the corpus, as of the last update, in reading order.
    package func diagnostics() throws -> [Diagnostic] {
        try database.read { try IndexMeta.allDiagnostics($0) }
    }
}
