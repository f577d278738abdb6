package import PraticarioCorpus

/// Search as one would write it on paper: look at every sheet. Slow, and the definition of what matching means.
package struct LinearSearcher: Archive {
    package let values: FacetValues
    package var settings: KnowledgeBaseSettings { corpus.settings }
    package let edition: String

    private let corpus: Corpus
    private let documents: [LinearDocument]
    private let places: [ResultOrder: [Int32]]

    package init(_ whole: Corpus, _ scope: ArchiveScope = .everything) {
        let corpus = whole.within(scope)
        self.corpus = corpus
        edition = String(corpus.documents.hashValue, radix: 16) + String(corpus.diagnostics.hashValue, radix: 16)
        let documents = corpus.documents.map { SearchDocument($0, corpus.vocabularies) }
        let aliases = [Facet.community: corpus.communityNames.titles]
        let named = FacetValues(corpus.vocabularies, aliases: aliases)
        let names = Facet.allCases.filter(\.source.isNames).map { facet in
            (
                facet,
                Set(documents.flatMap { named.row(of: $0.keys[facet] ?? [], in: facet) }).sorted {
                    $0.utf8.lexicographicallyPrecedes($1.utf8)
                }
            )
        }
        let values = FacetValues(corpus.vocabularies, names: Dictionary(uniqueKeysWithValues: names), aliases: aliases)
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
        let all = documents.map { LinearMatch($0, query, values) }
        // Rarity, length and what is most of the subject are those of the documents among which is searched.
        let among = all.indices.filter { task.kinds.contains(all[$0].document.kind) }
        let documentFrequencies = query.terms.flatMap(\.patterns).indices.map { pattern in
            among.count { all[$0].frequencies[pattern] > 0 }
        }
        let ranking = Ranking(
            sheets: among.count, totalLength: among.map { all[$0].document.length }.reduce(0, +))
        let subject = Subject(query, ranking, documentFrequencies: documentFrequencies)
        let rule = Standing.Rule(query, subject, found: among.filter { all[$0].isMatch }.map { all[$0].found })
        let standings = all.map { $0.standing(query, rule) }
        let matches = among.filter { all[$0].isMatch && query.admits(all[$0].document.id) }
        let hits = matches.filter { all[$0].failedFacets.isEmpty }
        let scorer = ranking.scorer(query, documentFrequencies: documentFrequencies)
        let sort = request.sort ?? .relevance
        let ranked = hits.map { index in
            (
                index: index,
                rank: HitOrder.Rank(
                    isInPlace: standings[index].isInPlace,
                    score: query.terms.isEmpty ? 0 : all[index].with(subject, scorer.score),
                    place: places[sort]?[index] ?? 0)
            )
        }
        let order = HitOrder(sort)
        let shown = ranked.sorted { order.precedes($0.rank, $1.rank) }.dropFirst(request.offset)
            .prefix(request.limit ?? .max)
        return SearchResults(
            query: query.told(documentFrequencies: documentFrequencies),
            found: shown.map { index, rank in
                let match = all[index]
                return (match.document.head, rank.score, standings[index], { match.with(subject, scorer.parts) })
            },
            explained: request.explains, total: hits.count,
            totalWithAllWords: hits.count { standings[$0].hasAllWords },
            totalInPlace: hits.count { standings[$0].isInPlace },
            facets: facets(request.facets, of: matches.map { (all[$0], standings[$0]) }))
    }

    private func facets(
        _ wanted: Set<Facet>, of matches: [(match: LinearMatch, standing: Standing)]
    ) -> [Facet: [FacetCount]] {
        var facets: [Facet: [FacetCount]] = [:]
        for facet in wanted {
            let counted = matches.filter { $0.match.failedFacets.isSubset(of: [facet]) }
            func count(_ key: String, _ has: ([String]) -> Bool) -> FacetCount {
                let having = counted.filter { has($0.match.document.rows[facet] ?? []) }
                return FacetCount(
                    key: key, count: having.count, countWithAllWords: having.count(where: \.standing.hasAllWords))
            }
            let rows = counted.map { $0.match.document.rows[facet] ?? [] }
            let counts: [FacetCount]
            if facet.source.isSpan {
                counts = Set(rows.compactMap(\.first)).compactMap { key in
                    Int(key).map { year in
                        count(key) { FacetTest.overlaps(year...year).holds(for: $0, values.vocabularies) }
                    }
                }
            } else {
                counts = Set(rows.joined()).map { key in count(key) { $0.contains(key) } }
            }
            facets[facet] = counts.sorted(by: FacetCount.inOrder)
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

    package func hasSheets(_ key: String, in facet: Facet) -> Bool {
        documents.contains { $0.kind == .sheet && $0.rows[facet]?.contains(key) == true }
    }

    package func isKnown(_ term: QueryTerm) -> Bool {
        documents.contains { $0.frequencies(of: term).contains { $0 > 0 } }
    }

    package func spellings(near word: String, within edits: Int) -> [Spelling.Candidate] {
        var counts: [String: Int] = [:]
        for document in documents {
            for word in document.words where Spelling.isCandidate(word) { counts[word, default: 0] += 1 }
        }
        return counts.map { Spelling.Candidate(word: $0.key, sheets: $0.value) }
            .filter { Spelling.isNear(word, $0.word, within: edits) }
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

    package func referring(to id: String) -> [Entry] {
        entries(ids()).filter { $0.relations.contains { $0.target == id } }
    }

    package func diagnostics() -> [Diagnostic] { corpus.diagnostics }
}
