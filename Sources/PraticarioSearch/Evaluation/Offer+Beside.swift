import PraticarioCorpus
import PraticarioSystem

/// A solution is an answer designed on paper: who asks for solutions is also shown what was really done.
extension Offer {
    private static let limit = 5

    /// What is asked beside a question for solutions; nothing beside others.
    static func besides(_ query: ResolvedQuery) -> [SearchTask] {
        guard let index = query.filters.firstIndex(where: { $0.facet == .kind && !$0.isExcluded }),
            query.filters[index].tests == [kinds([.solution])],
            !query.terms.isEmpty || query.filters.contains(where: { $0.facet == .theme || $0.facet == .targetGroup })
        else { return [] }
        var wider = query
        wider.filters[index].tests = [kinds([.practice, .experience])]
        var request = SearchRequest.allHeads
        request.limit = limit
        return [SearchTask(wider, request)]
    }

    /// The answers to those questions as offers.
    static func beside(_ answers: [SearchResults]) -> [Offer] {
        let label = LocalizedText(
            it: "Pratiche ed esperienze sullo stesso tema", en: "Practices and experiences on the same theme")
        return answers.map { Offer(label: label, hits: best($0.hits, limit)) }.filter { !$0.hits.isEmpty }
    }

    /// The hits worth showing apart, which are on the subject: with some of the words only, a sheet is no offer worth
    /// making unless there is none with all.
    static func best(_ hits: [SearchHit], _ limit: Int) -> [SearchHit] {
        let complete = hits.filter(\.hasAllWords)
        return Array(complete.isEmpty ? hits.filter(\.standing.isOnSubject).prefix(2) : complete.prefix(limit))
    }

    private static func kinds(_ kinds: [EntryKind]) -> FacetTest {
        .anyOf(Set(kinds.map(\.rawValue)))
    }
}
