import ItalianText
public import PraticarioCorpus

/// Search as one would write it on paper: look at every sheet. Slow, and the definition of what matching means.
public struct LinearSearcher: Searcher {
    public let values: FacetValues

    private struct Sheet: Sendable {
        let entry: Entry
        let texts: [TermText]
        let rows: [Facet: [Int32]]

        var length: Int {
            TextField.allCases.filter(\.countsInLength).map { texts[$0.rawValue].length }.reduce(0, +)
        }

        /// Occurrences weighted by field, in tenths.
        func frequency(of pattern: TermPattern, inTitle: Bool) -> Int32 {
            let fields = inTitle ? [TextField.title] : TextField.allCases
            return fields.reduce(0) { sum, field in
                sum + Int32(texts[field.rawValue].occurrences(of: pattern).count * field.weight)
            }
        }

        func has(_ term: QueryTerm) -> Bool {
            term.patterns.contains { frequency(of: $0, inTitle: term.inTitle) > 0 }
        }
    }

    private let sheets: [Sheet]
    private let ranking: Ranking

    public init(_ corpus: Corpus) {
        var values = FacetValues(corpus.vocabularies)
        sheets = corpus.entries.map { entry in
            let rows = Facet.allCases.map { ($0, values.row(of: entry, in: $0)) }
            return Sheet(
                entry: entry, texts: SearchText(entry, corpus.vocabularies).fields.map(TermText.init),
                rows: Dictionary(uniqueKeysWithValues: rows))
        }
        self.values = values
        ranking = Ranking(sheets: sheets.count, totalLength: sheets.map(\.length).reduce(0, +))
    }

    public func search(_ query: ResolvedQuery, _ options: SearchOptions) -> SearchResults {
        let matches = sheets.filter { sheet in
            (query.terms.isEmpty || query.terms.contains(where: sheet.has))
                && !query.excluded.contains(where: sheet.has)
        }
        let hits = matches.filter { failedFacets($0, query).isEmpty }
        let patterns = query.terms.flatMap { term in term.patterns.map { ($0, term.inTitle) } }
        let documentFrequencies = patterns.map { pattern, inTitle in
            sheets.count { $0.frequency(of: pattern, inTitle: inTitle) > 0 }
        }
        let scored = hits.map { sheet in
            let frequencies = patterns.map { sheet.frequency(of: $0.0, inTitle: $0.1) }
            let score = ranking.score(
                query.terms, frequencies: frequencies, documentFrequencies: documentFrequencies, length: sheet.length)
            return (sheet: sheet, score: score, hasAll: query.terms.allSatisfy(sheet.has))
        }
        let ordered = scored.sorted { a, b in
            RankKey(a.sheet.entry, a.score, a.hasAll, options.sort)
                < RankKey(b.sheet.entry, b.score, b.hasAll, options.sort)
        }
        return SearchResults(
            query: query,
            hits: ordered.dropFirst(options.offset).prefix(options.limit).map {
                SearchHit($0.sheet.entry, score: $0.score, hasAllWords: $0.hasAll, query: query)
            },
            total: hits.count, totalWithAllWords: scored.count(where: \.hasAll),
            facets: facets(of: matches, query))
    }

    private func failedFacets(_ sheet: Sheet, _ query: ResolvedQuery) -> Set<Facet> {
        Set(query.filters.filter { !$0.holds(for: sheet.rows[$0.facet] ?? []) }.map(\.facet))
    }

    private func facets(of matches: [Sheet], _ query: ResolvedQuery) -> [Facet: [FacetCount]] {
        var facets: [Facet: [FacetCount]] = [:]
        for facet in Facet.allCases {
            let counted = matches.filter { failedFacets($0, query).isSubset(of: [facet]) }
            var counts: [Int32: FacetCount] = [:]
            for sheet in counted {
                let hasAll = query.terms.allSatisfy(sheet.has)
                for value in facet.counted(sheet.rows[facet] ?? []) {
                    counts[
                        value,
                        default: FacetCount(key: values.key(of: value, in: facet), count: 0, countWithAllWords: 0)
                    ]
                    .count += 1
                    if hasAll { counts[value]?.countWithAllWords += 1 }
                }
            }
            facets[facet] = counts.values.sorted(by: FacetCount.inOrder)
        }
        return facets
    }
}
