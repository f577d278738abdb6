import GRDB
import ItalianText
package import PraticarioCorpus
package import PraticarioSearch
import PraticarioSystem

/// Search over an index file. It reads the file it opened even when a newer one has taken its place.
package final class IndexSearcher: Archive {
    package let values: FacetValues
    package let settings: KnowledgeBaseSettings
    package let edition: String
    let connections: ReadConnections
    private let documents: PackedDocuments
    private let numbering: FacetNumbering
    private let sizes: [KnowledgeDocument.Kind: (count: Int, totalLength: Int)]

    /// Throws `ArchiveProblem.damaged` for a file that is damaged or of another version: make it anew.
    package init(path: String) throws {
        connections = try IndexConnection.telling(path) { try ReadConnections(path) }
        (documents, values, settings, edition) = try connections.read { db in
            guard try IndexMeta.isCurrent(db) else { throw ArchiveProblem.damaged }
            let documents = try PackedDocuments(db)
            let values = FacetValues(
                try StoredVocabularies.read(db), names: documents.names, aliases: documents.aliases)
            return (
                documents, values, try StoredVocabularies.settings(db), try IndexMeta.read(.edition, db) ?? ""
            )
        }
        let (numbering, counts) = (FacetNumbering(values), documents.valueCounts)
        // Numbers that stand for nothing would be looked up all the same.
        guard Facet.allCases.allSatisfy({ counts[$0] ?? 0 <= numbering.count(of: $0) }) else {
            throw ArchiveProblem.damaged
        }
        self.numbering = numbering
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
                let hasSameKinds = last.task.kinds == task.kinds
                gathering = hasSameKinds ? last.gathering : self.gathering(last.gathering.rows, task)
            } else {
                gathering = self.gathering(try gather(task.query), task)
            }
            last = (task, gathering)
            return try answer(task, gathering)
        }
    }

    private func gathering(_ rows: MatchRows, _ task: SearchTask) -> Gathering {
        let kinds = documents.kinds
        return Gathering(
            rows, task.query,
            documents.presentKinds.isSubset(of: task.kinds)
                ? nil : { rowid in task.kinds.contains(kinds[Int(rowid)]) })
    }

    /// Rarity and length are those of the documents among which is searched.
    private func ranking(among kinds: Set<KnowledgeDocument.Kind>) -> Ranking {
        let wanted = kinds.compactMap { sizes[$0] }
        return Ranking(
            sheets: wanted.map(\.count).reduce(0, +), totalLength: wanted.map(\.totalLength).reduce(0, +))
    }

    private func answer(_ task: SearchTask, _ gathering: Gathering) throws -> SearchResults {
        let query = task.query
        let ranking = ranking(among: task.kinds)
        let subject = Subject(query, ranking, documentFrequencies: gathering.documentFrequencies)
        let rule = Standing.Rule(query, subject, found: gathering.candidates.lazy.map(\.found))
        let matches = Matches(gathering, task, documents, numbering, rule: rule, admitted: try admitted(query))
        let scorer = ranking.scorer(query, documentFrequencies: gathering.documentFrequencies)
        func found(_ candidate: Candidate) -> Ranking.Found {
            Ranking.Found(
                gathering.frequencies(of: candidate), distances: gathering.distances(of: candidate),
                length: Int(documents.lengths[Int(candidate.rowid)]), share: subject.share(of: candidate.found))
        }
        let shown = best(matches.hits, task) { query.terms.isEmpty ? 0 : scorer.score(found($0)) }
        let heads = try heads(rowids: shown.map { Int($0.candidate.rowid) })
        return SearchResults(
            query: query.told(documentFrequencies: gathering.documentFrequencies),
            found: zip(shown, heads).map { shown, head in
                (head, shown.score, shown.candidate.standing, { scorer.parts(found(shown.candidate)) })
            },
            explained: task.request.explains, total: matches.hits.count,
            totalWithAllWords: matches.hits.count(where: \.standing.hasAllWords),
            totalInPlace: matches.hits.count(where: \.standing.isInPlace), facets: matches.facets(numbering))
    }

    /// The hits that are wanted, in the order of the answer.
    private func best(
        _ hits: [Candidate], _ task: SearchTask, score: (Candidate) -> Double
    ) -> [(candidate: Candidate, score: Double)] {
        let wanted = min(task.request.limit.map { $0 + task.request.offset } ?? hits.count, hits.count)
        guard wanted > task.request.offset else { return [] }
        let sort = task.request.sort ?? .relevance
        let order = HitOrder(sort)
        let places = documents.places[sort] ?? []
        let ranks = hits.map { candidate in
            HitOrder.Rank(candidate.standing, score: score(candidate), place: places[Int(candidate.rowid)])
        }
        return ranks.indices.first(wanted) { order.precedes(ranks[$0], ranks[$1]) }.dropFirst(task.request.offset)
            .map { (hits[$0], ranks[$0].score) }
    }

    /// The documents that have the words; without words all, but those that have an excluded one.
    private func gather(_ query: ResolvedQuery) throws -> MatchRows {
        if let rows = try connections.read({ try WordIndex($0).gather(query) }) { return rows }
        let excluded = try connections.read { try WordIndex($0).gatherExcluded(of: query) }
        // None of them is looked up.
        let rows = MatchRows(inTitle: query.excluded.flatMap { term in term.patterns.map { _ in term.inTitle } })
        for rowid in documents.rowids where !excluded.contains(Int32(rowid)) { rows.append(rowid) }
        return rows
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

    package func isKnown(_ term: QueryTerm) throws -> Bool {
        try connections.read { db in
            try term.patterns.contains { pattern in
                guard pattern.terms.count == 1 else { return true }
                return try WordIndex(db).documents(with: pattern.terms[0]) > 0
            }
        }
    }

    package func spellings(near word: String, within edits: Int) throws -> [Spelling.Candidate] {
        try connections.read { db in
            let near = try words(around: word, within: edits, db).filter { Spelling.isNear(word, $0, within: edits) }
            let analyzer = values.vocabularies.analyzer
            return try near.map { word in
                let sheets = try analyzer.words(in: word).first.map { try WordIndex(db).documents(with: $0.exact) }
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
