import PraticarioCorpus
import PraticarioSystem
import PraticarioSearch

/// Writes blocks as HTML.
struct HTMLBlocks {
    let language: Language
    let markup: DocumentMarkup
    let link: PublicMarkdown.SheetLink

    static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

    func html(of block: DocumentBlock) -> String {
        switch block {
        case .cover(let cover): html(of: cover)
        case .contents(let lines): contents(lines)
        case .heading(let heading): html(of: heading)
        case .line(let line): html(of: line)
        case .prose(let prose): html(of: prose)
        case .note(let prose):
            markup.note(
                PublicMarkdown(prose, link: link).html,
                label: Self.escaped(language.say("Nota di chi cura", "The curator's note")), lang: lang(prose.language))
        case .facts(let facts):
            markup.facts(facts.map { (Self.escaped($0.label), $0.pieces.map(html).joined()) }, kind: "facts")
        case .list(let list): html(of: list)
        case .more(let title, let list): more(list, title)
        case .table(let table): html(of: table)
        case .figure(let figure): html(of: figure)
        case .pictures(let pictures): pictures.map(html).joined()
        case .map(let map): html(of: map)
        case .search(let search): html(of: search)
        case .index(let title, let headings): index(headings, title)
        case .sheet(let blocks):
            markup.wrapped("<article class=\"sheet\">", blocks.map(html).joined(), "</article>")
        }
    }

    // MARK: What a document says of itself

    private func html(of cover: Cover) -> String {
        var content = cover.logo.map { Self.html(of: $0) } ?? ""
        // Documents say their title and author on their own.
        if markup == .page {
            if let publisher = cover.publisher { content += "<p class=\"publisher\">\(Self.escaped(publisher))</p>\n" }
            content += "<h1 dir=\"auto\">\(Self.escaped(cover.title))</h1>\n"
        }
        if let summary = cover.summary { content += "<p class=\"summary\" dir=\"auto\">\(Self.escaped(summary))</p>\n" }
        content += markup.facts(cover.facts.map { (Self.escaped($0.label), Self.escaped($0.value)) }, kind: "about")
        if let text = cover.acknowledgement {
            content += "<p class=\"acknowledgement\">\(Self.escaped(text))</p>\n"
        }
        return markup.wrapped("<header class=\"cover\">", content, "</header>")
    }

    static func html(of logo: Cover.Picture) -> String {
        "<p><img class=\"logo\" alt=\"\(escaped(logo.name))\" src=\"\(logo.address)\"></p>\n"
    }

    private func html(of search: DocumentBlock.Search) -> String {
        """
        <form class="search" role="search" action="\(Self.escaped(search.page))" method="get">
        <label for="domanda">\(Self.escaped(search.label))</label>
        <div class="box"><input id="domanda" name="q" type="search" maxlength="1000" autocomplete="off">
        <button type="submit">\(Self.escaped(search.button))</button></div>
        </form>

        """
    }

    private func contents(_ lines: [ChoiceContents.Line]) -> String {
        let list = markup == .page ? "ol" : "ul"
        var html = "<h2 id=\"indice\">\(language.say("Indice", "Contents"))</h2>\n<\(list)>\n"
        var isInside = false
        for line in lines {
            switch line {
            case .heading(let text):
                html += (isInside ? "</\(list)></li>\n" : "")
                html += "<li class=\"group\">\(Self.escaped(text))\n<\(list)>\n"
                isInside = true
            case .sheet(let head):
                let kind = Self.escaped(head.kind.label[language])
                html +=
                    "<li>\(linked(head.title, .sheet(head.id), isName: true)) "
                    + (markup == .page
                        ? "<span class=\"kind\">\(kind)</span>"
                        : "(\(kind))" + markup.pageNumber(link(head.id), isLine: true)) + "</li>\n"
            }
        }
        html += (isInside ? "</\(list)></li>\n" : "") + "</\(list)>\n"
        return markup.wrapped("<nav class=\"contents\" aria-labelledby=\"indice\">", html, "</nav>")
    }

    private func index(_ headings: [ChoiceIndex.Heading], _ title: String) -> String {
        var html = "<h2>\(Self.escaped(title))</h2>\n<dl>\n"
        for heading in headings {
            let items = heading.heads.map {
                "<li>\(linked($0.title, .sheet($0.id), isName: true))\(markup.pageNumber(link($0.id)))</li>\n"
            }
            html += "<dt>\(Self.escaped(heading.label))</dt><dd><ul>\n\(items.joined())</ul></dd>\n"
        }
        return markup.wrapped("<section class=\"index\">", html + "</dl>\n", "</section>")
    }

    // MARK: Text

    /// The heading has the id: programs that convert the page keep those of headings only.
    private func html(of heading: DocumentBlock.Heading) -> String {
        let attributes =
            heading.sheet.map {
                " class=\"title\" id=\"\(Document.anchor($0.id))\" dir=\"auto\"\(lang($0.language))"
            } ?? (heading.isChapter ? " class=\"chapter\"" : nil)
        return "<h\(heading.level)\(attributes ?? "")>\(Self.escaped(heading.text))</h\(heading.level)>\n"
    }

    private func html(of line: DocumentBlock.Line) -> String {
        let text = Self.escaped(line.text)
        switch line.role {
        case .mark: return "<p class=\"mark\"><strong>\(text)</strong></p>\n"
        case .summary: return "<p class=\"summary\" dir=\"auto\"\(lang(line.language))>\(text)</p>\n"
        case .attribution: return "<p class=\"licence\">\(Self.escaped(line.label))\(text)</p>\n"
        }
    }

    private func html(of prose: DocumentBlock.Prose) -> String {
        let html = PublicMarkdown(prose, link: link).html
        guard prose.isBody else {
            return markup.wrapped("<section class=\"prose\"\(lang(prose.language))>", html, "</section>")
        }
        return html.isEmpty ? "" : "<div class=\"body\"\(lang(prose.language))>\n\(html)</div>\n"
    }

    /// Without its file it says what would be seen.
    private func html(of picture: DocumentBlock.Shown) -> String {
        let description = Self.escaped(picture.description)
        let credit = picture.credit.map(Self.escaped) ?? ""
        guard let address = picture.address else {
            let label = language.say("Immagine: ", "Picture: ")
            return "<p>\(label)<span\(lang(picture.language))>\(description)</span>"
                + (credit.isEmpty ? "" : " (\(credit))") + "</p>\n"
        }
        let source = "src=\"\(Self.escaped(address))\" alt=\"\(description)\"\(lang(picture.language))"
        guard markup == .page else {
            // A caption would take the place of the description (pandoc 2.17).
            return "<p><img \(source) width=\"\(min(picture.width, 480))\"></p>\n"
                + (credit.isEmpty ? "" : "<p><em>\(credit)</em></p>\n")
        }
        let caption = credit.isEmpty ? "" : "\n<figcaption dir=\"auto\">\(credit)</figcaption>"
        return "<figure class=\"picture\"><img \(source) width=\"\(picture.width)\" height=\"\(picture.height)\">"
            + "\(caption)</figure>\n"
    }

    /// For what is in another language than the document.
    private func lang(_ language: String?) -> String {
        guard let language, language != self.language.rawValue else { return "" }
        return " lang=\"\(Self.escaped(language))\""
    }

    private func html(of piece: SheetFacts.Piece) -> String {
        switch piece {
        case .text(let text): Self.escaped(text)
        case .address(let address):
            WebAddress.isSafe(address)
                ? "<a href=\"\(Self.escaped(IRI.escaped(address)))\">\(Self.escaped(Self.shown(address)))</a>"
                : Self.escaped(address)
        }
    }

    /// An address as people read it.
    private static func shown(_ address: String) -> String {
        let rest = address.drop { $0 != "/" }.drop { $0 == "/" }
        return rest.hasSuffix("/") ? String(rest.dropLast()) : String(rest)
    }

    /// - Parameter isName: whether the text is a title, which may run in another direction than what is around it.
    func linked(_ text: String, _ target: DocumentBlock.Target?, isName: Bool = false) -> String {
        let text = isName ? "<bdi>\(Self.escaped(text))</bdi>" : Self.escaped(text)
        let address: String? =
            switch target {
            case .sheet(let id): link(id)
            case .address(let url): WebAddress.isSafe(url) ? IRI.escaped(url) : nil
            case .page(let address): IRI.escaped(address)
            case nil: nil
            }
        return address.map { "<a href=\"\(Self.escaped($0))\">\(text)</a>" } ?? text
    }
}
