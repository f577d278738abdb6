import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A selection as one HTML document: it needs no script, asks nothing of any network, and prints as a booklet.
struct HTMLDocument {
    private let selection: Selection
    private let detail: ExportOptions.Detail
    private let markup: DocumentMarkup
    private let contents: SelectionContents
    private let link: PublicMarkdown.SheetLink

    init(_ selection: Selection, detail: ExportOptions.Detail, markup: DocumentMarkup = .page) {
        self.selection = selection
        self.detail = detail
        self.markup = markup
        contents = SelectionContents(selection)
        let present = Set(selection.items.map(\.id))
        link = { present.contains($0) ? "#" + SheetHTML.anchor($0) : nil }
    }

    private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

    func write(to out: inout some TextOutputStream) throws {
        out.write(head)
        out.write(cover)
        out.write(contentsList)
        if markup == .page { out.write("<main id=\"contenuto\">\n") }
        try selection.forEachPart { part, entry in
            switch part {
            case .text(let markdown):
                let html = PublicMarkdown(markdown, level: 2, link: link).html
                out.write(markup.wrapped("<section class=\"prose\"\(selection.textLang)>", html, "</section>"))
            case .sheet(let item):
                guard let entry else { return }
                let sheet = SheetHTML(
                    entry, note: item.note, in: selection, level: contents.sheetLevel, detail: detail, markup: markup,
                    link: link)
                out.write(sheet.html)
            }
        }
        writeIndexes(to: &out)
        if markup == .page { out.write("</main>\n<footer><p>\(Self.escaped(footer))</p></footer>\n") }
        out.write("</body>\n</html>\n")
    }

    private var head: String {
        let author = selection.curator ?? selection.settings.publisher
        let about = [("author", author), ("description", selection.summary)].compactMap { name, text in
            text.map { "<meta name=\"\(name)\" content=\"\(Self.escaped($0))\">\n" }
        }
        let style = PageHead.html(style: "<style>\n\(Templates.text("documento.css"))</style>")
        return """
            <!DOCTYPE html>
            <html lang="\(selection.language.rawValue)">
            <head>
            <meta charset="utf-8">
            \(markup == .page ? style + "\n" + about.joined() : "")<title>\(Self.escaped(selection.title))</title>
            </head>
            <body class="document\(detail == .short ? " short" : "")">

            """
    }

    private var cover: String {
        let skip = selection.say("Vai al contenuto", "Skip to the content")
        let html = markup == .page ? "<a class=\"skip\" href=\"#contenuto\">\(skip)</a>\n" : ""
        return html + CoverHTML(selection, markup, logo: selection.logo?.dataURL, acknowledges: true).html
    }

    private var contentsList: String {
        guard !selection.items.isEmpty else { return "" }
        let list = markup == .page ? "ol" : "ul"
        var html = "<h2 id=\"indice\">\(selection.say("Indice", "Contents"))</h2>\n<\(list)>\n"
        var isInside = false
        for line in contents.lines {
            switch line {
            case .heading(let text):
                html += (isInside ? "</\(list)></li>\n" : "")
                html += "<li class=\"group\">\(Self.escaped(text))\n<\(list)>\n"
                isInside = true
            case .sheet(let item):
                let kind = Self.escaped(item.kind.label[selection.language])
                html +=
                    "<li><a href=\"#\(SheetHTML.anchor(item.id))\"><bdi>\(Self.escaped(item.title))</bdi></a> "
                    + (markup == .page ? "<span class=\"kind\">\(kind)</span>" : "(\(kind))") + "</li>\n"
            }
        }
        html += (isInside ? "</\(list)></li>\n" : "") + "</\(list)>\n"
        return markup.wrapped("<nav class=\"contents\" aria-labelledby=\"indice\">", html, "</nav>")
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
        var html = "<h2>\(title)</h2>\n<dl>\n"
        for heading in headings {
            let items = heading.items.map {
                "<li><a href=\"#\(SheetHTML.anchor($0.id))\"><bdi>\(Self.escaped($0.title))</bdi></a></li>\n"
            }
            html += "<dt>\(Self.escaped(heading.label))</dt><dd><ul>\n\(items.joined())</ul></dd>\n"
        }
        out.write(markup.wrapped("<section class=\"index\">", html + "</dl>\n", "</section>"))
    }

    private var footer: String {
        let names = [selection.settings.publisher, selection.settings.title].compactMap { $0 }.filter { !$0.isEmpty }
        return selection.say("Fatto con Praticario il ", "Made with Praticario on ")
            + selection.date.text(in: selection.language)
            + (names.isEmpty ? "" : ". " + names.joined(separator: ", "))
    }
}
