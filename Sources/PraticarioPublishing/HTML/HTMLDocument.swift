import PraticarioCorpus
import PraticarioSystem

/// A document as one HTML file: it needs no script, asks nothing of any network, and prints as a booklet.
struct HTMLDocument {
    private let document: Document
    private let markup: DocumentMarkup
    private let writer: HTMLBlocks

    init(_ document: Document, markup: DocumentMarkup = .page) {
        self.document = document
        self.markup = markup
        writer = HTMLBlocks(language: document.language, markup: markup, link: document.link)
    }

    func write(to out: inout some TextOutputStream) throws {
        out.write(head)
        if markup == .page {
            let skip = document.language.say("Vai al contenuto", "Skip to the content")
            out.write("<a class=\"skip\" href=\"#contenuto\">\(skip)</a>\n")
        }
        var isInMain = markup != .page
        let main = "<main id=\"contenuto\">\n"
        for block in document.opening {
            // The curator's letter is content, what stands before it leads to it.
            if !isInMain, case .prose = block {
                out.write(main)
                isInMain = true
            }
            out.write(writer.html(of: block))
        }
        if !isInMain { out.write(main) }
        try document.forEachBlock { block in out.write(writer.html(of: block)) }
        if markup == .page {
            out.write("</main>\n<footer><p>\(HTMLText.escaped(document.footer))</p></footer>\n")
        }
        out.write("</body>\n</html>\n")
    }

    private var head: String {
        let about = [("author", document.author), ("description", document.summary)].compactMap { name, text in
            text.map { "<meta name=\"\(name)\" content=\"\(HTMLText.escaped($0))\">\n" }
        }
        let style = PageHead.html(style: "<style>\n\(Templates.text("documento.css"))</style>")
        return """
            <!DOCTYPE html>
            <html lang="\(document.language.rawValue)">
            <head>
            <meta charset="utf-8">
            \(markup == .page ? style + "\n" + about.joined() : "")<title>\(HTMLText.escaped(document.title))</title>
            </head>
            <body class="document\(document.isShort ? " short" : "")">

            """
    }
}
