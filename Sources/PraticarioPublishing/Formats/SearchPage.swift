import Foundation
import PraticarioCorpus
import PraticarioSystem
import PraticarioSearch

/// A choice as one HTML file with a search of its own: it opens by a double click, asks nothing of any network, and
/// gives the program's answers in the program's order.
struct SearchPage {
    private let choice: Choice
    private let edition: Edition
    private let page: ((_ id: String) -> String?)?

    /// - Parameter page: the address of a sheet's own page, where the search is part of a site.
    init(_ choice: Choice, _ edition: Edition, page: ((_ id: String) -> String?)? = nil) {
        self.choice = choice
        self.edition = edition
        self.page = page
    }

    func write(to out: inout some TextOutputStream) throws {
        var rest = Templates.text("cerca.html")[...]
        // One pass: nothing that was put in is looked at again.
        while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
            out.write(String(rest[..<open.lowerBound]))
            try fill(String(rest[open.upperBound..<close.lowerBound]), to: &out)
            rest = rest[close.upperBound...]
        }
        out.write(String(rest))
    }

    /// In the order in which each needs those before it.
    static let scripts = ["parole.js", "luoghi.js", "valori.js", "domanda.js", "motore.js", "cerca.js"]

    private func fill(_ name: String, to out: inout some TextOutputStream) throws {
        switch name {
        case "title": out.write(HTMLText.escaped(choice.title))
        case "language": out.write(edition.language.rawValue)
        case "logo": out.write(logo)
        case "style": out.write(Templates.text("cerca.css"))
        case "script": for name in Self.scripts { out.write(Templates.text(name)) }
        case "data": try SearchPageData(choice, edition, page: page).write(to: &out)
        case "collection": writeCollection(to: &out)
        case "noscript": writeList(to: &out)
        default: preconditionFailure("the template asks for \(name)")
        }
    }

    private var logo: String {
        Cover(choice, edition, logo: edition.logo?.dataURL, acknowledges: false).logo.map(HTMLBlocks.html) ?? ""
    }

    /// What a curator wrote, with the sheets in their order and what is said of each; nothing for the answer to a search.
    private func writeCollection(to out: inout some TextOutputStream) {
        let present = Set(choice.heads.map(\.id))
        let writer = HTMLBlocks(language: edition.language, markup: .page) { id in
            present.contains(id) ? address(of: id) : nil
        }
        let language = edition.textLanguage(of: choice)
        let isCurated = choice.parts.contains { part in
            switch part {
            case .prose: true
            case .sheet(_, let note): !note.isEmpty
            }
        }
        guard isCurated else { return }
        for part in choice.parts {
            switch part {
            case .prose(let markdown):
                out.write(writer.html(of: .prose(.init(markdown: markdown, level: 2, language: language))))
            case .sheet(let head, let note):
                out.write("<div class=\"entry\"><p>\(writer.linked(head.title, .sheet(head.id), isName: true))</p>\n")
                if !note.isEmpty {
                    out.write(writer.html(of: .note(.init(markdown: note, level: 3, language: language))))
                }
                out.write("</div>\n")
            }
        }
    }

    /// Where a sheet is shown: on its own page, or by the script on this one.
    private func address(of id: String) -> String {
        let encoded =
            id.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-_."))) ?? id
        return page?(id) ?? "#scheda=" + encoded
    }

    /// For readers without scripts.
    private func writeList(to out: inout some TextOutputStream) {
        for (number, head) in choice.heads.enumerated() {
            let title = "<b>\(HTMLText.escaped(head.title))</b>"
            let link = page?(head.id).map { "<a href=\"\($0)\">\(title)</a>" } ?? title
            let summary = head.summary.map { ": \(HTMLText.escaped($0))" } ?? ""
            out.write((number == 0 ? "" : "\n") + "<li>\(link)\(summary)</li>")
        }
    }
}
