import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A choice as a folder of static pages, with a search that needs no server: a page a sheet, a page a theme, a
/// territory and a collection, a map of the regions.
struct Site {
    let choice: Choice
    let edition: Edition
    let index: ChoiceIndex
    let addresses: SiteAddresses
    let frame: SiteFrame

    init(_ choice: Choice, _ edition: Edition) {
        self.choice = choice
        self.edition = edition
        index = ChoiceIndex(choice, edition)
        let addresses = SiteAddresses(choice, index)
        self.addresses = addresses
        frame = SiteFrame(name: choice.title, edition: edition, places: Self.menu(choice, edition)) {
            addresses.sheet($0)
        }
    }

    /// What somebody chose stands on the first page.
    private static func menu(_ choice: Choice, _ edition: Edition) -> [(label: String, address: String)] {
        let collections = (edition.say("Raccolte", "Collections"), "raccolte.html")
        let sheets = (edition.say("Schede", "Sheets"), "schede.html")
        return [(edition.say("Inizio", "Home"), "index.html"), (edition.say("Cerca", "Search"), "cerca.html")]
            + (choice.isArchive ? [sheets] : [])
            + (choice.collections.isEmpty ? [] : [collections])
            + [
                (edition.say("Temi", "Themes"), "temi.html"),
                (edition.say("Territori", "Territories"), "territori.html"),
            ]
    }

    func write(toFolder path: String) throws {
        let folder = try OutputFolder.forExport(path, mark: "site", replaces: true)
        try folder.write(Templates.text("documento.css"), to: "stile.css")
        if let logo = edition.logo { try folder.write(logo.bytes, to: "logo.\(logo.kind.rawValue)") }
        try writeLists(to: folder)
        try writeCollections(to: folder)
        var newest = NewestSheets(8)
        try choice.forEachSheet { entry, note in
            newest.add(entry)
            try write(page(of: entry, note: note), to: folder)
            if let place = addresses.files(entry.id) { try edition.writeFiles(of: entry, to: folder, place) }
        }
        try write(front(newest.heads), to: folder)
        var search = try folder.file("cerca.html")
        try SearchPage(choice, edition, page: addresses.sheet).write(to: &search)
        try search.close()
        try folder.close()
    }

    func write(_ page: SitePage, to folder: OutputFolder) throws {
        try folder.write(frame.html(page), to: page.address)
    }

    var home: (label: String, address: String) { (edition.say("Inizio", "Home"), "index.html") }

    func card(_ head: EntryHead, note: DocumentBlock.Prose? = nil) -> DocumentBlock.List.Item {
        let facts = [head.kind.label[edition.language]] + edition.labels(head.territories, .territory).prefix(3)
        return .init(
            text: head.title, target: .sheet(head.id), summary: head.summary, note: note,
            detail: facts.joined(separator: " · "))
    }

    // MARK: Lists of sheets

    private func writeLists(to folder: OutputFolder) throws {
        try writePages(
            of: index.themes, below: (edition.say("Temi", "Themes"), "temi.html"), addresses.theme, to: folder)
        try writePages(
            of: index.territories, below: (edition.say("Territori", "Territories"), "territori.html"),
            addresses.territory, to: folder)
        guard choice.isArchive else { return }
        let sheets = choice.heads.sorted { ($0.title.lowercased(), $0.id) < ($1.title.lowercased(), $1.id) }
        let title = edition.say("Tutte le schede", "All sheets")
        let page = SitePage(
            title: title, address: "schede.html", above: [home],
            blocks: [
                .heading(.init(level: 1, text: title)), .list(.init(style: .cards, items: sheets.map { card($0) })),
            ])
        try write(page, to: folder)
    }

    /// A page that lists the headings, and one for each of them.
    private func writePages(
        of headings: [ChoiceIndex.Heading], below list: (label: String, address: String),
        _ address: (_ key: String) -> String?, to folder: OutputFolder
    ) throws {
        let pages = headings.compactMap { heading in address(heading.key).map { (heading, $0) } }
        let counts = DocumentBlock.Table(
            header: [list.label, edition.say("Schede", "Sheets")],
            rows: pages.map { [.init($0.label, target: .page($1)), .init(String($0.heads.count))] }, isCounts: true)
        let all = SitePage(
            title: list.label, address: list.address, above: [home],
            blocks: [.heading(.init(level: 1, text: list.label)), .table(counts)])
        try write(all, to: folder)
        for (heading, address) in pages {
            let cards = DocumentBlock.List(style: .cards, items: heading.heads.map { card($0) })
            let one = SitePage(
                title: heading.label, address: address, above: [home, list],
                blocks: [.heading(.init(level: 1, text: heading.label)), .list(cards)])
            try write(one, to: folder)
        }
    }

    // MARK: Sheets

    /// From the page of the sheet.
    private var files: FileAddresses {
        FileAddresses { [addresses] file, entry in
            addresses.files(entry.id).map {
                FileAddresses.path(($0.split(separator: "/").last ?? "") + "/" + file.name)
            }
        }
    }

    private func page(of entry: Entry, note: String) -> SitePage {
        let prose = DocumentBlock.Prose(markdown: note, level: 2, language: edition.textLanguage(of: choice))
        let sheet = SheetBlocks(entry, note: prose, for: edition, level: 1, files: files) {
            addresses.sheet($0) != nil
        }
        return SitePage(
            title: entry.title, address: addresses.sheet(entry.id) ?? "", above: [home],
            blocks: [.sheet(sheet.blocks)] + more(entry) + held(entry.id))
    }

    /// Where to go on from a sheet: its themes and regions.
    private func more(_ entry: Entry) -> [DocumentBlock] {
        let register = edition.values.vocabularies.territories
        let themes = entry.themes.map { (edition.labels([$0], .theme)[0], addresses.theme($0)) }
        let regions = ChoiceIndex.regions(of: entry.territories, register).map { code in
            (register[code]?.name ?? code, addresses.territory(code))
        }
        let items = (themes + regions).map { label, address in
            DocumentBlock.List.Item(text: label, target: address.map { .page("../" + $0) })
        }
        guard !items.isEmpty else { return [] }
        return [.more(title: edition.say("Altre schede su", "More sheets on"), .init(style: .plain, items: items))]
    }
}
