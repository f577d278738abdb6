import Foundation
import ItalianText
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A selection as one HTML file with a search of its own: it opens by a double click, asks nothing of any network, and
/// ranks more simply than the program does, which it says.
struct SearchPage {
    private let selection: Selection
    private let page: ((_ id: String) -> String)?

    /// - Parameter page: the address of a sheet's own page, where the search is part of a site.
    init(_ selection: Selection, page: ((_ id: String) -> String)? = nil) {
        self.selection = selection
        self.page = page
    }

    func write(to out: inout some TextOutputStream) throws {
        var entries: [Entry] = []
        try selection.forEachSheet { entries.append($1) }
        let values = [
            "title": HTMLText.escaped(selection.title), "language": selection.language.rawValue, "logo": logo,
            "style": Templates.text("cerca.css"), "script": Templates.text("cerca.js"),
            "data": Self.data(SearchPageData(selection, entries, page: page)), "noscript": list(entries),
        ]
        var rest = Templates.text("cerca.html")[...]
        // One pass: nothing that was put in is looked at again.
        while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
            let name = String(rest[open.upperBound..<close.lowerBound])
            guard let value = values[name] else { preconditionFailure("the template asks for \(name)") }
            out.write(rest[..<open.lowerBound] + value)
            rest = rest[close.upperBound...]
        }
        out.write(String(rest))
    }

    private var logo: String {
        selection.logo.map { CoverHTML.picture(of: selection, at: $0.dataURL) } ?? ""
    }

    /// For readers without scripts.
    private func list(_ entries: [Entry]) -> String {
        entries.map { entry in
            let title = "<b>\(HTMLText.escaped(entry.title))</b>"
            let link = page.map { "<a href=\"\($0(entry.id))\">\(title)</a>" } ?? title
            return "<li>\(link)" + (entry.summary.map { ": \(HTMLText.escaped($0))" } ?? "") + "</li>"
        }.joined(separator: "\n")
    }

    /// The data, as JSON in which nothing can end the element that holds it.
    private static func data(_ data: SearchPageData) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(data) else {
            preconditionFailure("the data of a page has no JSON")
        }
        var escaped = ""
        for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "<", ">", "&", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
