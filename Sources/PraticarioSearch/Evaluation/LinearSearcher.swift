import ItalianText
package import PraticarioCorpus

/// Search as one would write it on paper: look at every sheet. Slow, and the definition of what matching means.
package struct LinearSearcher: Searcher {
    package let values: FacetValues

    private struct Sheet: Sendable {
        let entry: Entry
        let texts: [TermText]
        let length: Int
        let rows: [Facet: [Int32]]

        /// Occurrences weighted by field, in tenths.
        func frequency(of pattern: TermPattern, inTitle: Bool) -> Int32 {
            let fields = inTitle ? [TextField.title] : TextField.allCases
            return fields.reduce(0) { sum, field in
                sum + Int32(texts[field.rawValue].occurrences(of: pattern).count * field.weight)
            }
        }

        func frequencies(of term: QueryTerm) -> [Int32] {
            term.patterns.map { frequency(of: $0, inTitle: term.inTitle) }
        }
    }

    /// A sheet beside a question.
    private struct Match {
        let sheet: Sheet
        /// Of each pattern of each wanted term.
        let frequencies: [[Int32]]
        let standing: Standing
        let hasExcluded: Bool
        let failedFacets: Set<Facet>

        init(_ sheet: Sheet, _ query: ResolvedQuery, _ rule: Standing.Rule) {
            self.sheet = sheet
            frequencies = query.terms.map(sheet.frequencies)
            let found = frequencies.enumerated().reduce(into: UInt64(0)) { found, term in
                if term.element.contains(where: { $0 > 0 }) { found |= 1 << UInt64(term.offset) }
            }
            standing = rule.standing(found: found, territories: sheet.rows[.territory] ?? [])
            hasExcluded = query.excluded.contains { sheet.frequencies(of: $0).contains { $0 > 0 } }
            failedFacets = Set(query.filters.filter { !$0.holds(for: (sheet.rows[$0.facet] ?? [])[...]) }.map(\.facet))
        }

        var hasAllWords: Bool { standing.hasAllWords }

        /// Whether it is a match but for the filters.
        var isMatch: Bool {
            !hasExcluded && (frequencies.isEmpty || frequencies.contains { $0.contains { $0 > 0 } })
        }
    }

    private let sheets: [Sheet]
    private let ranking: Ranking

    package init(_ corpus: Corpus) {
        var values = FacetValues(corpus.vocabularies)
        sheets = corpus.entries.map { entry in
            let text = SearchText(entry, corpus.vocabularies)
            let rows = Facet.allCases.map { ($0, values.row(of: entry, in: $0)) }
            return Sheet(
                entry: entry, texts: text.terms, length: text.length,
                rows: Dictionary(uniqueKeysWithValues: rows))
        }
        self.values = values
        ranking = Ranking(sheets: sheets.count, totalLength: sheets.map(\.length).reduce(0, +))
    }

    package func search(_ query: ResolvedQuery, _ options: SearchOptions) -> SearchResults {
        let rule = Standing.Rule(query)
        let all = sheets.map { Match($0, query, rule) }
        let matches = all.filter { $0.isMatch && query.admits($0.sheet.entry.id) }
        let hits = matches.filter(\.failedFacets.isEmpty)
        let patterns = all.map { $0.frequencies.flatMap { $0 } }
        let documentFrequencies = query.terms.flatMap(\.patterns).indices.map { pattern in
            patterns.count { $0[pattern] > 0 }
        }
        let scorer = ranking.scorer(query.terms, documentFrequencies: documentFrequencies)
        let scored = hits.map { hit in
            let score = hit.frequencies.flatMap { $0 }.withUnsafeBufferPointer {
                scorer.score($0, length: hit.sheet.length)
            }
            return (match: hit, score: score, key: RankKey(hit.sheet.entry, score, hit.standing, options.sort))
        }
        let ordered = scored.sorted { $0.key < $1.key }
        return SearchResults(
            query: query,
            hits: ordered.dropFirst(options.offset).prefix(options.limit).map { hit in
                var found = SearchHit(hit.match.sheet.entry, score: hit.score, hit.match.standing, query: query)
                if options.explains {
                    found.explanation = hit.match.frequencies.flatMap { $0 }.withUnsafeBufferPointer {
                        scorer.parts($0, length: hit.match.sheet.length)
                    }
                }
                return found
            },
            total: hits.count, totalWithAllWords: hits.count(where: \.hasAllWords),
            totalInPlace: hits.count(where: \.standing.isInPlace), facets: facets(of: matches))
    }

    package func isKnown(_ term: QueryTerm) -> Bool {
        sheets.contains { $0.frequencies(of: term).contains { $0 > 0 } }
    }

    package func spellings(sharing deletions: Set<String>) -> [Spelling.Candidate] {
        var counts: [String: Int] = [:]
        for sheet in sheets {
            for word in Set(sheet.texts.flatMap { $0.words.map(\.exact) }) { counts[word, default: 0] += 1 }
        }
        return counts.map { Spelling.Candidate(word: String($0.key.unicodeScalars.dropFirst()), sheets: $0.value) }
            .filter { !Spelling.deletions(of: $0.word).isDisjoint(with: deletions) }
    }

    private func facets(of matches: [Match]) -> [Facet: [FacetCount]] {
        var facets: [Facet: [FacetCount]] = [:]
        for facet in Facet.allCases {
            var counts: [Int32: FacetCount] = [:]
            for match in matches where match.failedFacets.isSubset(of: [facet]) {
                let row = match.sheet.rows[facet] ?? []
                for value in facet.countsFirstOnly ? row.prefix(1) : row[...] {
                    let key = values.key(of: value, in: facet)
                    counts[value, default: FacetCount(key: key, count: 0, countWithAllWords: 0)].count += 1
                    if match.hasAllWords { counts[value]?.countWithAllWords += 1 }
                }
            }
            facets[facet] = counts.values.sorted(by: FacetCount.inOrder)
        }
        return facets
    }
}
