import PraticarioSearch

/// Which of the gathered documents answer a question, and the counts of the facets that are wanted.
///
/// A document that passes all filters is a hit and counts everywhere; one that fails the filters of exactly one facet
/// counts for that facet alone (drill sideways). Each filter goes over all and looks at one column of them.
struct Matches {
    let hits: [Candidate]
    private let counters: [(facet: Facet, counter: FacetCounter)]

    /// - Parameter admitted: by rowid, the documents of the collections that the question names; `nil` for all.
    init(
        _ gathered: [Candidate], _ task: SearchTask, _ documents: PackedDocuments, _ numbering: FacetNumbering,
        _ columns: CountedColumns, rule: Standing.Rule, admitted: [Bool]?
    ) {
        let failed = Self.failed(gathered, task.query, numbering, columns, admitted)
        // Most fail the filters of most questions: only what is left is judged.
        var hits: [Candidate] = []
        hits.reserveCapacity(failed.isEmpty ? gathered.count : failed.count { $0 == Self.none })
        var sideways: [Int8: [Candidate]] = [:]
        let judge = Judge(task.query, rule, numbering)
        documents.column(.territory).withRows { territories in
            for index in gathered.indices {
                let failure = failed.isEmpty ? Self.none : failed[index]
                guard failure != Self.several else { continue }
                var candidate = gathered[index]
                candidate.standing = judge.standing(of: candidate, territories)
                if failure == Self.none {
                    hits.append(candidate)
                } else {
                    sideways[failure, default: []].append(candidate)
                }
            }
        }
        self.hits = hits
        let size = documents.lengths.count
        let wanted = Facet.allCases.filter(task.request.facets.contains)
        let all = wanted.isEmpty ? nil : CountedDocuments(hits, size: size)
        counters = wanted.compactMap { facet in
            let failing = sideways[Int8(facet.number)]
            let counted = failing.map { CountedDocuments(hits + $0, size: size) } ?? all
            return counted.map { (facet, FacetCounter(facet, $0, columns[facet])) }
        }
    }

    func facets() -> [Facet: [FacetCount]] {
        Dictionary(uniqueKeysWithValues: counters.map { ($0.facet, $0.counter.sorted()) })
    }

    private static let none: Int8 = -1
    private static let several: Int8 = -2

    /// Of each document the number of the one facet whose filters it fails; empty where nothing is demanded.
    private static func failed(
        _ gathered: [Candidate], _ query: ResolvedQuery, _ numbering: FacetNumbering, _ columns: CountedColumns,
        _ admitted: [Bool]?
    ) -> [Int8] {
        guard admitted != nil || !query.filters.isEmpty else { return [] }
        var failed = [Int8](repeating: none, count: gathered.count)
        if let admitted {
            for index in gathered.indices where !admitted[Int(gathered[index].rowid)] { failed[index] = several }
        }
        for filter in query.filters {
            let facet = Int8(filter.facet.number)
            let column = columns[filter.facet]
            let test = RowTest(filter, numbering, valueCount: column.size)
            failed.withUnsafeMutableBufferPointer { failed in
                func fail(_ index: Int) {
                    failed[index] = failed[index] == none || failed[index] == facet ? facet : several
                }
                if let passing = test.bits(in: column) {
                    for index in gathered.indices where passing.contains(gathered[index].rowid) == test.isExcluded {
                        fail(index)
                    }
                } else {
                    column.whole.withRows { rows in
                        for index in gathered.indices
                        where failed[index] != several && !test.holds(for: rows[Int(gathered[index].rowid)]) {
                            fail(index)
                        }
                    }
                }
            }
        }
        return failed
    }
}

/// Says of each document whether it has all the words, and comes from a territory that they name.
private struct Judge {
    private let rule: Standing.Rule
    /// The territories of each term.
    private let places: [Set<Int32>]
    /// By the terms that were found, where they alone decide it and are few enough.
    private let known: [Standing]

    /// As many terms have so few sets that all are judged beforehand.
    private static let few = 10

    init(_ query: ResolvedQuery, _ rule: Standing.Rule, _ numbering: FacetNumbering) {
        self.rule = rule
        places = query.terms.map { term in
            Set(term.territories.compactMap { numbering.number(of: $0, in: .territory) })
        }
        known =
            rule.namesPlace || query.terms.count > Self.few
            ? [] : (0..<1 << UInt64(query.terms.count)).map { rule.standing(found: $0) { _ in false } }
    }

    @inline(__always)
    func standing(of candidate: Candidate, _ territories: PackedColumn.Rows) -> Standing {
        if !known.isEmpty { return known[Int(candidate.found)] }
        let row = rule.namesPlace ? territories[Int(candidate.rowid)] : territories.noRow
        return rule.standing(found: candidate.found) { term in row.contains(where: places[term].contains) }
    }
}
