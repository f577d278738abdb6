import Foundation
import ItalianText
import PraticarioCorpus
import PraticarioSearch

/// A selection as one HTML file with a search of its own: it opens by a double click, asks nothing of any network, and
/// ranks more simply than the program does, which it says.
struct SearchPage {
    private let selection: Selection

    init(_ selection: Selection) {
        self.selection = selection
    }

    func write(to path: String) throws {
        try Files.write(Array(html.utf8), to: path)
    }

    var html: String {
        let values = [
            "title": Self.escaped(selection.title), "language": selection.language.rawValue,
            "style": Self.template("cerca.css"), "script": Self.template("cerca.js"), "data": data,
            "noscript": list,
        ]
        var html = ""
        var rest = Self.template("cerca.html")[...]
        // One pass: nothing that was put in is looked at again.
        while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
            let name = String(rest[open.upperBound..<close.lowerBound])
            guard let value = values[name] else { preconditionFailure("the template asks for \(name)") }
            html += rest[..<open.lowerBound] + value
            rest = rest[close.upperBound...]
        }
        return html + rest
    }

    private static func template(_ name: String) -> String {
        guard let file = Templates.files.first(where: { $0.name == name }) else {
            preconditionFailure("there is no template \(name)")
        }
        return "\(file.text)"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// For readers without scripts.
    private var list: String {
        selection.entries.map { entry in
            "<li><b>\(Self.escaped(entry.title))</b>" + (entry.summary.map { ": \(Self.escaped($0))" } ?? "") + "</li>"
        }.joined(separator: "\n")
    }

    /// The data, as JSON in which nothing can end the element that holds it.
    private var data: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(SearchPageData(selection)) else {
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
