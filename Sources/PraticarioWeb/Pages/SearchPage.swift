import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// The search: a box, facets, chips for what is chosen, the sheets.
struct SearchPage: Page {
    static let template = "search"

    let title: String
    let feed: String?
    let state: State
    let remarks: [String]
    let corrections: [Correction]
    let absent: String?
    let count: String
    let chips: [PageLink]
    /// Drops everything that was chosen; `nil` where nothing was.
    let reset: String?
    /// Filters for what was recognised among the words.
    let narrowing: [PageLink]
    /// Filters worth trying, where nothing was found.
    let proposals: [PageLink]
    let hits: [HitView]
    let offers: [OfferView]
    let documents: [DocumentView]
    let facets: [FacetView]
    /// Where the same is on the map.
    let map: String
    let sorts: [Sort]
    /// `nil` where all is on one page.
    let pager: Pager?
    let downloads: [PageLink]
    /// Whether there is nothing to show.
    let isEmpty: Bool

    struct State: Sendable, Equatable {
        let text: String
    }

    /// A word that was searched in another spelling.
    struct Correction: Sendable, Equatable {
        let text: String
        /// Searches it as it was typed.
        let insist: String
    }

    struct OfferView: Sendable {
        let label: String
        let hits: [HitView]
    }

    struct DocumentView: Sendable {
        let title: String
        let kind: String
        let date: String?
        let isExample: Bool
        let address: String
    }

    struct Sort: Sendable, Equatable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct Pager: Sendable, Equatable {
        let position: String
        let previous: String?
        let next: String?
    }

    /// - Parameters:
    ///   - isOwner: whether who asks may see communities.
    ///   - hear: is told what was found.
    init(
        _ state: SearchState, _ snapshot: Snapshot, _ language: Language, isOwner: Bool,
        hear: (SearchResults) -> Void = { _ in }
    ) throws {
        let values = snapshot.values
        let results = try snapshot.search(state.question(values), state.request)
        hear(results)
        let words = AnswerWords(results)
        let asked = state.text.isEmpty ? language.say("Cerca", "Search") : state.text
        title = asked
        feed = SearchState.address("/novita.atom", state.at(page: 1).fields)
        self.state = State(text: state.text)
        remarks = words.remarks.map { $0[language] }
        corrections = zip(results.query.corrections, words.corrections).map { correction, text in
            let quoted = state.text.replacing(correction.typed, with: "\"\(correction.typed)\"", maxReplacements: 1)
            return Correction(text: text[language], insist: state.asking(quoted).address)
        }
        absent = words.absent?[language]
        count = words.count[language]
        chips = FacetView.shown.flatMap { facet in
            (state.chosen[facet] ?? []).map { key in
                PageLink(
                    label: values.label(of: key, in: facet)[language],
                    address: state.removing(key, from: facet).address)
            }
        }
        reset = chips.isEmpty && state.text.isEmpty ? nil : "/cerca"
        narrowing = results.query.recognized.compactMap { found in
            guard !results.query.filteredFacets.contains(found.facet), found.keys.count == 1 else { return nil }
            let count = (results.facets[found.facet] ?? []).first { $0.key == found.keys[0] }?.count
            guard let count, count < results.total else { return nil }
            return PageLink(
                label: values.label(of: found.keys[0], in: found.facet)[language],
                address: state.adding(found.keys[0], to: found.facet).address, count: count)
        }
        proposals = results.proposals.filter { $0.keys.count == 1 }.map { proposal in
            PageLink(
                label: values.label(of: proposal.keys[0], in: proposal.facet)[language],
                address: state.asking("").adding(proposal.keys[0], to: proposal.facet).address)
        }
        hits = results.hits.map { HitView($0, values, language) }
        offers = results.offered.map { offer in
            OfferView(label: offer.label[language], hits: offer.hits.map { HitView($0, values, language) })
        }
        documents = results.documents.map { hit in
            DocumentView(
                title: hit.head.title, kind: hit.head.kind[language],
                date: hit.head.date.map { $0.text(in: language) }, isExample: hit.head.isExample,
                address: CommunityPage.address(ofDocument: hit.head.id))
        }
        facets = FacetView.shown.compactMap { facet in
            FacetView(facet, results.facets[facet] ?? [], state, values, language)
        }
        map = TerritoriesPage.address(state)
        sorts = ResultOrder.allCases.map { order in
            Sort(
                value: order.name(in: .italian), label: order.label(language),
                isChosen: order == (state.sort ?? .relevance))
        }
        pager = Self.pager(state, results, language)
        downloads =
            results.total == 0
            ? []
            : DownloadFormat.all.map { format in
                PageLink(label: format.label[language], address: state.download(format.name))
            }
        isEmpty = results.total == 0
    }

    private static func pager(_ state: SearchState, _ results: SearchResults, _ language: Language) -> Pager? {
        let last = max(1, (results.total + SearchState.pageSize - 1) / SearchState.pageSize)
        guard last > 1 || state.page > last else { return nil }
        return Pager(
            position: language.say("Pagina \(state.page) di \(last)", "Page \(state.page) of \(last)"),
            previous: state.page > 1 ? state.at(page: min(state.page - 1, last)).address : nil,
            next: state.page < last ? state.at(page: state.page + 1).address : nil)
    }
}

extension ResultOrder {
    /// As who chooses it reads it.
    fileprivate func label(_ language: Language) -> String {
        switch self {
        case .relevance: language.say("più pertinenti", "most relevant")
        case .date: language.say("modificate di recente", "changed recently")
        case .title: language.say("per titolo", "by title")
        }
    }
}
