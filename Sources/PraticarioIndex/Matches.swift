import PraticarioSearch

/// Which of the gathered rows answer a question, and the counts of all facets.
///
/// A row that passes all filters is a hit and counts everywhere; a row that fails the filters of exactly one facet
/// counts for that facet alone (drill sideways). Each step goes over all rows and looks at one column of them.
struct Matches {
    private let rows: MatchRows
    private let patternCount: Int
    /// By pattern of the wanted terms: sheets that contain it.
    private(set) var documentFrequencies: [Int]
    /// Rowids of the hits.
    private(set) var hits: [Int] = []
    private(set) var standings: [Standing] = []
    /// The places of the hits among the gathered rows.
    private var hitRows: [Int] = []
    private let counters: [FacetCounter]

    /// - Parameter admitted: by rowid, the sheets of the collections that the question names; `nil` for all.
    init(_ rows: MatchRows, _ query: ResolvedQuery, _ sheets: PackedSheets, admitted: [Bool]?) {
        self.rows = rows
        patternCount = query.terms.reduce(0) { $0 + $1.patterns.count }
        documentFrequencies = Self.documentFrequencies(rows, patternCount)
        var candidates = Candidate.all(in: rows, query)
        if let admitted { candidates.removeAll { !admitted[Int($0.rowid)] } }
        for filter in query.filters { Self.apply(filter, sheets, to: &candidates) }
        if !query.filters.isEmpty { candidates.removeAll { $0.failed == Candidate.several } }
        Self.judge(&candidates, query, sheets)
        counters = Facet.allCases.indices.map { FacetCounter(facet: $0, candidates, sheets) }
        for candidate in candidates where candidate.failed == Candidate.none {
            hits.append(Int(candidate.rowid))
            hitRows.append(Int(candidate.row))
            standings.append(candidate.standing)
        }
    }

    /// How often each wanted pattern occurs in a hit.
    func frequencies(ofHit index: Int) -> UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(rebasing: rows.counts(at: hitRows[index])[..<patternCount])
    }

    func facets(_ values: FacetValues) -> [Facet: [FacetCount]] {
        Dictionary(
            uniqueKeysWithValues: zip(Facet.allCases, counters).map { ($0, $1.sorted($0, values)) })
    }

    private static func documentFrequencies(_ rows: MatchRows, _ patternCount: Int) -> [Int] {
        var frequencies = [Int](repeating: 0, count: patternCount)
        frequencies.withUnsafeMutableBufferPointer { frequencies in
            for index in rows.rowids.indices {
                let counts = rows.counts(at: index)
                for pattern in 0..<patternCount where counts[pattern] > 0 { frequencies[pattern] += 1 }
            }
        }
        return frequencies
    }

    private static func apply(
        _ filter: ResolvedQuery.Filter, _ sheets: PackedSheets, to candidates: inout [Candidate]
    ) {
        let facet = Int8(Facet.allCases.firstIndex(of: filter.facet) ?? 0)
        let column = sheets.facets[filter.facet] ?? PackedColumn()
        let test = RowTest(filter, valueCount: sheets.valueCounts[filter.facet] ?? 0)
        column.withRows { rows in
            candidates.withUnsafeMutableBufferPointer { candidates in
                for index in candidates.indices {
                    let failed = candidates[index].failed
                    guard failed != Candidate.several, failed != facet,
                        !test.holds(for: rows[Int(candidates[index].rowid)])
                    else { continue }
                    candidates[index].failed = failed == Candidate.none ? facet : Candidate.several
                }
            }
        }
    }

    /// Whether each has all the words, and comes from a territory that they name.
    private static func judge(_ candidates: inout [Candidate], _ query: ResolvedQuery, _ sheets: PackedSheets) {
        let rule = Standing.Rule(query)
        (sheets.facets[.territory] ?? PackedColumn()).withRows { territories in
            candidates.withUnsafeMutableBufferPointer { candidates in
                for index in candidates.indices {
                    let row = rule.namesPlace ? territories[Int(candidates[index].rowid)] : territories.noRow
                    candidates[index].standing = rule.standing(found: candidates[index].found, territories: row)
                }
            }
        }
    }
}
