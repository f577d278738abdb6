/// What a cell takes as text.
package enum CellText {
    /// The characters a cell holds, as a spreadsheet counts them: in UTF-16.
    package static let limit = 32_767
    /// More than this nobody reads in a note over a cell.
    package static let noteLimit = 2_000
    /// Stands where something was cut off.
    package static let cutMarker = " […]"

    /// The text without what breaks a file, cut to at most `limit` characters, the marker among them.
    ///
    /// Line ends become `\n`; control characters and what XML does not know become spaces. Text that looks like an
    /// escape of the file format, `_x0041_`, is escaped, so that it is read back as it stands here.
    package static func fitted(_ text: String, to limit: Int) -> String {
        cut(escaped(text.unicodeScalars.contains(where: isReplaced) ? replaced(text) : text), to: limit)
    }

    /// The text, cut to at most `limit` characters, the marker among them.
    package static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf16.count > limit else { return text }
        var room = limit - cutMarker.utf16.count
        return text.prefix { character in
            room -= character.utf16.count
            return room >= 0
        } + cutMarker
    }

    /// How many lines a text takes in a column that is `width` characters wide; rather one more than one less.
    package static func lines(_ text: String, width: Double) -> Int {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .reduce(0) { $0 + max(1, Int((Double($1.count) / width).rounded(.up))) }
    }

    private static func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func replaced(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\r", "\u{85}", "\u{2028}", "\u{2029}": clean.append("\n")
            default: clean.append(isReplaced(scalar) ? " " : scalar)
            }
            last = scalar
        }
        return String(clean)
    }

    private static func escaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x(?=[0-9A-Fa-f]{4}_)/) { _ in "_x005F_x" }
    }
}
