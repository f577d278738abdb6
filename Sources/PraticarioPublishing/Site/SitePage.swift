import PraticarioCorpus
import PraticarioSystem

/// One page of a site.
struct SitePage {
    let title: String
    /// HTML.
    let content: String
    /// From the top folder.
    let address: String
    /// The pages above it, first the first page: label and address from the top folder.
    var above: [(label: String, address: String)] = []

    func html(_ selection: Selection) -> String {
        let top = String(repeating: "../", count: address.count { $0 == "/" })
        let name = HTMLText.escaped(selection.title)
        let whole = above.isEmpty ? name : "\(HTMLText.escaped(title)) – \(name)"
        let style = "<link rel=\"stylesheet\" href=\"\(top)stile.css\">"
        return """
            <!DOCTYPE html>
            <html lang="\(selection.language.rawValue)">
            <head>
            <meta charset="utf-8">
            \(PageHead.html(style: style))
            <title>\(whole)</title>
            </head>
            <body class="site">
            <a class="skip" href="#contenuto">\(selection.say("Vai al contenuto", "Skip to the content"))</a>
            <nav class="site" aria-label="\(selection.say("Il sito", "The site"))"><ul>
            \(menu(selection).map { "<li><a href=\"\(top)\($0.address)\"\(current($0.address))>\($0.label)</a></li>" }.joined(separator: "\n"))
            </ul></nav>
            \(breadcrumb(selection, top))
            <main id="contenuto">
            \(content)
            </main>
            <footer><p>\(HTMLText.escaped(footer(selection)))</p></footer>
            </body>
            </html>

            """
    }

    private func current(_ address: String) -> String {
        address == self.address ? " aria-current=\"page\"" : ""
    }

    private func menu(_ selection: Selection) -> [(label: String, address: String)] {
        [
            (selection.say("Inizio", "Home"), "index.html"), (selection.say("Cerca", "Search"), "cerca.html"),
            (selection.say("Temi", "Themes"), "temi.html"),
            (selection.say("Territori", "Territories"), "territori.html"),
        ]
    }

    private func breadcrumb(_ selection: Selection, _ top: String) -> String {
        guard !above.isEmpty else { return "" }
        let items = above.map { "<li><a href=\"\(top)\($0.address)\">\(HTMLText.escaped($0.label))</a></li>" }
        let label = selection.say("Sei qui", "You are here")
        return "<nav class=\"breadcrumb\" aria-label=\"\(label)\"><ol>\n\(items.joined(separator: "\n"))\n"
            + "<li aria-current=\"page\">\(HTMLText.escaped(title))</li>\n</ol></nav>"
    }

    private func footer(_ selection: Selection) -> String {
        let settings = selection.settings
        var sentences = [selection.say("Fatto con Praticario il ", "Made with Praticario on ") + selection.date.iso8601]
        let names = [settings.publisher, settings.title].compactMap { $0 }.filter { !$0.isEmpty }
        if !names.isEmpty { sentences.append(names.joined(separator: ", ")) }
        if let contact = settings.contactPoint { sentences.append(selection.say("Contatto: ", "Contact: ") + contact) }
        if let text = settings.acknowledgement { sentences.append(text) }
        return sentences.joined(separator: ". ")
    }
}
