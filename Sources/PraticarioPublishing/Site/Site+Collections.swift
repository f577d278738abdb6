import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// The pages of collections: their sheets in the curator's order, with the curator's words.
extension Site {
    private var list: (label: String, address: String) {
        (edition.say("Raccolte", "Collections"), "raccolte.html")
    }

    func writeCollections(to folder: OutputFolder) throws {
        guard !choice.collections.isEmpty else { return }
        let cards = DocumentBlock.List(style: .cards, items: choice.collections.map { card($0, top: "") })
        let all = SitePage(
            title: list.label, address: list.address, above: [home],
            blocks: [.heading(.init(level: 1, text: list.label)), .list(cards)])
        try write(all, to: folder)
        for collection in choice.collections {
            guard let address = collection.id.flatMap(addresses.collection) else { continue }
            let cover = Cover(collection, edition, logo: nil, acknowledges: false)
            let page = SitePage(
                title: collection.title, address: address, above: [home, list],
                blocks: [.cover(cover)] + parts(of: collection))
            try write(page, to: folder)
        }
    }

    /// What a curator wrote, with the sheets in their places.
    func parts(of choice: Choice) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        var cards: [DocumentBlock.List.Item] = []
        func endCards() {
            if !cards.isEmpty { blocks.append(.list(.init(style: .cards, items: cards))) }
            cards = []
        }
        if !ChoiceContents(choice).hasHeadings {
            blocks.append(.heading(.init(level: 2, text: edition.say("Le schede", "The sheets"))))
        }
        let language = edition.textLanguage(of: choice)
        for part in choice.parts {
            switch part {
            case .prose(let markdown):
                endCards()
                blocks.append(.prose(.init(markdown: markdown, level: 2, language: language)))
            case .sheet(let head, let note):
                cards.append(card(head, note: .init(markdown: note, level: 4, language: language)))
            }
        }
        endCards()
        return blocks
    }

    /// - Parameter top: the way to the top folder from the page that it stands on.
    func card(_ collection: Choice, top: String) -> DocumentBlock.List.Item {
        let count = collection.heads.count
        let sheets = edition.say(
            count == 1 ? "1 scheda" : "\(count) schede", count == 1 ? "1 sheet" : "\(count) sheets")
        let curator = collection.curator.map { edition.say("a cura di \($0)", "curated by \($0)") }
        return .init(
            text: collection.title,
            target: collection.id.flatMap(addresses.collection).map { .page(top + $0) }, summary: collection.summary,
            detail: [sheets, curator].compactMap { $0 }.joined(separator: " · "))
    }

    /// Which collections hold a sheet, for the foot of its page.
    func held(_ id: String) -> [DocumentBlock] {
        let items = choice.collections.filter { $0.heads.contains { $0.id == id } }.compactMap { collection in
            collection.id.flatMap(addresses.collection).map {
                DocumentBlock.List.Item(text: collection.title, target: .page("../" + $0))
            }
        }
        guard !items.isEmpty else { return [] }
        return [.more(title: edition.say("Nelle raccolte", "In the collections"), .init(style: .plain, items: items))]
    }
}
