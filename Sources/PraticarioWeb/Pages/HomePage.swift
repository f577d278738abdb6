import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// What this is, what is in it, where it is from, what is new.
struct HomePage: Page {
    static let template = "home"

    let title = ""
    let feed: String? = "/novita.atom"
    /// How many sheets, as a sentence.
    let count: String
    /// Italy by region, HTML.
    let map: String
    let kinds: [PageLink]
    let themes: [PageLink]
    let collections: [PageLink]
    let latest: [HitView]
    let isEmpty: Bool
    /// Whether who looks at it may write the first sheet, and take many in.
    let mayWrite: Bool
    let mayImport: Bool

    private static let shownThemes = 14
    private static let shownSheets = 6

    init(_ snapshot: Snapshot, _ language: Language, for viewer: Viewer? = nil) throws {
        (mayWrite, mayImport) = (viewer?.may(.member) == true, viewer?.may(.editor) == true)
        let values = snapshot.values
        var request = SearchRequest(limit: Self.shownSheets, sort: .date)
        request.facets = [.kind, .theme, .territory]
        request.wantsSnippets = false
        request.documents = 0
        let all = try snapshot.search("", request)
        count = AnswerWords(all).count[language]
        isEmpty = all.total == 0
        latest = all.hits.map { HitView($0.head, values, language) }
        func links(_ facet: Facet, _ counts: some Sequence<FacetCount>) -> [PageLink] {
            counts.map { count in
                PageLink(
                    label: values.label(of: count.key, in: facet)[language],
                    address: SearchState().adding(count.key, to: facet).address, count: count.count)
            }
        }
        let counts = all.facets
        kinds = links(.kind, counts[.kind] ?? [])
        let tops = Set(values.vocabularies.themes.topConcepts.map { values.vocabularies.themes.concepts[$0].id })
        themes = links(.theme, (counts[.theme] ?? []).filter { tops.contains($0.key) }.prefix(Self.shownThemes))
        let regions = Dictionary((counts[.territory] ?? []).map { ($0.key, $0.count) }) { first, _ in first }
        map = HTMLFragments(.web(snapshot, language)) { _ in nil }.map(regions) { code in
            TerritoriesPage.address(SearchState().adding(code, to: .territory))
        }
        collections = snapshot.collections().map {
            PageLink(label: $0.title, address: CollectionPage.address(of: $0.id))
        }
    }
}
