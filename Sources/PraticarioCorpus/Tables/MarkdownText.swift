import PraticarioSystem

/// Plain text as Markdown that means just that text.
package enum MarkdownText {
    /// Line breaks become paragraphs; what would be markup is escaped with a backslash (CommonMark 2.4).
    package static func escaped(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map(escapedLine).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// The plain text of which `escaped` made this.
    static func unescaped(_ markdown: String) -> String {
        markdown.split(whereSeparator: \.isNewline).map { line in
            var scalars = String.UnicodeScalarView()
            var isEscaped = false
            for scalar in line.unicodeScalars {
                if scalar == "\\", !isEscaped {
                    isEscaped = true
                } else {
                    scalars.append(scalar)
                    isEscaped = false
                }
            }
            return String(scalars)
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func escapedLine(_ line: Substring) -> String {
        let line = String(line).trimmingSpaces()
        // By scalars: a bracket with a combining accent is one character, and still a bracket.
        var scalars = String.UnicodeScalarView()
        for (index, scalar) in line.unicodeScalars.enumerated() {
            if isMarkup(scalar, isFirst: index == 0) { scalars.append("\\") }
            scalars.append(scalar)
        }
        var escaped = String(scalars)
        // At the end of a heading it would be taken away.
        if escaped.hasSuffix("#"), !escaped.hasSuffix("\\#") {
            escaped.insert("\\", at: escaped.index(before: escaped.endIndex))
        }
        // `1. ` begins a list.
        let digits = escaped.prefix(while: \.isNumber)
        if !digits.isEmpty, digits.count <= 9, let mark = escaped.dropFirst(digits.count).first,
            mark == "." || mark == ")"
        {
            escaped.insert("\\", at: escaped.index(escaped.startIndex, offsetBy: digits.count))
        }
        return escaped
    }

    private static func isMarkup(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", "&", "~": true
        case "#", ">", "-", "+", "=", "|": isFirst
        default: false
        }
    }
}
