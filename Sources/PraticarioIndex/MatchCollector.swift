import GRDB
import GRDBSQLite
import PraticarioSearch

/// Gathers the answer to a question row by row: which sheets match, how often each pattern occurs in them, and the
/// counts of all facets, in one pass.
///
/// A row that passes all filters is a hit and counts everywhere; a row that fails the filters of exactly one facet
/// counts for that facet alone (drill sideways).
final class MatchCollector {
    private let query: ResolvedQuery
    private let sheets: PackedSheets
    private let filters: [(filter: ResolvedQuery.Filter, facet: Int, column: PackedColumn)]
    private let columns: [PackedColumn]
    /// The range of patterns of each term, then of each excluded term.
    private let terms: [Range<Int>]
    private let excluded: [Range<Int>]
    let patternCount: Int

    /// By pattern of the wanted terms: sheets that contain it.
    private(set) var documentFrequencies: [Int]
    /// Rowids of the hits, and for each in turn the frequencies of all wanted patterns.
    private(set) var hits: [Int] = []
    private(set) var frequencies: [Int32] = []
    private(set) var standings: [Standing] = []
    private let territories: PackedColumn
    private var found: [Bool]
    private var counts: [FacetCounter]
    private let countsFirstOnly: [Bool]
    private let rule: Standing.Rule

    init(_ query: ResolvedQuery, _ sheets: PackedSheets) {
        self.query = query
        self.sheets = sheets
        let facets = Facet.allCases
        territories = sheets.facets[.territory] ?? PackedColumn()
        found = [Bool](repeating: false, count: query.terms.count)
        columns = facets.map { sheets.facets[$0] ?? PackedColumn() }
        filters = query.filters.map { filter in
            let facet = facets.firstIndex(of: filter.facet) ?? 0
            return (filter, facet, sheets.facets[filter.facet] ?? PackedColumn())
        }
        var next = 0
        func ranges(_ terms: [QueryTerm]) -> [Range<Int>] {
            terms.map { term in
                defer { next += term.patterns.count }
                return next..<(next + term.patterns.count)
            }
        }
        terms = ranges(query.terms)
        patternCount = next
        excluded = ranges(query.excluded)
        documentFrequencies = [Int](repeating: 0, count: patternCount)
        counts = facets.map { FacetCounter(size: sheets.valueCounts[$0] ?? 0) }
        countsFirstOnly = facets.map(\.countsFirstOnly)
        rule = Standing.Rule(query)
    }

    /// Takes one row: the weighted frequencies of all patterns, wanted and excluded.
    func take(_ rowid: Int, _ row: UnsafeBufferPointer<Int32>) {
        for pattern in 0..<patternCount where row[pattern] > 0 { documentFrequencies[pattern] += 1 }
        guard !excluded.contains(where: { Self.hasAny(row, $0) }) else { return }
        for (index, term) in terms.enumerated() { found[index] = Self.hasAny(row, term) }
        guard terms.isEmpty || found.contains(true) else { return }
        let standing = rule.standing(found: found, territories: territories[rowid])
        let hasAll = standing.hasAllWords

        var failed: Int?
        for (filter, facet, column) in filters where facet != failed && !filter.holds(for: column[rowid]) {
            guard failed == nil else { return }
            failed = facet
        }
        if let failed {
            count(rowid, facet: failed, hasAll)
            return
        }
        hits.append(rowid)
        standings.append(standing)
        frequencies.append(contentsOf: row[0..<patternCount])
        for facet in columns.indices { count(rowid, facet: facet, hasAll) }
    }

    func frequencies(ofHit index: Int) -> ArraySlice<Int32> {
        frequencies[(index * patternCount)..<((index + 1) * patternCount)]
    }

    private static func hasAny(_ row: UnsafeBufferPointer<Int32>, _ patterns: Range<Int>) -> Bool {
        patterns.contains { row[$0] > 0 }
    }

    private func count(_ rowid: Int, facet: Int, _ hasAll: Bool) {
        let row = columns[facet][rowid]
        counts[facet].add(countsFirstOnly[facet] ? row.prefix(1) : row, hasAll)
    }

    func facets(_ values: FacetValues) -> [Facet: [FacetCount]] {
        var facets: [Facet: [FacetCount]] = [:]
        for (facet, counter) in zip(Facet.allCases, counts) { facets[facet] = counter.sorted(facet, values) }
        return facets
    }
}

/// The counts of one facet's values, by value.
private struct FacetCounter {
    private var all: [Int32]
    private var withAllWords: [Int32]

    init(size: Int) {
        all = [Int32](repeating: 0, count: size)
        withAllWords = all
    }

    mutating func add(_ values: ArraySlice<Int32>, _ hasAll: Bool) {
        for value in values {
            all[Int(value)] += 1
            if hasAll { withAllWords[Int(value)] += 1 }
        }
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
