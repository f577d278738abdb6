import PraticarioSystem

/// What a person wrote to name a territory, taken apart: `provincia di Foggia`, `Castro (LE)`, `Bari`.
package struct TerritoryName {
    /// The name without its qualifiers, as typed.
    var base: String
    /// Between brackets: letters or the name of a second-level unit.
    var qualifier: String?
    /// What the words before the name say it is.
    var level: TerritoryLevel?

    init(_ text: String) {
        base = text
        if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
            base = String(text[..<open]).trimmingSpaces()
            qualifier = String(text[text.index(after: open)...].dropLast()).trimmingSpaces()
        }
        let key = TerritoryRegister.key(base)
        for (prefix, level) in Self.prefixes where key.hasPrefix(prefix + " ") {
            let words = prefix.split(separator: " ").count
            self.level = level
            base = Self.dropWords(words, of: base)
            break
        }
    }

    /// The names the base can stand for: `dell'Aquila` is L'Aquila, `della Spezia` La Spezia, `di Foggia` Foggia.
    var candidates: [String] {
        guard level != nil else { return [base] }
        let words = TerritoryRegister.key(base).split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return [base] }
        return switch words[0] {
        case "di", "d", "del": [words[1], base]
        case "dell", "della", "dello": [words[1], "l " + words[1], "la " + words[1], "lo " + words[1], base]
        default: [base]
        }
    }

    /// `provincia di Foggia` without what it says of itself: `foggia`.
    package static func plain(_ text: String) -> String {
        TerritoryName(text).candidates[0]
    }

    /// Longest first, so that `provincia autonoma` is not read as `provincia`.
    package static let prefixes: [(String, TerritoryLevel)] = [
        ("citta metropolitana", .province), ("area metropolitana", .province),
        ("libero consorzio comunale", .province), ("libero consorzio", .province),
        ("provincia autonoma", .province), ("provincia", .province), ("prov", .province),
        ("regione autonoma", .region), ("regione", .region), ("comune", .municipality),
    ]

    private static func dropWords(_ count: Int, of text: String) -> String {
        var rest = Substring(text)
        for _ in 0..<count {
            rest = rest.drop { !$0.isLetter }.drop { $0.isLetter }
        }
        return String(rest.drop { !$0.isLetter && !$0.isNumber })
    }
}

extension Territory {
    /// The alternative names that do not say what the territory is: `Friuli`, not `Provincia di Udine`.
    package var plainAlternativeNames: [String] {
        alternativeNames.filter { TerritoryName($0).level == nil }
    }
}
