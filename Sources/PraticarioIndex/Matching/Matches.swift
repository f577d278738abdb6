import PraticarioSearch

/// Which of the documents with the words of a question answer it, and the counts of the facets that are wanted.
///
/// A document that passes all filters is a hit and counts everywhere; one that fails the filters of exactly one facet
/// counts for that facet alone (drill sideways).
struct Matches {
    let hits: DocumentBits
    let standings: Standings
    private let counters: [(facet: Facet, counter: FacetCounter)]

    /// - Parameters:
    ///   - matching: what has the words.
    ///   - admitted: the documents of the collections that the question names; `nil` for all.
    init(
        _ matching: DocumentBits, _ task: SearchTask, _ standings: Standings, _ numbering: FacetNumbering,
        _ columns: CountedColumns, admitted: DocumentBits?
    ) {
        self.standings = standings
        let matching = admitted.map(matching.intersection) ?? matching
        var passing: [Facet: DocumentBits] = [:]
        for filter in task.query.filters {
            passing[filter.facet] = RowTest(filter, numbering).passing(passing[filter.facet] ?? matching, columns)
        }
        func passingAll(but facet: Facet?) -> DocumentBits {
            passing.reduce(into: matching) { left, filtered in
                if filtered.key != facet { left.formIntersection(filtered.value) }
            }
        }
        let hits = passingAll(but: nil)
        self.hits = hits
        let wanted = Facet.allCases.filter(task.request.facets.contains)
        let all = wanted.isEmpty ? nil : CountedDocuments(hits, complete: standings.complete)
        counters = wanted.compactMap { facet in
            let beside =
                passing[facet] == nil
                ? all : CountedDocuments(passingAll(but: facet), complete: standings.complete)
            return beside.map { (facet, FacetCounter(facet, $0, columns[facet])) }
        }
    }

    func facets() -> [Facet: [FacetCount]] {
        Dictionary(uniqueKeysWithValues: counters.map { ($0.facet, $0.counter.sorted()) })
    }

    var total: Int { hits.count }
    var totalWithAllWords: Int { standings.complete?.count(in: hits) ?? total }
    var totalInPlace: Int { standings.inPlace?.count(in: hits) ?? 0 }
}
