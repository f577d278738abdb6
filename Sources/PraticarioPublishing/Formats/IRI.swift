/// Internationalized resource identifiers.
enum IRI {
    /// Without what no IRI may hold: one such character makes RDF readers refuse a whole file.
    static func escaped(_ iri: String) -> String {
        encoded(iri) { scalar in
            switch scalar {
            case "\u{0}"..."\u{20}", "\u{7F}"..."\u{A0}", "<", ">", "\"", "{", "}", "|", "^", "`", "\\": false
            default: true
            }
        }
    }

    /// Any text as a part of an IRI, nothing in it a separator.
    static func segment(_ text: String) -> String {
        encoded(text) { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
            default: false
            }
        }
    }

    private static func encoded(_ text: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
        var encoded = ""
        for scalar in text.unicodeScalars {
            if isKept(scalar) {
                encoded.unicodeScalars.append(scalar)
            } else {
                for byte in String(scalar).utf8 {
                    encoded += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
                }
            }
        }
        return encoded
    }
}
