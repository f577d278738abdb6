import Praticario
import PraticarioSearch

/// Text broken into lines between words, with emphasis that does not count in the width.
enum Paragraph {
    /// Lines of at most `width` columns, each after `indent` spaces; a longer word gets a line of its own.
    static func lines(_ fragments: [Fragment], width: Int, indent: Int, _ emphasize: (String) -> String) -> [String] {
        let space = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        var used = indent
        for word in words(fragments) {
            let length = word.reduce(0) { $0 + columns(of: $1.text) }
            if used > indent, used + 1 + length > width {
                lines.append(space + line)
                line = ""
                used = indent
            }
            if used > indent {
                line += " "
                used += 1
            }
            line += word.map { $0.isHighlighted ? emphasize($0.text) : $0.text }.joined()
            used += length
        }
        return line.isEmpty ? lines : lines + [space + line]
    }

    static func lines(_ text: String, width: Int, indent: Int) -> [String] {
        lines([Fragment(text)], width: width, indent: indent) { $0 }
    }

    /// Words as the fragments they are made of: `l'` plain and `orto` found may be one word.
    private static func words(_ fragments: [Fragment]) -> [[Fragment]] {
        var words: [[Fragment]] = [[]]
        for fragment in fragments {
            let pieces = harmless(fragment.text).split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
            for (index, piece) in pieces.enumerated() {
                if index > 0 { words.append([]) }
                if !piece.isEmpty {
                    words[words.count - 1].append(Fragment(String(piece), isHighlighted: fragment.isHighlighted))
                }
            }
        }
        return words.filter { !$0.isEmpty }
    }

    /// Text of users never speaks to the terminal: control characters are shown as U+FFFD.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    /// Columns on a terminal: two for East Asian wide characters and emoji, none for combining marks.
    static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0..<0x300: sum + 1
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                sum + 2
            default: sum + (scalar.properties.canonicalCombiningClass == .notReordered ? 1 : 0)
            }
        }
    }
}
