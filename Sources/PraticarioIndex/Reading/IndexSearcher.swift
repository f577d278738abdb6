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
    /// By the kinds among which is searched.
    private let members = Mutex<[Set<KnowledgeDocument.Kind>: Members]>([:])

    /// The documents of some kinds.
    private struct Members {
        let documents: DocumentBits
        let ranking: Ranking
        /// By length, as the ranking makes them.
        let norms: [Double]
    }

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
        var last: (task: SearchTask, gathering: Gathering)?
        return try tasks.map { task in
            try Cancellation.check()
            let gathering: Gathering
            if let last, last.task.query.hasSameWords(as: task.query) {
                gathering =
                    last.task.kinds == task.kinds ? last.gathering : self.gathering(last.gathering.words, task)
            } else {
                let words = try connections.read {
                    try QuestionWords(task.query, wordIndex($0), below: documents.lengths.count)
                }
                gathering = self.gathering(words, task)
            }
            last = (task, gathering)
            return try answer(task, gathering)
        }
    }

    private func wordIndex(_ db: Database) -> WordIndex {
        WordIndex(db, connections.recent)
    }

    private func gathering(_ words: QuestionWords, _ task: SearchTask) -> Gathering {
        let members = members(of: task.kinds)
        return Gathering(
            words, task.query, members.ranking, members: members.documents,
            isAll: documents.presentKinds.isSubset(of: task.kinds))
    }

    /// Rarity and length are those of the documents among which is searched.
    private func members(of kinds: Set<KnowledgeDocument.Kind>) -> Members {
        members.withLock { known in
            if let members = known[kinds] { return members }
            let wanted = kinds.compactMap { sizes[$0] }
            let ranking = Ranking(
                sheets: wanted.map(\.count).reduce(0, +), totalLength: wanted.map(\.totalLength).reduce(0, +))
            var members = DocumentBits(size: documents.lengths.count)
            members.insert(documents.rowids.lazy.filter { kinds.contains(self.documents.kinds[$0]) }.map(Int32.init))
            let new = Members(
                documents: members, ranking: ranking, norms: ranking.norms(upTo: Int(documents.lengths.max() ?? 0)))
            known[kinds] = new
            return new
        }
    }

    private func answer(_ task: SearchTask, _ gathering: Gathering) throws -> SearchResults {
        let (query, words) = (task.query, gathering.words)
        let subject = Subject(
            query, members(of: task.kinds).ranking, documentFrequencies: gathering.documentFrequencies)
        let standings = Standings(
            query, words, gathering.matching, Standing.Rule(query, subject, found: gathering.found), numbering, columns)
        let matches = Matches(
            gathering.matching, task, standings, numbering, columns, admitted: try admitted(query))
        let shown = try shown(of: matches, task, subject, gathering)
        let heads = try heads(rowids: shown.map { Int($0.rowid) })
        return SearchResults(
            query: query.told(documentFrequencies: gathering.documentFrequencies),
            found: zip(shown, heads).map { shown, head in
                let found = words.found(in: shown.rowid)
                return (
                    head, shown.score, standings.standing(of: shown.rowid, found: found),
                    { self.parts(of: shown, share: subject.share(of: found), gathering) }
                )
            },
            explained: task.request.explains, total: matches.total, totalWithAllWords: matches.totalWithAllWords,
            totalInPlace: matches.totalInPlace, facets: matches.facets())
    }

    /// A hit of the part that was asked for.
    private struct Shown {
        let rowid: Int32
        let score: Double
        /// Of each pair of neighbours, see `Ranking.Found`; none where nothing is explained.
        let distances: [Int32]
    }

    /// Those that are wanted, in the order of the answer.
    private func shown(
        of matches: Matches, _ task: SearchTask, _ subject: Subject, _ gathering: Gathering
    ) throws -> [Shown] {
        let (query, request, hits) = (task.query, task.request, matches.hits)
        let wanted = min(request.limit.map { $0 + request.offset } ?? .max, matches.total)
        guard wanted > request.offset else { return [] }
        let sort = request.sort ?? .relevance
        let isByScore = sort == .relevance && !query.terms.isEmpty
        let places = documents.places[sort] ?? []
        let chosen =
            isByScore
            ? nil
            : hits.rowids.first(wanted) { places[Int($0)] < places[Int($1)] }.dropFirst(request.offset)
        guard !query.terms.isEmpty else { return (chosen ?? []).map { Shown(rowid: $0, score: 0, distances: []) } }
        var scored = hits
        if let chosen {
            scored = DocumentBits(size: gathering.words.size)
            for rowid in chosen { scored.insert(rowid) }
        }
        let all = gathering.scored(scored, lengths: documents.lengths, norms: members(of: task.kinds).norms)
        let best = BestHits(all, query, matches.standings, subject, gathering, places: places)
        return try connections.read { db in
            let reader = wordIndex(db).placeReader(gathering.words.lists)
            let ranked: [(index: Int, score: Double)]
            if let chosen {
                ranked = try chosen.compactMap(all.index).map { ($0, try best.score(of: $0, reader)) }
            } else {
                ranked = Array(try best.first(wanted, reader).dropFirst(request.offset))
            }
            return try ranked.map { index, score in
                Shown(
                    rowid: all.rowids[index], score: score,
                    distances: request.explains ? try best.distances(in: index, reader) : [])
            }
        }
    }

    private func parts(of shown: Shown, share: Double, _ gathering: Gathering) -> [ScorePart] {
        gathering.words.lists.map { $0.frequency(in: shown.rowid) }.withUnsafeBufferPointer { frequencies in
            shown.distances.withUnsafeBufferPointer { distances in
                gathering.scorer.parts(
                    Ranking.Found(
                        frequencies, distances: distances, length: Int(documents.lengths[Int(shown.rowid)]),
                        share: share))
            }
        }
    }

    /// The documents that the collections which a question names let in; `nil` where it names none.
    private func admitted(_ query: ResolvedQuery) throws -> DocumentBits? {
        guard query.only != nil || !query.without.isEmpty else { return nil }
        var admitted = DocumentBits(size: documents.lengths.count)
        if query.only == nil { admitted.insert(documents.rowids.lazy.map(Int32.init)) }
        try connections.read { db in
            let statement = try db.cachedStatement(sql: "SELECT rowid FROM document WHERE id = ?")
            func rowids(_ ids: Set<String>) throws -> DocumentBits {
                var rowids = DocumentBits(size: documents.lengths.count)
                for id in ids { if let rowid = try Int32.fetchOne(statement, arguments: [id]) { rowids.insert(rowid) } }
                return rowids
            }
            if let only = query.only { admitted.formUnion(try rowids(only)) }
            admitted.subtract(try rowids(query.without))
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
            let column = documents.column(facet)
            for (row, count) in column.rowCounts(members(of: [.sheet]).documents).enumerated() where count > 0 {
                values.formUnion(column.row(row))
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
