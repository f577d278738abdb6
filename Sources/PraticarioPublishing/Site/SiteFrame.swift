import PraticarioCorpus
import PraticarioSystem

/// What stands around every page of a site.
struct SiteFrame {
    /// Of the site.
    let name: String
    let edition: Edition
    /// The menu: labels and addresses from the top folder.
    let places: [(label: String, address: String)]
    /// Where a sheet is, from the top folder.
    let link: @Sendable (_ id: String) -> String?

    func html(_ page: SitePage) -> String {
        let top = SitePage.top(of: page.address)
        let name = HTMLText.escaped(self.name)
        let whole = page.above.isEmpty ? name : "\(HTMLText.escaped(page.title)) – \(name)"
        let style = "<link rel=\"stylesheet\" href=\"\(top)stile.css\">"
        let writer = HTMLBlocks(language: edition.language, markup: .page) { id in link(id).map { top + $0 } }
        return """
            <!DOCTYPE html>
            <html lang="\(edition.language.rawValue)">
            <head>
            <meta charset="utf-8">
            \(PageHead.html(style: style, hasForm: page.hasForm))
            <title>\(whole)</title>
            </head>
            <body class="site">
            <a class="skip" href="#contenuto">\(edition.say("Vai al contenuto", "Skip to the content"))</a>
            \(sender)<nav class="site" aria-label="\(edition.say("Il sito", "The site"))"><ul>
            \(menu(page, top))
            </ul></nav>
            \(breadcrumb(page, top))
            <main id="contenuto">
            \(page.blocks.map(writer.html).joined())
            </main>
            <footer><p>\(HTMLText.escaped(footer))</p></footer>
            </body>
            </html>

            """
    }

    /// Whose site it is stands above everything else.
    private var sender: String {
        let sender = Imprint(edition).sender
        return sender.isEmpty ? "" : "<p class=\"sender\">\(HTMLText.escaped(sender))</p>\n"
    }

    private func menu(_ page: SitePage, _ top: String) -> String {
        places.map { label, address in
            let current = address == page.address ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(top)\(address)\"\(current)>\(label)</a></li>"
        }.joined(separator: "\n")
    }

    private func breadcrumb(_ page: SitePage, _ top: String) -> String {
        guard !page.above.isEmpty else { return "" }
        let items = page.above.map { "<li><a href=\"\(top)\($0.address)\">\(HTMLText.escaped($0.label))</a></li>" }
        let label = edition.say("Sei qui", "You are here")
        return "<nav class=\"breadcrumb\" aria-label=\"\(label)\"><ol>\n\(items.joined(separator: "\n"))\n"
            + "<li aria-current=\"page\">\(HTMLText.escaped(page.title))</li>\n</ol></nav>"
    }

    private var footer: String {
        let settings = edition.settings
        let contact = settings.contactPoint.map { edition.say("Contatto: ", "Contact: ") + $0 }
        return Imprint(edition).sentences([contact, settings.acknowledgement])
    }
}
