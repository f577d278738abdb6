package import PraticarioCorpus

/// Search as one would write it on paper: look at every sheet. Slow, and the definition of what matching means.
package struct LinearSearcher: Archive {
    package let values: FacetValues
    package var settings: KnowledgeBaseSettings { corpus.settings }
    package let edition: String

    private let corpus: Corpus
    private let documents: [LinearDocument]
    private let places: [ResultOrder: [Int32]]

    package init(_ corpus: Corpus) {
        self.corpus = corpus
        edition = String(corpus.documents.hashValue, radix: 16) + String(corpus.diagnostics.hashValue, radix: 16)
        let documents = corpus.documents.map { SearchDocument($0, corpus.vocabularies) }
        let names = Facet.allCases.filter(\.source.isNames).map { facet in
            (
                facet,
                Set(documents.flatMap { $0.keys[facet] ?? [] }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            )
        }
        let values = FacetValues(corpus.vocabularies, names: Dictionary(uniqueKeysWithValues: names))
        self.values = values
        self.documents = documents.map { LinearDocument($0, values) }
        let keys = documents.map { HitOrder.Key(id: $0.id, updated: $0.updated?.iso8601 ?? "", titleKey: $0.titleKey) }
        places = Dictionary(
            uniqueKeysWithValues: ResultOrder.allCases.map { ($0, HitOrder.places(of: keys, in: $0)) })
    }

    package func search(_ tasks: [SearchTask]) -> [SearchResults] {
        tasks.map(search)
    }

    private func search(_ task: SearchTask) -> SearchResults {
        let (query, request) = (task.query, task.request)
        let rule = Standing.Rule(query)
        let all = documents.map { LinearMatch($0, query, rule, values) }
        let matches = all.indices.filter {
            all[$0].isMatch && query.admits(all[$0].document.id) && task.kinds.contains(all[$0].document.kind)
        }
        let hits = matches.filter { all[$0].failedFacets.isEmpty }
        // Rarity and length are those of the documents among which is searched.
        let among = all.filter { task.kinds.contains($0.document.kind) }
        let documentFrequencies = query.terms.flatMap(\.patterns).indices.map { pattern in
            among.count { $0.frequencies[pattern] > 0 }
        }
        let ranking = Ranking(
            sheets: among.count, totalLength: among.map(\.document.length).reduce(0, +))
        let scorer = ranking.scorer(query.terms, documentFrequencies: documentFrequencies)
        let sort = request.sort ?? .relevance
        let ranked = hits.map { index in
            let match = all[index]
            let score = match.frequencies.withUnsafeBufferPointer { scorer.score($0, length: match.document.length) }
            return (match: match, rank: HitOrder.Rank(match.standing, score: score, place: places[sort]?[index] ?? 0))
        }
        let order = HitOrder(sort)
        let shown = ranked.sorted { order.precedes($0.rank, $1.rank) }.dropFirst(request.offset)
            .prefix(request.limit ?? .max)
        return SearchResults(
            query: query.told,
            found: shown.map { match, rank in
                (
                    match.document.head, rank.score, match.standing,
                    {
                        match.frequencies.withUnsafeBufferPointer { scorer.parts($0, length: match.document.length) }
                    }
                )
            },
            explained: request.explains, total: hits.count,
            totalWithAllWords: hits.count { all[$0].standing.hasAllWords },
            totalInPlace: hits.count { all[$0].standing.isInPlace },
            facets: facets(request.facets, of: matches.map { all[$0] }))
    }

    private func facets(_ wanted: Set<Facet>, of matches: [LinearMatch]) -> [Facet: [FacetCount]] {
        var facets: [Facet: [FacetCount]] = [:]
        for facet in wanted {
            var counts: [String: FacetCount] = [:]
            for match in matches where match.failedFacets.isSubset(of: [facet]) {
                let row = match.document.rows[facet] ?? []
                for key in facet.source.countsFirstOnly ? row.prefix(1) : row[...] {
                    counts[key, default: FacetCount(key: key, count: 0, countWithAllWords: 0)].count += 1
                    if match.standing.hasAllWords { counts[key]?.countWithAllWords += 1 }
                }
            }
            facets[facet] = counts.values.sorted(by: FacetCount.inOrder)
        }
        return facets
    }

    // MARK: What else an archive is asked

    package var kinds: Set<KnowledgeDocument.Kind> { Set(documents.map(\.kind)) }

    package func documents(of kind: KnowledgeDocument.Kind) -> [KnowledgeDocument] {
        corpus.documents.filter { $0.kind == kind }
    }

    package func passages(of ids: [String]) -> [[String]] {
        let texts = Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0.passages) })
        return ids.map { texts[$0] ?? [] }
    }

    package func isKnown(_ term: QueryTerm) -> Bool {
        documents.contains { $0.frequencies(of: term).contains { $0 > 0 } }
    }

    package func spellings(sharing deletions: Set<String>) -> [Spelling.Candidate] {
        var counts: [String: Int] = [:]
        for document in documents {
            for word in document.words { counts[word, default: 0] += 1 }
        }
        return counts.map { Spelling.Candidate(word: $0.key, sheets: $0.value) }
            .filter { !Spelling.deletions(of: $0.word).isDisjoint(with: deletions) }
    }

    package func ids() -> [String] {
        corpus.entries.map(\.id).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package func entries(_ ids: [String]) -> [Entry] {
        ids.compactMap { id in corpus.entries.first { $0.id == id } }
    }

    package func heads(_ ids: [String]) -> [EntryHead] {
        entries(ids).map { EntryHead($0) }
    }

    package func diagnostics() -> [Diagnostic] { corpus.diagnostics }
}
