/// Plain text as Markdown that means just that text.
public enum MarkdownText {
    /// Line breaks become paragraphs; what would be markup is escaped with a backslash (CommonMark 2.4).
    public static func escaped(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map(escapedLine).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private static func escapedLine(_ line: Substring) -> String {
        let line = String(line).trimmingSpaces()
        var escaped = ""
        for (index, character) in line.enumerated() {
            if isMarkup(character, isFirst: index == 0) { escaped.append("\\") }
            escaped.append(character)
        }
        // At the end of a heading it would be taken away.
        if escaped.hasSuffix("#"), !escaped.hasSuffix("\\#") { escaped.insert("\\", at: escaped.index(before: escaped.endIndex)) }
        // `1. ` begins a list.
        let digits = escaped.prefix(while: \.isNumber)
        if !digits.isEmpty, digits.count <= 9, let mark = escaped.dropFirst(digits.count).first,
            mark == "." || mark == ")"
        {
            escaped.insert("\\", at: escaped.index(escaped.startIndex, offsetBy: digits.count))
        }
        return escaped
    }

    private static func isMarkup(_ character: Character, isFirst: Bool) -> Bool {
        switch character {
        case "\\", "`", "*", "_", "[", "]", "<", "&", "~": true
        case "#", ">", "-", "+", "=", "|": isFirst
        default: false
        }
    }
}
