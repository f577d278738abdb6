import PraticarioSearch

/// Which of the gathered documents answer a question, and the counts of the facets that are wanted.
///
/// A document that passes all filters is a hit and counts everywhere; one that fails the filters of exactly one facet
/// counts for that facet alone (drill sideways). Each step goes over all and looks at one column of them.
struct Matches {
    let hits: [Candidate]
    private let counters: [(facet: Facet, counter: FacetCounter)]

    /// - Parameter admitted: by rowid, the documents of the collections that the question names; `nil` for all.
    init(
        _ gathered: [Candidate], _ task: SearchTask, _ documents: PackedDocuments, _ numbering: FacetNumbering,
        rule: Standing.Rule, admitted: [Bool]?
    ) {
        var candidates = gathered
        if let admitted { candidates.removeAll { !admitted[Int($0.rowid)] } }
        for filter in task.query.filters { Self.apply(filter, documents, numbering, to: &candidates) }
        if !task.query.filters.isEmpty { candidates.removeAll { $0.failed == Candidate.several } }
        // Most fail the filters of most questions: only what is left is judged.
        Self.judge(&candidates, task.query, rule, documents, numbering)
        counters = Facet.allCases.filter(task.request.facets.contains).map {
            ($0, FacetCounter($0, candidates, documents))
        }
        hits = candidates.filter { $0.failed == Candidate.none }
    }

    func facets(_ numbering: FacetNumbering) -> [Facet: [FacetCount]] {
        Dictionary(uniqueKeysWithValues: counters.map { ($0.facet, $0.counter.sorted(numbering)) })
    }

    private static func apply(
        _ filter: ResolvedQuery.Filter, _ documents: PackedDocuments, _ numbering: FacetNumbering,
        to candidates: inout [Candidate]
    ) {
        let facet = Int8(filter.facet.number)
        let test = RowTest(filter, numbering, valueCount: documents.valueCounts[filter.facet] ?? 0)
        documents.column(filter.facet).withRows { rows in
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
    private static func judge(
        _ candidates: inout [Candidate], _ query: ResolvedQuery, _ rule: Standing.Rule, _ documents: PackedDocuments,
        _ numbering: FacetNumbering
    ) {
        let places = query.terms.map { term in
            Set(term.territories.compactMap { numbering.number(of: $0, in: .territory) })
        }
        documents.column(.territory).withRows { territories in
            candidates.withUnsafeMutableBufferPointer { candidates in
                for index in candidates.indices {
                    let row = rule.namesPlace ? territories[Int(candidates[index].rowid)] : territories.noRow
                    candidates[index].standing = rule.standing(found: candidates[index].found) { term in
                        row.contains(where: places[term].contains)
                    }
                }
            }
        }
    }
}
