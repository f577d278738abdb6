/// Text as a YAML scalar that means just that text.
package enum YAMLText {
    /// Between double quotes; what YAML does not let stand in a file is escaped (YAML 1.2, 5.7).
    package static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _ where isEscaped(scalar): quoted += escape(scalar)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Words, codes and dates are written as people write them, anything else between quotes.
    package static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// Letters, digits, dots and hyphens between single spaces.
    static func isPlain(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9\p{L}][0-9\p{L}.\-]*( [0-9\p{L}.\-]+)*/) != nil && text != "null"
    }

    /// A key and its text. A key longer than YAML lets stand before a colon (1024 characters) is marked as one.
    static func line(_ key: String, _ text: String, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let key = quoted(key)
        guard key.unicodeScalars.count > 1_000 else { return ["\(margin)\(key): \(quoted(text))"] }
        return ["\(margin)? \(key)", "\(margin): \(quoted(text))"]
    }

    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: scalar.properties.generalCategory == .control
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let (letter, width) = scalar.value <= 0xFF ? ("x", 2) : ("u", 4)
        return "\\" + letter + String(repeating: "0", count: width - hex.count) + hex
    }
}
