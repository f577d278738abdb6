import PraticarioSystem

/// The text of a file as its lines, whatever encoding and line ends it was saved with.
package struct SourceText: Sendable {
    /// Without line breaks, which are LF, CR LF or CR; line 1 is `lines[0]`.
    package let lines: [Substring]

    /// The line that a place points into.
    @Sendable func line(at place: TextPlace) -> String? {
        lines.indices.contains(place.line - 1) ? String(lines[place.line - 1]) : nil
    }

    package init(_ text: String) {
        var lines: [Substring] = []
        let utf8 = text.utf8
        var start = utf8.startIndex
        var index = start
        while index < utf8.endIndex {
            let byte = utf8[index]
            let next = utf8.index(after: index)
            if byte == 0x0A || byte == 0x0D {
                lines.append(text[start..<index])
                // CR LF is one line break.
                start = byte == 0x0D && next < utf8.endIndex && utf8[next] == 0x0A ? utf8.index(after: next) : next
                index = start
            } else {
                index = next
            }
        }
        lines.append(text[start...])
        self.lines = lines
    }

    /// UTF-8 with or without byte order mark; UTF-16 with one; anything else is read as Windows-1252,
    /// as old Windows programs save it, and reported.
    package static func decode(_ bytes: [UInt8], path: String) -> (text: SourceText, diagnostics: [Diagnostic]) {
        let (string, encoding) = Self.string(bytes)
        let text = SourceText(string)
        if encoding == .brokenUTF8 { return (text, [strayByte(in: text, path: path)]) }
        guard encoding == .windows1252 else { return (text, []) }
        let diagnostic = Diagnostic(
            .invalidEncoding, path: path,
            message: LocalizedText(
                it:
                    "il file non è in UTF-8: è stato letto come Windows-1252; salvalo di nuovo scegliendo la codifica UTF-8",
                en: "the file is not UTF-8: it was read as Windows-1252; save it again as UTF-8"))
        return (text, [diagnostic])
    }

    /// At the first byte that is not UTF-8.
    private static func strayByte(in text: SourceText, path: String) -> Diagnostic {
        let index = text.lines.firstIndex { $0.unicodeScalars.contains("\u{FFFD}") } ?? 0
        let column = text.lines[index].unicodeScalars.prefix { $0 != "\u{FFFD}" }.count + 1
        return Diagnostic(
            .invalidEncoding, path: path, at: TextPlace(line: index + 1, column: column),
            message: LocalizedText(
                it: "qui c'è un carattere che non è in UTF-8: riscrivilo",
                en: "here is a character that is not UTF-8: type it again"),
            excerpt: String(text.lines[index]))
    }

    enum Encoding { case utf8, utf16, windows1252, brokenUTF8 }

    /// The same without lines, and what it was read as. Only a byte that Windows-1252 leaves undefined puts a U+FFFD
    /// into a text read as such.
    static func string(_ bytes: [UInt8]) -> (text: String, encoding: Encoding) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return (decodeUTF16(bytes), .utf16)
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return (text, .utf8) }
        let repaired = String(decoding: content, as: UTF8.self)
        let foreign = repaired.unicodeScalars.count { $0.value >= 0x80 && $0 != "\u{FFFD}" }
        let lost = repaired.unicodeScalars.count { $0 == "\u{FFFD}" }
        // A stray byte does not make a text of another encoding of one that is UTF-8 everywhere else.
        return foreign > 2 * lost ? (repaired, .brokenUTF8) : (decodeWindows1252(content), .windows1252)
    }

    private static func decodeUTF16(_ bytes: [UInt8]) -> String {
        let littleEndian = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { i in
            littleEndian
                ? UInt16(bytes[i]) | UInt16(bytes[i + 1]) << 8
                : UInt16(bytes[i]) << 8 | UInt16(bytes[i + 1])
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func decodeWindows1252(_ bytes: ArraySlice<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append(
                (0x80..<0xA0).contains(byte) ? windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return String(text)
    }

    /// The bytes 0x80 to 0x9F of Windows-1252 (WHATWG Encoding, index windows-1252); the five that it leaves
    /// undefined become U+FFFD.
    private static let windows1252: [Unicode.Scalar] = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
