import PraticarioCorpus
import PraticarioSearch

/// A selection as one HTML document: it needs no script, asks nothing of any network, and prints as a booklet.
struct HTMLDocument {
    enum Purpose {
        /// A page of its own, on screen and on paper.
        case page
        /// What another program turns into a document: no style, and the title is told to that program.
        case conversion
    }

    private let selection: Selection
    private let detail: ExportOptions.Detail
    private let purpose: Purpose
    private let contents: SelectionContents
    private let link: PublicMarkdown.SheetLink

    init(_ selection: Selection, detail: ExportOptions.Detail, purpose: Purpose = .page) {
        self.selection = selection
        self.detail = detail
        self.purpose = purpose
        contents = SelectionContents(selection)
        let present = Set(selection.items.map(\.id))
        link = { present.contains($0) ? "#" + SheetHTML.anchor($0) : nil }
    }

    private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

    func write(to out: inout some TextOutputStream) throws {
        out.write(head)
        out.write(cover)
        out.write(contentsList)
        out.write("<main id=\"contenuto\">\n")
        try selection.forEachPart { part, entry in
            switch part {
            case .text(let markdown):
                out.write(
                    "<section class=\"prose\">\n\(PublicMarkdown(markdown, level: 2, link: link).html)</section>\n")
            case .sheet(let item):
                guard let entry else { return }
                let sheet = SheetHTML(
                    entry, note: item.note, in: selection, level: contents.sheetLevel, detail: detail, link: link)
                out.write(sheet.html)
            }
        }
        writeIndexes(to: &out)
        out.write("</main>\n<footer><p>\(Self.escaped(footer))</p></footer>\n</body>\n</html>\n")
    }

    private var head: String {
        """
        <!DOCTYPE html>
        <html lang="\(selection.language.rawValue)">
        <head>
        <meta charset="utf-8">
        \(purpose == .page ? PageHead.html(style: "<style>\n\(Templates.text("documento.css"))</style>") : "")
        <title>\(Self.escaped(selection.title))</title>
        </head>
        <body class="document">

        """
    }

    private var cover: String {
        let cover = Cover(selection)
        let skip = selection.say("Vai al contenuto", "Skip to the content")
        let isPage = purpose == .page
        var html = isPage ? "<a class=\"skip\" href=\"#contenuto\">\(skip)</a>\n" : ""
        html += "<header class=\"cover\">\n"
        if let logo = selection.logo {
            let name = selection.settings.publisher ?? selection.settings.title
            html += "<p><img class=\"logo\" alt=\"\(Self.escaped(name))\" src=\"\(logo.dataURL)\"></p>\n"
        }
        if let publisher = cover.publisher { html += "<p class=\"publisher\">\(Self.escaped(publisher))</p>\n" }
        if isPage { html += "<h1 dir=\"auto\">\(Self.escaped(selection.title))</h1>\n" }
        if let summary = cover.summary { html += "<p class=\"summary\" dir=\"auto\">\(Self.escaped(summary))</p>\n" }
        let facts = cover.facts.map {
            "<dt>\(Self.escaped($0.label))</dt><dd dir=\"auto\">\(Self.escaped($0.value))</dd>\n"
        }
        html += "<dl class=\"about\">\n\(facts.joined())</dl>\n"
        if let text = cover.acknowledgement { html += "<p class=\"acknowledgement\">\(Self.escaped(text))</p>\n" }
        return html + "</header>\n"
    }

    private var contentsList: String {
        guard !selection.items.isEmpty else { return "" }
        var html = "<nav class=\"contents\" aria-labelledby=\"indice\">\n"
        html += "<h2 id=\"indice\">\(selection.say("Indice", "Contents"))</h2>\n<ol>\n"
        var isInside = false
        for line in contents.lines {
            switch line {
            case .heading(let text):
                html += (isInside ? "</ol></li>\n" : "") + "<li class=\"group\">\(Self.escaped(text))\n<ol>\n"
                isInside = true
            case .sheet(let item):
                let kind = item.kind.label[selection.language]
                html +=
                    "<li><a href=\"#\(SheetHTML.anchor(item.id))\">\(Self.escaped(item.title))</a> "
                    + "<span class=\"kind\">\(Self.escaped(kind))</span></li>\n"
            }
        }
        return html + (isInside ? "</ol></li>\n" : "") + "</ol>\n</nav>\n"
    }

    private func writeIndexes(to out: inout some TextOutputStream) {
        let index = SelectionIndex(selection)
        write(index.themes, selection.say("Indice per tema", "Index by theme"), to: &out)
        write(index.territories, selection.say("Indice per territorio", "Index by territory"), to: &out)
    }

    private func write(
        _ headings: [SelectionIndex.Heading], _ title: String, to out: inout some TextOutputStream
    ) {
        guard !headings.isEmpty else { return }
        out.write("<section class=\"index\">\n<h2>\(title)</h2>\n<dl>\n")
        for heading in headings {
            let items = heading.items.map {
                "<li><a href=\"#\(SheetHTML.anchor($0.id))\">\(Self.escaped($0.title))</a></li>\n"
            }
            out.write("<dt>\(Self.escaped(heading.label))</dt><dd><ul>\n\(items.joined())</ul></dd>\n")
        }
        out.write("</dl>\n</section>\n")
    }

    private var footer: String {
        let names = [selection.settings.publisher, selection.settings.title].compactMap { $0 }.filter { !$0.isEmpty }
        return selection.say("Fatto con Praticario il ", "Made with Praticario on ") + selection.date.iso8601
            + (names.isEmpty ? "" : ". " + names.joined(separator: ", "))
    }
}

/// What every page of ours begins with.
enum PageHead {
    /// Nothing is fetched and nothing runs, whatever stands in the page.
    static func html(style: String) -> String {
        """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' 'unsafe-inline'; \
        img-src 'self' data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        \(style)
        """
    }
}
