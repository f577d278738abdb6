import GRDB
import ItalianText
package import PraticarioCorpus
package import PraticarioSearch
import PraticarioSystem
import Synchronization

/// Search over an index file. It reads the file it opened even when a newer one has taken its place.
package final class IndexSearcher: Archive {
    package let values: FacetValues
    package let settings: KnowledgeBaseSettings
    package let edition: String
    let connections: ReadConnections
    private let documents: PackedDocuments
    private let numbering: FacetNumbering
    private let columns: CountedColumns
    private let sizes: [KnowledgeDocument.Kind: (count: Int, totalLength: Int)]
    /// The numbers that some sheet has in a facet.
    private let valuesOfSheets = Mutex<[Facet: Set<Int32>]>([:])
    /// Of all documents, by the kinds among which they are ranked.
    private let norms = Mutex<[Set<KnowledgeDocument.Kind>: [Double]]>([:])

    /// Throws `ArchiveProblem.damaged` for a file that is damaged or of another version: make it anew.
    package convenience init(path: String) throws {
        try self.init(IndexFiles(base: path, recent: nil))
    }

    /// Likewise.
    init(_ files: IndexFiles) throws {
        let connections = try IndexConnection.telling(files.base) { try ReadConnections(files) }
        self.connections = connections
        (documents, values, settings, edition) = try connections.read { db in
            guard try IndexMeta.isCurrent(db) else { throw ArchiveProblem.damaged }
            let documents = try PackedDocuments(db, connections.recent)
            let (vocabularies, settings) = try StoredVocabularies.read(db)
            let values = FacetValues(vocabularies, names: documents.names, aliases: documents.aliases)
            return (documents, values, settings, try IndexMeta.read(.edition, db) ?? "")
        }
        let (numbering, counts) = (FacetNumbering(values), documents.valueCounts)
        // Numbers that stand for nothing would be looked up all the same.
        guard Facet.allCases.allSatisfy({ counts[$0] ?? 0 <= numbering.count(of: $0) }) else {
            throw ArchiveProblem.damaged
        }
        self.numbering = numbering
        columns = CountedColumns(documents, numbering)
        var sizes: [KnowledgeDocument.Kind: (count: Int, totalLength: Int)] = [:]
        for kind in documents.presentKinds { sizes[kind] = documents.size(of: kind) }
        self.sizes = sizes
    }

    package var kinds: Set<KnowledgeDocument.Kind> { documents.presentKinds }

    // MARK: Answers

    package func search(_ tasks: [SearchTask]) throws -> [SearchResults] {
        var last: (task: SearchTask, words: QuestionWords, gathering: Gathering)?
        return try tasks.map { task in
            try Cancellation.check()
            let words: QuestionWords
            var gathering: Gathering?
            if let last, last.task.query.hasSameWords(as: task.query) {
                words = last.words
                if last.task.kinds == task.kinds { gathering = last.gathering }
            } else {
                words = try connections.read {
                    try QuestionWords(task.query, wordIndex($0), below: documents.lengths.count)
                }
            }
            let gathered = gathering ?? self.gathering(words, task)
            last = (task, words, gathered)
            return try answer(task, words, gathered)
        }
    }

    private func wordIndex(_ db: Database) -> WordIndex {
        WordIndex(db, connections.recent)
    }

    private func gathering(_ words: QuestionWords, _ task: SearchTask) -> Gathering {
        let kinds = documents.kinds
        let ranking = ranking(among: task.kinds)
        return Gathering(
            words, task.query, ranking, documents, norms: norms(ranking, among: task.kinds),
            documents.presentKinds.isSubset(of: task.kinds)
                ? nil : { rowid in task.kinds.contains(kinds[Int(rowid)]) })
    }

    /// Rarity and length are those of the documents among which is searched.
    private func ranking(among kinds: Set<KnowledgeDocument.Kind>) -> Ranking {
        let wanted = kinds.compactMap { sizes[$0] }
        return Ranking(
            sheets: wanted.map(\.count).reduce(0, +), totalLength: wanted.map(\.totalLength).reduce(0, +))
    }

    private func norms(_ ranking: Ranking, among kinds: Set<KnowledgeDocument.Kind>) -> [Double] {
        norms.withLock { known in
            let norms = known[kinds] ?? ranking.norms(of: documents.lengths)
            known[kinds] = norms
            return norms
        }
    }

    private func answer(_ task: SearchTask, _ words: QuestionWords, _ gathering: Gathering) throws -> SearchResults {
        let query = task.query
        let subject = Subject(query, ranking(among: task.kinds), documentFrequencies: gathering.documentFrequencies)
        let rule = Standing.Rule(query, subject, found: gathering.found)
        let matches = Matches(
            gathering.candidates, task, documents, numbering, columns, rule: rule, admitted: try admitted(query))
        let hits = matches.hits
        let best = BestHits(
            hits, query, subject, gathering.scorer, words, places: documents.places[.relevance] ?? [])
        let shown = try connections.read { db in
            let reader = wordIndex(db).placeReader()
            return try self.shown(of: hits, task, best, reader).map { index, score in
                (hits[index], score, task.request.explains ? try best.distances(in: hits[index], reader) : [])
            }
        }
        let heads = try heads(rowids: shown.map { Int($0.0.rowid) })
        return SearchResults(
            query: query.told(documentFrequencies: gathering.documentFrequencies),
            found: zip(shown, heads).map { shown, head in
                let (hit, score, distances) = shown
                return (head, score, hit.standing, { self.parts(of: hit, distances, subject, gathering.scorer, words) })
            },
            explained: task.request.explains, total: hits.count,
            totalWithAllWords: hits.count(where: \.standing.hasAllWords),
            totalInPlace: hits.count(where: \.standing.isInPlace), facets: matches.facets())
    }

    /// Numbers of the hits that are wanted, in the order of the answer, with their scores.
    private func shown(
        of hits: [Candidate], _ task: SearchTask, _ best: BestHits, _ reader: PlaceReader
    ) throws -> [(index: Int, score: Double)] {
        let wanted = min(task.request.limit.map { $0 + task.request.offset } ?? hits.count, hits.count)
        guard wanted > task.request.offset else { return [] }
        let sort = task.request.sort ?? .relevance
        if sort == .relevance, !task.query.terms.isEmpty {
            return Array(try best.first(wanted, reader).dropFirst(task.request.offset))
        }
        let places = documents.places[sort] ?? []
        return try hits.indices.first(wanted) { places[Int(hits[$0].rowid)] < places[Int(hits[$1].rowid)] }
            .dropFirst(task.request.offset)
            .map { ($0, task.query.terms.isEmpty ? 0 : try best.score(of: hits[$0], reader)) }
    }

    private func parts(
        of hit: Candidate, _ distances: [Int32], _ subject: Subject, _ scorer: Ranking.Scorer, _ words: QuestionWords
    ) -> [ScorePart] {
        words.lists.map { $0.frequency(in: hit.rowid) }.withUnsafeBufferPointer { frequencies in
            distances.withUnsafeBufferPointer { distances in
                scorer.parts(
                    Ranking.Found(
                        frequencies, distances: distances, length: Int(documents.lengths[Int(hit.rowid)]),
                        share: subject.share(of: hit.found)))
            }
        }
    }

    /// By rowid, whether the collections that a question names let the document in; `nil` where it names none.
    private func admitted(_ query: ResolvedQuery) throws -> [Bool]? {
        guard query.only != nil || !query.without.isEmpty else { return nil }
        var admitted = [Bool](repeating: query.only == nil, count: documents.lengths.count)
        try connections.read { db in
            let statement = try db.cachedStatement(sql: "SELECT rowid FROM document WHERE id = ?")
            for (ids, isIn) in [(query.only ?? [], true), (query.without, false)] {
                for id in ids {
                    if let rowid = try Int.fetchOne(statement, arguments: [id]) { admitted[rowid] = isIn }
                }
            }
        }
        return admitted
    }

    package func hasSheets(_ key: String, in facet: Facet) -> Bool {
        guard let number = numbering.number(of: key, in: facet) else { return false }
        return values(ofSheetsIn: facet).contains(number)
    }

    private func values(ofSheetsIn facet: Facet) -> Set<Int32> {
        valuesOfSheets.withLock { known in
            if let values = known[facet] { return values }
            var values: Set<Int32> = []
            documents.column(facet).withRows { rows in
                for rowid in documents.rowids where documents.kinds[rowid] == .sheet { values.formUnion(rows[rowid]) }
            }
            known[facet] = values
            return values
        }
    }

    package func isKnown(_ term: QueryTerm) throws -> Bool {
        try connections.read { db in
            try term.patterns.contains { pattern in
                guard pattern.terms.count == 1 else { return true }
                return try wordIndex(db).documents(with: pattern.terms[0]) > 0
            }
        }
    }

    package func spellings(near word: String, within edits: Int) throws -> [Spelling.Candidate] {
        try connections.read { db in
            let near = try words(around: word, within: edits, db).filter { Spelling.isNear(word, $0, within: edits) }
            let analyzer = values.vocabularies.analyzer
            return try near.map { word in
                let sheets = try analyzer.words(in: word).first.map { try wordIndex(db).documents(with: $0.exact) }
                return Spelling.Candidate(word: word, sheets: sheets ?? 0)
            }
        }
    }

    /// All words that may be so near, and others. Two edits apart words share too little to be looked up by it: all of
    /// about the same length with the same first letter are gone through.
    private func words(around word: String, within edits: Int, _ db: Database) throws -> Set<String> {
        if edits == 1 {
            let statement = try db.cachedStatement(sql: "SELECT word FROM spelling WHERE deletion = ?")
            return try Spelling.deletions(of: word).reduce(into: []) { words, deletion in
                words.formUnion(try String.fetchAll(statement, arguments: [deletion]))
            }
        }
        let first = String(word.prefix(1))
        return try Set(
            String.fetchAll(
                db.cachedStatement(
                    sql: "SELECT word FROM word WHERE first = ? AND length BETWEEN ? AND ?"),
                arguments: [first, word.utf8.count - edits, word.utf8.count + edits]))
    }
}
