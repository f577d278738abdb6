public import PraticarioCorpus
public import PraticarioSystem

/// Sheets outside the answer that a reader may still want, under a label that says why.
public struct Offer: Sendable {
    public var label: LocalizedText
    public var hits: [SearchHit]

    /// A solution is an answer designed on paper: who asks for solutions is also shown what was really done.
    static func beside(_ query: ResolvedQuery, in searcher: some Searcher) throws -> [Offer] {
        guard let index = query.filters.firstIndex(where: { $0.facet == .kind && !$0.isExcluded }),
            query.filters[index].tests == [Self.kinds([.solution])],
            !query.terms.isEmpty || query.filters.contains(where: { $0.facet == .theme || $0.facet == .targetGroup })
        else { return [] }
        var wider = query
        wider.filters[index].tests = [Self.kinds([.practice, .experience])]
        let hits = try best(wider, 5, in: searcher)
        guard !hits.isEmpty else { return [] }
        let label = LocalizedText(
            it: "Pratiche ed esperienze sullo stesso tema", en: "Practices and experiences on the same theme")
        return [Offer(label: label, hits: hits)]
    }

    /// The hits worth showing apart: with some of the words only, a sheet is no offer worth making unless there is
    /// none with all.
    static func best(
        _ query: ResolvedQuery, _ limit: Int, leavingOut shown: Set<String> = [], in searcher: some Searcher
    ) throws -> [SearchHit] {
        let found = try searcher.search(query, SearchOptions(limit: limit + shown.count)).hits
            .filter { !shown.contains($0.id) }
        let complete = found.filter(\.hasAllWords)
        return Array(complete.isEmpty ? found.prefix(2) : complete.prefix(limit))
    }

    private static func kinds(_ kinds: [EntryKind]) -> FacetTest {
        .anyOf(Set(kinds.compactMap { EntryKind.allCases.firstIndex(of: $0) }.map(Int32.init)))
    }
}
