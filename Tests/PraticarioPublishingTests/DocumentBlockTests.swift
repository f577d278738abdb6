import Foundation
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import TestSupport
import Testing

@testable import PraticarioPublishing

/// Every kind of block, with hostile text wherever there is text, as each writer renders it.
@Suite struct DocumentBlockTests {
    private static let hostile = #"</td>|<b> \| *y* [z](x:1) "q""#

    private static let table = DocumentBlock.Table(
        caption: "Quante | \(hostile)", header: ["|Anno", "<Schede>"],
        rows: [
            [.init(hostile, target: .sheet("orto")), .init("1|2")],
            [.init("2024", target: .page("anni/a b.html")), .init("3", target: .address("javascript:alert(1)"))],
        ], isCounts: true)

    private static let cards = DocumentBlock.List(
        style: .cards,
        items: [
            .init(
                text: hostile, target: .sheet("orto"), summary: "Non si vede.",
                note: .init(markdown: "Una **nota**.\n\n<script>1</script>", level: 4, language: "it"), detail: "idea"),
            .init(text: "Senza pagina", target: .sheet("altrove"), summary: hostile, detail: "pratica · <Roma>"),
        ])

    private static var document: Document {
        Document(
            title: "Prova", language: .italian, link: { $0 == "orto" ? "#scheda-orto" : nil },
            forEachBlock: forEachBlock)
    }

    private static func forEachBlock(_ take: (DocumentBlock) throws -> Void) throws {
        try take(.heading(.init(level: 2, text: hostile)))
        try take(.prose(.init(markdown: "## Prosa\n\n<i>x</i> [orto](scheda:orto)", level: 2, language: "en")))
        try take(.table(table))
        let path = "<path d=\"M0 0h1v1z\"/>\n"
        try take(
            .figure(
                .init(
                    id: "anni", title: "Per anno \(hostile)", description: "Cresce. \(hostile)", data: table,
                    picture: .init(width: 2, height: 4, shownWidth: 1, content: path))))
        try take(.list(cards))
        try take(.line(.init(role: .mark, text: "# <mark>")))
        try take(
            .more(title: "Altro", .init(style: .plain, items: [.init(text: "<Temi>", target: .page("temi.html"))])))
        try take(.heading(.init(level: 3, text: "Fonti")))
        let url = "https://example.org/a|b\"<c>"
        try take(
            .list(.init(style: .sources, items: [.init(text: hostile, target: .address(url), detail: " (letta)")])))
        try take(
            .sheet([
                .heading(.init(level: 3, text: hostile, sheet: .init(id: "orto", language: "en"))),
                .line(.init(role: .summary, text: hostile, language: "it")),
                .note(.init(markdown: "Nota <b>x</b>", level: 4, language: "it")),
                .facts([.init(label: "Chi & <chi>", pieces: [.text(hostile + " "), .address("javascript:1")])]),
                .prose(.init(markdown: "# Uno\n\nDue", level: 4, language: "it", isBody: true)),
                .line(.init(role: .attribution, label: "Licenza: ", text: hostile)),
            ]))
        try take(.map(RegionMap(["12": 2, "XX": 9], language: .italian) { $0 == "12" ? "territori/12.html" : nil }))
    }

    private static func html(_ markup: DocumentMarkup) throws -> String {
        var text = ""
        try HTMLDocument(document, markup: markup).write(to: &text)
        // The style sheet has tests of its own, and so have the map and the pictures of figures.
        text.removeSubrange(text.startIndex..<(text.range(of: "<body")?.lowerBound ?? text.startIndex))
        text.replace(#/<small.*?</small>/#, with: "(credito)")
        text.replace(#/<p><img src="data:image/svg.*?<\/p>/#, with: "(immagine)")
        return text.replacing(#/<svg role="group".*?<\/svg>/#.dotMatchesNewlines(), with: "(mappa)")
    }

    private static func markdown() throws -> String {
        var text = ""
        try MarkdownDocument(document).write(to: &text)
        return text
    }

    /// Of the hostile text nothing is markup: it is the same stretch of text everywhere, here a pair of braces.
    @Test func `a page says every block, and nothing of a text is markup`() throws {
        #expect(try Self.html(.page).replacing(HTMLText.escaped(Self.hostile), with: "{}") == Self.page + "\n")
    }

    @Test func `what programs convert says every block without landmarks, row heads and pictures`() throws {
        #expect(
            try Self.html(.conversion).replacing(HTMLText.escaped(Self.hostile), with: "{}") == Self.conversion + "\n")
    }

    @Test func `Markdown says every block, and nothing of a text is markup`() throws {
        #expect(
            try Self.markdown().replacing(MarkdownText.escaped(Self.hostile), with: "{}") == Self.expectedMarkdown
                + "\n\n")
    }

    @Test func `another program reads the Markdown as what was meant`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString).md").path()
        defer { Files.remove(path) }
        try Files.write(Array(Self.markdown().utf8), to: path)
        let read: Reading = try Python.read(path, by: Self.reader)
        let cells = ["|Anno", "<Schede>", Self.hostile, "1|2", "2024", "3"]
        #expect(read.cells == cells + cells + ["Regione", "Schede", "Lazio", "2"])
        #expect(!read.tags.contains("b") && !read.tags.contains("script") && !read.tags.contains("mark"))
        #expect(!read.addresses.isEmpty && read.addresses.allSatisfy { !$0.contains(":") || $0.hasPrefix("https:") })
    }

    @Test func `a figure without a picture says what it would show`() throws {
        let figure = DocumentBlock.Figure(id: "f", title: "T", description: "<D>", data: .init(header: ["A"], rows: []))
        let writer = HTMLBlocks(language: .italian, markup: .page) { _ in nil }
        #expect(writer.html(of: .figure(figure)).contains("<figcaption><strong>T</strong> &lt;D&gt;</figcaption>"))
    }

    @Test func `an image of a document is the picture of the figure, another one where that is made, or none`()
        async throws
    {
        let figure = DocumentBlock.Figure(
            id: "f", title: "T", description: "D", data: .init(header: ["A"], rows: []),
            picture: .init(width: 10, height: 10, content: "<path d=\"M0 0h1v1z\"/>"))
        let html = "<h2>A</h2>\n" + figure.image + "<p>data:image/svg+xml;base64,x</p>\n"
        let made = try await DocumentBlock.Figure.withImages(html) { svg, _ in
            #expect(String(decoding: svg, as: UTF8.self) == figure.svg)
            return [1, 2, 3]
        }
        #expect(
            made == "<h2>A</h2>\n<p><img src=\"data:image/png;base64,AQID\" width=\"10\" alt=\"D\"></p>\n"
                + "<p>data:image/svg+xml;base64,x</p>\n")
        let without = try await DocumentBlock.Figure.withImages(html) { _, _ in nil }
        #expect(without == "<h2>A</h2>\n\n<p>data:image/svg+xml;base64,x</p>\n")
    }

    private struct Reading: Decodable {
        var cells: [String]
        var tags: [String]
        var addresses: [String]
    }

    private static let reader = #"""
        import html.parser, json, subprocess, sys

        class Reader(html.parser.HTMLParser):
            cells, tags, addresses, inside = [], [], [], False

            def handle_starttag(self, tag, attributes):
                self.tags.append(tag)
                self.addresses += [value for name, value in attributes if name == "href"]
                if tag in ("td", "th"):
                    self.cells.append("")
                    self.inside = True

            def handle_endtag(self, tag):
                self.inside = self.inside and tag not in ("td", "th")

            def handle_data(self, data):
                if self.inside:
                    self.cells[-1] += data

        reader = Reader()
        command = ["pandoc", "--from=gfm", "--to=html", "--wrap=none", sys.argv[1]]
        reader.feed(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        json.dump({"cells": reader.cells, "tags": reader.tags, "addresses": reader.addresses}, sys.stdout)
        """#

    // MARK: What is expected

    private static let page = #"""
        <body class="document">
        <a class="skip" href="#contenuto">Vai al contenuto</a>
        <main id="contenuto">
        <h2>{}</h2>
        <section class="prose" lang="en">
        <h2>Prosa</h2>
        <p>x <a href="#scheda-orto">orto</a></p>
        </section>
        <table class="counts">
        <caption>Quante | {}</caption>
        <thead><tr><th scope="col">|Anno</th><th scope="col">&lt;Schede&gt;</th></tr></thead>
        <tbody>
        <tr><th scope="row"><a href="#scheda-orto">{}</a></th><td>1|2</td></tr>
        <tr><th scope="row"><a href="anni/a%20b.html">2024</a></th><td>3</td></tr>
        </tbody>
        </table>
        <figure class="data">
        <figcaption><strong>Per anno {}</strong> Cresce. {}</figcaption>
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="anni-titolo anni-descrizione" viewBox="0 0 2 4" width="1" height="2" font-size="12" font-family="Carlito, Calibri, Liberation Sans, sans-serif">
        <title id="anni-titolo">Per anno {}</title>
        <desc id="anni-descrizione">Cresce. {}</desc>
        <path d="M0 0h1v1z"/>
        </svg>
        <table class="counts">
        <caption>Quante | {}</caption>
        <thead><tr><th scope="col">|Anno</th><th scope="col">&lt;Schede&gt;</th></tr></thead>
        <tbody>
        <tr><th scope="row"><a href="#scheda-orto">{}</a></th><td>1|2</td></tr>
        <tr><th scope="row"><a href="anni/a%20b.html">2024</a></th><td>3</td></tr>
        </tbody>
        </table>
        </figure>
        <ul class="cards">
        <li><a href="#scheda-orto"><bdi>{}</bdi></a>
        <p>Una <strong>nota</strong>.</p>
        <p class="quiet">idea</p></li>
        <li><bdi>Senza pagina</bdi>
        <p dir="auto">{}</p>
        <p class="quiet">pratica · &lt;Roma&gt;</p></li>
        </ul>
        <p class="mark"><strong># &lt;mark&gt;</strong></p>
        <nav class="more"><h2>Altro</h2>
        <ul>
        <li><a href="temi.html">&lt;Temi&gt;</a></li>
        </ul></nav>
        <h3>Fonti</h3>
        <ul class="sources">
        <li dir="auto"><a href="https://example.org/a%7Cb%22%3Cc%3E">{}</a> (letta)</li>
        </ul>
        <article class="sheet">
        <h3 class="title" id="scheda-orto" dir="auto" lang="en">{}</h3>
        <p class="summary" dir="auto">{}</p>
        <div class="note" role="note" aria-label="Nota di chi cura">
        <p>Nota x</p>
        </div>
        <dl class="facts">
        <dt>Chi &amp; &lt;chi&gt;</dt><dd dir="auto">{} javascript:1</dd>
        </dl>
        <div class="body">
        <h4>Uno</h4>
        <p>Due</p>
        </div>
        <p class="licence">Licenza: {}</p>
        </article>
        <figure class="map">
        (mappa)
        <figcaption>Quante schede per regione; una scheda può stare in più regioni, e quelle che valgono per tutta l'Italia non sono sulla mappa. (credito)</figcaption></figure>
        </main>
        <footer><p></p></footer>
        </body>
        </html>
        """#

    private static let conversion = #"""
        <body class="document">
        <h2>{}</h2>
        <h2>Prosa</h2>
        <p>x <a href="#scheda-orto">orto</a></p>
        <table class="counts">
        <caption>Quante | {}</caption>
        <colgroup><col style="width: 44%"><col style="width: 14%"></colgroup>
        <thead><tr><th scope="col">|Anno</th><th scope="col" style="text-align: right">&lt;Schede&gt;</th></tr></thead>
        <tbody>
        <tr><td><b><a href="#scheda-orto">{}</a></b></td><td style="text-align: right">1|2</td></tr>
        <tr><td><b><a href="anni/a%20b.html">2024</a></b></td><td style="text-align: right">3</td></tr>
        </tbody>
        </table>
        <h4>Per anno {}</h4>
        (immagine)
        <p>Cresce. {}</p>
        <table class="counts">
        <caption>Quante | {}</caption>
        <colgroup><col style="width: 44%"><col style="width: 14%"></colgroup>
        <thead><tr><th scope="col">|Anno</th><th scope="col" style="text-align: right">&lt;Schede&gt;</th></tr></thead>
        <tbody>
        <tr><td><b><a href="#scheda-orto">{}</a></b></td><td style="text-align: right">1|2</td></tr>
        <tr><td><b><a href="anni/a%20b.html">2024</a></b></td><td style="text-align: right">3</td></tr>
        </tbody>
        </table>
        <ul class="cards">
        <li><a href="#scheda-orto"><bdi>{}</bdi></a>
        <p>Una <strong>nota</strong>.</p>
        <p class="quiet">idea</p></li>
        <li><bdi>Senza pagina</bdi>
        <p dir="auto">{}</p>
        <p class="quiet">pratica · &lt;Roma&gt;</p></li>
        </ul>
        <p class="mark"><strong># &lt;mark&gt;</strong></p>
        <h2>Altro</h2>
        <ul>
        <li><a href="temi.html">&lt;Temi&gt;</a></li>
        </ul>
        <h3>Fonti</h3>
        <ul class="sources">
        <li dir="auto"><a href="https://example.org/a%7Cb%22%3Cc%3E">{}</a> (letta)</li>
        </ul>
        <h3 class="title" id="scheda-orto" dir="auto" lang="en">{}</h3>
        <p class="summary" dir="auto">{}</p>
        <blockquote>
        <p>Nota x</p>
        </blockquote>
        <table><colgroup><col style="width: 26%"><col style="width: 74%"></colgroup>
        <tbody>
        <tr><td><b>Chi &amp; &lt;chi&gt;</b></td><td>{} javascript:1</td></tr>
        </tbody></table>
        <div class="body">
        <h4>Uno</h4>
        <p>Due</p>
        </div>
        <p class="licence">Licenza: {}</p>
        <table class="counts">
        <caption>Quante schede per regione; una scheda può stare in più regioni, e quelle che valgono per tutta l&#39;Italia non sono sulla mappa.</caption>
        <colgroup><col style="width: 12%"><col style="width: 11%"></colgroup>
        <thead><tr><th scope="col">Regione</th><th scope="col" style="text-align: right">Schede</th></tr></thead>
        <tbody>
        <tr><td><b><a href="territori/12.html">Lazio</a></b></td><td style="text-align: right">2</td></tr>
        </tbody>
        </table>
        </body>
        </html>
        """#

    private static let expectedMarkdown = ##"""
        ## {}

        ## Prosa

        x [orto](#scheda-orto)

        *Quante | {}*

        | \|Anno | \<Schede> |
        | --- | ---: |
        | [\</td>\|\<b> \\\| \*y\* \[z\](x:1) "q"](#scheda-orto) | 1\|2 |
        | [2024](<anni/a%20b.html>) | 3 |

        **Per anno {}**

        Cresce. {}

        *Quante | {}*

        | \|Anno | \<Schede> |
        | --- | ---: |
        | [\</td>\|\<b> \\\| \*y\* \[z\](x:1) "q"](#scheda-orto) | 1\|2 |
        | [2024](<anni/a%20b.html>) | 3 |

        - [{}](#scheda-orto): Una **nota**. (idea)
        - Senza pagina: {} (pratica · \<Roma>)

        **\# \<mark>**

        ## Altro

        - [\<Temi>](<temi.html>)

        ### Fonti

        - [{}](<https://example.org/a%7Cb%22%3Cc%3E>) (letta)

        <a id="scheda-orto"></a>

        ### {}

        *{}*

        > Nota x

        - **Chi \& \<chi>**: {} javascript:1

        #### Uno

        Due

        Licenza: {}

        *Quante schede per regione; una scheda può stare in più regioni, e quelle che valgono per tutta l'Italia non sono sulla mappa.*

        | Regione | Schede |
        | --- | ---: |
        | [Lazio](<territori/12.html>) | 2 |
        """##
}
