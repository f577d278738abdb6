import PraticarioCorpus
import PraticarioSystem

/// RDF as Turtle (https://www.w3.org/TR/turtle/). Texts and addresses are what people wrote: nothing of them goes out
/// as it is.
enum Turtle {
    enum Prefix: String {
        case dcat, dcatapit, dct, foaf, locn, owl, skos, vcard, xsd

        var namespace: String {
            switch self {
            case .dcat: "http://www.w3.org/ns/dcat#"
            case .dcatapit: "http://dati.gov.it/onto/dcatapit#"
            case .dct: "http://purl.org/dc/terms/"
            case .foaf: "http://xmlns.com/foaf/0.1/"
            case .locn: "http://www.w3.org/ns/locn#"
            case .owl: "http://www.w3.org/2002/07/owl#"
            case .skos: "http://www.w3.org/2004/02/skos/core#"
            case .vcard: "http://www.w3.org/2006/vcard/ns#"
            case .xsd: "http://www.w3.org/2001/XMLSchema#"
            }
        }
    }

    static func prefixes(_ used: [Prefix]) -> String {
        used.map { "@prefix \($0.rawValue): <\($0.namespace)> .\n" }.joined() + "\n"
    }

    static func iri(_ iri: String) -> String {
        "<\(IRI.escaped(iri))>"
    }

    static func literal(_ text: String, _ language: Language? = nil) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            // Controls and line separators of Unicode: allowed, but not every reader agrees on what they are.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FFFE}", "\u{FFFF}":
                let hex = String(scalar.value, radix: 16, uppercase: true)
                escaped += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return "\"\(escaped)\"" + (language.map { "@" + $0.rawValue } ?? "")
    }

    /// Both languages; one where they say the same, since vocabularies repeat the Italian where they have no English.
    static func literals(_ text: LocalizedText) -> [String] {
        let italian = literal(text.it, .italian)
        return text.en == text.it ? [italian] : [italian, literal(text.en, .english)]
    }

    static func date(_ date: PartialDate) -> String {
        let type = date.day != nil ? "date" : date.month != nil ? "gYearMonth" : "gYear"
        return "\"\(date.iso8601)\"^^xsd:\(type)"
    }

    /// One thing and what is said of it; a property without values is left out.
    struct Resource {
        private var text: String

        init(_ iri: String, a types: String...) {
            text = Turtle.iri(iri) + "\n    a " + types.joined(separator: ", ")
        }

        mutating func add(_ property: String, _ values: [String]) {
            if !values.isEmpty { text += " ;\n    \(property) " + values.joined(separator: ", ") }
        }

        mutating func add(_ property: String, _ value: String) {
            add(property, [value])
        }

        var turtle: String { text + " .\n\n" }
    }
}
