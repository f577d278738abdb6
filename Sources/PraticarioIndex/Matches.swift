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

/// A row that has some of the words and none that are excluded.
struct Candidate {
    /// Its place among the gathered rows.
    let row: Int32
    let rowid: Int32
    /// The terms that were found, a bit each.
    let found: UInt64
    /// The number of the one facet whose filters it fails.
    var failed = Self.none
    var standing = Standing(isInPlace: false, hasAllWords: false)

    static let none: Int8 = -1
    static let several: Int8 = -2

    static func all(in rows: MatchRows, _ query: ResolvedQuery) -> [Candidate] {
        var wanted: [UInt64] = []
        for (index, term) in query.terms.enumerated() {
            wanted += [UInt64](repeating: 1 << UInt64(index), count: term.patterns.count)
        }
        let patterns = wanted.count + query.excluded.reduce(0) { $0 + $1.patterns.count }
        var candidates: [Candidate] = []
        candidates.reserveCapacity(rows.rowids.count)
        wanted.withUnsafeBufferPointer { wanted in
            for (index, rowid) in rows.rowids.enumerated() {
                let counts = rows.counts(at: index)
                var found: UInt64 = 0
                for pattern in wanted.indices where counts[pattern] > 0 { found |= wanted[pattern] }
                guard found != 0 || wanted.isEmpty else { continue }
                var isExcluded = false
                for pattern in wanted.count..<patterns where counts[pattern] > 0 { isExcluded = true }
                if !isExcluded {
                    candidates.append(Candidate(row: Int32(truncatingIfNeeded: index), rowid: rowid, found: found))
                }
            }
        }
        return candidates
    }
}

/// A filter, prepared for many rows of one column.
private struct RowTest {
    private let filter: ResolvedQuery.Filter
    /// Whether a row that holds the value passes, by value; `nil` for tests that look at more than single values.
    private let passing: [Bool]?

    init(_ filter: ResolvedQuery.Filter, valueCount: Int) {
        self.filter = filter
        var passing: [Bool]? = [Bool](repeating: false, count: valueCount)
        for test in filter.tests {
            guard case .anyOf(let values) = test else {
                passing = nil
                break
            }
            for value in values where value >= 0 && value < valueCount { passing?[Int(value)] = true }
        }
        self.passing = passing
    }

    func holds(for row: UnsafeBufferPointer<Int32>) -> Bool {
        guard let passing else { return filter.holds(for: Array(row)[...]) }
        for value in row where passing[Int(value)] { return !filter.isExcluded }
        return filter.isExcluded
    }
}

/// The counts of one facet's values, by value.
struct FacetCounter {
    private var all: [Int32]
    private var withAllWords: [Int32]

    init(facet number: Int, _ candidates: [Candidate], _ sheets: PackedSheets) {
        let facet = Facet.allCases[number]
        let countsFirstOnly = facet.countsFirstOnly
        let size = sheets.valueCounts[facet] ?? 0
        var partial = [Int32](repeating: 0, count: size)
        var complete = partial
        (sheets.facets[facet] ?? PackedColumn()).withRows { rows in
            partial.withUnsafeMutableBufferPointer { partial in
                complete.withUnsafeMutableBufferPointer { complete in
                    for candidate in candidates
                    where candidate.failed == Candidate.none || candidate.failed == number {
                        let counts = candidate.standing.hasAllWords ? complete : partial
                        for value in rows[Int(candidate.rowid)] {
                            counts[Int(value)] += 1
                            if countsFirstOnly { break }
                        }
                    }
                }
            }
        }
        withAllWords = complete
        all = zip(partial, complete).map { $0 + $1 }
    }

    /// In the order of `FacetCount.inOrder`: strings are compared only where the counts are equal and the values have no
    /// rank of their own.
    func sorted(_ facet: Facet, _ values: FacetValues) -> [FacetCount] {
        let found = all.indices.filter { all[$0] > 0 }
        let order = found.sorted { a, b in
            if all[a] != all[b] { return all[a] > all[b] }
            if withAllWords[a] != withAllWords[b] { return withAllWords[a] > withAllWords[b] }
            return values.keyPrecedes(Int32(a), Int32(b), in: facet)
        }
        return order.map { value in
            FacetCount(
                key: values.key(of: Int32(value), in: facet), count: Int(all[value]),
                countWithAllWords: Int(withAllWords[value]))
        }
    }
}
