import Foundation

/// Case folding, composition and accents.
enum Folding {
    /// Letters that no decomposition takes apart.
    private static let others: [Unicode.Scalar: String] = [
        "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
    ]

    /// Lower case and composed, accents kept.
    static func form(of text: String) -> String {
        text.lowercased().precomposedStringWithCanonicalMapping
    }

    /// Lower case, accents off.
    static func base(of text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var base = ""
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if let other = others[scalar] {
                base += other
            } else if !isMark(scalar) {
                base.unicodeScalars.append(scalar)
            }
        }
        return base
    }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
