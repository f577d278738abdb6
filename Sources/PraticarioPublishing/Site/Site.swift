import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A selection as a folder of static pages, with a search that needs no server: a page a sheet, a page a theme and a
/// territory, a map of the regions.
struct Site {
    private let selection: Selection
    private let index: SelectionIndex
    private let sheets: FileNames
    private let themes: FileNames
    private let territories: FileNames

    init(_ selection: Selection) {
        self.selection = selection
        index = SelectionIndex(selection)
        sheets = FileNames(selection.items.map(\.id))
        themes = FileNames(index.themes.map(\.key))
        territories = FileNames(index.territories.map(\.key))
    }

    func write(toFolder path: String) throws {
        let folder = try OutputFolder.forExport(path, mark: "site", replaces: true)
        try folder.write(Templates.text("documento.css"), to: "stile.css")
        if let logo = selection.logo { try folder.write(logo.bytes, to: "logo.\(logo.kind.rawValue)") }
        try folder.write(front.html(selection), to: "index.html")
        try writeLists(to: folder)
        try writeSheets(to: folder)
        var search = try folder.file("cerca.html")
        try SearchPage(selection, page: page(ofSheet:)).write(to: &search)
        try search.close()
        try folder.close()
    }

    // MARK: Where things are, from the top folder

    private func page(ofSheet id: String) -> String { "schede/\(sheets.name(of: id)).html" }
    private func page(ofTheme id: String) -> String { "temi/\(themes.name(of: id)).html" }
    private func page(ofTerritory code: String) -> String { "territori/\(territories.name(of: code)).html" }

    private var home: (label: String, address: String) { (selection.say("Inizio", "Home"), "index.html") }

    private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

    // MARK: The first page

    private var front: SitePage {
        var html = CoverHTML(
            selection, .page, logo: selection.logo.map { "logo.\($0.kind.rawValue)" }, acknowledges: false
        ).html
        // What the curator says comes before where the sheets are from.
        if case .text = selection.parts.first { html += parts + map } else { html += map + parts }
        return SitePage(title: selection.title, content: html, address: "index.html")
    }

    private var map: String {
        let counts = Dictionary(uniqueKeysWithValues: index.territories.map { ($0.key, $0.items.count) })
        let map = RegionMap(counts, language: selection.language) { code in
            territories.contains(code) ? page(ofTerritory: code) : nil
        }
        let caption = selection.say(
            "Quante schede per regione; una scheda può stare in più regioni, e quelle che valgono per tutta l'Italia non sono sulla mappa.",
            "How many sheets in each region; a sheet may be in several, and those for the whole of Italy are not on the map."
        )
        return "<h2>\(selection.say("Dove", "Where"))</h2>\n<figure class=\"map\">\n\(map.svg)"
            + "<figcaption>\(caption) <small lang=\"it\">\(Self.escaped(map.credit))</small></figcaption></figure>\n"
    }

    /// What the curator wrote, with the sheets in their places.
    private var parts: String {
        var html = ""
        var cards = ""
        func endCards() {
            if !cards.isEmpty { html += "<ul class=\"cards\">\n\(cards)</ul>\n" }
            cards = ""
        }
        let contents = SelectionContents(selection)
        if !contents.hasHeadings { html += "<h2>\(selection.say("Le schede", "The sheets"))</h2>\n" }
        let link: PublicMarkdown.SheetLink = { sheets.contains($0) ? page(ofSheet: $0) : nil }
        for part in selection.parts {
            switch part {
            case .text(let markdown):
                endCards()
                html +=
                    "<section class=\"prose\"\(selection.textLang)>\n\(PublicMarkdown(markdown, level: 2, link: link).html)</section>\n"
            case .sheet(let item):
                cards += card(item, note: PublicMarkdown(item.note, level: 4, link: link).html, top: "")
            }
        }
        endCards()
        return html
    }

    private func card(_ item: Selection.Item, note: String = "", top: String) -> String {
        let facts = [item.kind.label[selection.language]] + selection.labels(item.territories, .territory).prefix(3)
        let summary = item.summary.map { "<p dir=\"auto\">\(Self.escaped($0))</p>\n" } ?? ""
        return "<li><a href=\"\(top)\(page(ofSheet: item.id))\"><bdi>\(Self.escaped(item.title))</bdi></a>\n"
            + (note.isEmpty ? summary : note)
            + "<p class=\"quiet\">\(Self.escaped(facts.joined(separator: " · ")))</p></li>\n"
    }

    // MARK: Themes and territories

    private func writeLists(to folder: OutputFolder) throws {
        let themeList = (selection.say("Temi", "Themes"), "temi.html")
        let territoryList = (selection.say("Territori", "Territories"), "territori.html")
        try write(index.themes, themeList, page(ofTheme:), to: folder)
        try write(index.territories, territoryList, page(ofTerritory:), to: folder)
    }

    /// A page that lists the headings, and one for each of them.
    private func write(
        _ headings: [SelectionIndex.Heading], _ list: (label: String, address: String), _ page: (String) -> String,
        to folder: OutputFolder
    ) throws {
        let rows = headings.map { heading in
            "<tr><th scope=\"row\"><a href=\"\(page(heading.key))\">\(Self.escaped(heading.label))</a></th>"
                + "<td>\(heading.items.count)</td></tr>\n"
        }
        let count = selection.say("Schede", "Sheets")
        let table =
            "<h1>\(list.label)</h1>\n<table class=\"counts\">\n<thead><tr><th scope=\"col\">\(list.label)</th>"
            + "<th scope=\"col\">\(count)</th></tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
        try folder.write(
            SitePage(title: list.label, content: table, address: list.address, above: [home]).html(selection),
            to: list.address)
        for heading in headings {
            let cards = heading.items.map { card($0, top: "../") }.joined()
            let content = "<h1>\(Self.escaped(heading.label))</h1>\n<ul class=\"cards\">\n\(cards)</ul>\n"
            let one = SitePage(
                title: heading.label, content: content, address: page(heading.key), above: [home, list])
            try folder.write(one.html(selection), to: page(heading.key))
        }
    }

    // MARK: Sheets

    private func writeSheets(to folder: OutputFolder) throws {
        let link: PublicMarkdown.SheetLink = { sheets.contains($0) ? "../" + page(ofSheet: $0) : nil }
        try selection.forEachSheet { item, entry in
            let sheet = SheetHTML(
                entry, note: item.note, in: selection, level: 1, detail: .full, markup: .page, link: link)
            let page = SitePage(
                title: item.title, content: sheet.html + places(item), address: self.page(ofSheet: item.id),
                above: [home])
            try folder.write(page.html(selection), to: self.page(ofSheet: item.id))
        }
    }

    /// Where to go on from a sheet: its themes and regions.
    private func places(_ item: Selection.Item) -> String {
        let regions = SelectionIndex.regions(of: item, selection.values.vocabularies.territories)
        let links =
            item.themes.map { (page(ofTheme: $0), selection.labels([$0], .theme)[0]) }
            + regions.map { code in
                (page(ofTerritory: code), selection.values.vocabularies.territories[code]?.name ?? code)
            }
        let items = links.map { "<li><a href=\"../\($0.0)\">\(Self.escaped($0.1))</a></li>\n" }
        let label = selection.say("Altre schede su", "More sheets on")
        return items.isEmpty ? "" : "<nav class=\"more\"><h2>\(label)</h2>\n<ul>\n\(items.joined())</ul></nav>\n"
    }
}
