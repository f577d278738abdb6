import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// The first page: what the site is, a box to search from, and the ways in.
extension Site {
    /// - Parameter newest: the sheets that changed last, the newest first.
    func front(_ newest: [EntryHead]) -> SitePage {
        let logo = edition.logo.map { "logo.\($0.kind.rawValue)" }
        let cover = DocumentBlock.cover(Cover(choice, edition, logo: logo, acknowledges: false))
        let blocks =
            choice.isArchive
            ? [cover] + words + [search] + map + collectionCards + ways + changed(newest)
            : [cover] + parts(of: choice) + [search] + map
        return SitePage(title: choice.title, address: "index.html", blocks: blocks)
    }

    private var search: DocumentBlock {
        .search(
            .init(
                label: edition.say(
                    "Che cosa cerchi? Un tema, un luogo, un bisogno",
                    "What are you looking for? A theme, a place, a need"
                ), button: edition.say("Cerca", "Search"), page: "cerca.html"))
    }

    /// For whoever comes here for the first time.
    private var words: [DocumentBlock] {
        let regions = index.territories.count { edition.values.vocabularies.territories[$0.key]?.level == .region }
        let kinds = EntryKind.allCases.filter { kind in choice.heads.contains { $0.kind == kind } }
        let names = kinds.map { $0.pluralLabel[edition.language] }.joined(separator: ", ")
        let text = edition.say(
            "Qui si trovano \(names) del terzo settore: che cosa si fa, con chi, dove, e che cosa serve per rifarlo altrove. "
                + (regions > 1 ? "Vengono da \(regions) regioni. " : "")
                + "Si può cercare con parole proprie, o partire dalla mappa, da un tema o da una raccolta.",
            "Here are \(names) of the third sector: what is done, with whom, where, and what it takes to do it elsewhere. "
                + (regions > 1 ? "They come from \(regions) regions. " : "")
                + "Search in your own words, or start from the map, a theme or a collection.")
        return [.line(.init(role: .summary, text: text))]
    }

    private var map: [DocumentBlock] {
        let counts = Dictionary(uniqueKeysWithValues: index.territories.map { ($0.key, $0.heads.count) })
        let map = RegionMap(counts, language: edition.language) { [addresses] in addresses.territory($0) }
        return [.heading(.init(level: 2, text: edition.say("Dove", "Where"))), .map(map)]
    }

    private var collectionCards: [DocumentBlock] {
        guard !choice.collections.isEmpty else { return [] }
        let title = edition.say("Le raccolte", "The collections")
        return [
            .heading(.init(level: 2, text: title)),
            .list(.init(style: .cards, items: choice.collections.map { card($0, top: "") })),
        ]
    }

    /// Themes by how many sheets they have, and the list of all.
    private var ways: [DocumentBlock] {
        let themes = index.themes.sorted { ($1.heads.count, $0.label) < ($0.heads.count, $1.label) }.prefix(16)
        let items = themes.map { theme in
            DocumentBlock.List.Item(
                text: theme.label, target: addresses.theme(theme.key).map { .page($0) },
                detail: " (\(theme.heads.count))")
        }
        let all = DocumentBlock.List.Item(
            text: edition.say("Tutte le schede", "All sheets"), target: .page("schede.html"),
            detail: " (\(choice.heads.count))")
        return [
            .more(
                title: edition.say("Di che cosa si parla di più", "What most of it is about"),
                .init(style: .plain, items: items + [all]))
        ]
    }

    private func changed(_ newest: [EntryHead]) -> [DocumentBlock] {
        guard !newest.isEmpty else { return [] }
        return [
            .heading(.init(level: 2, text: edition.say("Aggiornate da poco", "Changed last"))),
            .list(.init(style: .cards, items: newest.map { card($0) })),
        ]
    }
}

/// The sheets that changed last, of many that pass by.
struct NewestSheets {
    private let limit: Int
    private var found: [(head: EntryHead, updated: String)] = []

    init(_ limit: Int) {
        self.limit = limit
    }

    /// The newest first; of one day in the order of their titles.
    var heads: [EntryHead] { found.map(\.head) }

    mutating func add(_ entry: Entry) {
        guard let updated = entry.updated?.iso8601 else { return }
        func isBefore(_ other: (head: EntryHead, updated: String)) -> Bool {
            (other.updated, entry.title) < (updated, other.head.title)
        }
        let place = found.firstIndex(where: isBefore) ?? found.count
        guard place < limit else { return }
        found.insert((EntryHead(entry), updated), at: place)
        if found.count > limit { found.removeLast() }
    }
}

extension Choice {
    /// Whether it is all there is, which nobody put together and no question chose: its sheets have no order that says
    /// something.
    var isArchive: Bool {
        id == nil && query == nil && !parts.contains { if case .prose = $0 { true } else { false } }
    }
}
