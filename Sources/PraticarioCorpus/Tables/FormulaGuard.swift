/// The apostrophe before a text that a spreadsheet program would take for a formula (OWASP, CSV Injection).
///
/// It belongs to files that leave. Whatever is read comes back without it; a text that begins like a guarded one is
/// written with one apostrophe more, so that no text is lost on the way.
package enum FormulaGuard {
    /// For a file that leaves: `+20% soci` becomes `'+20% soci`.
    static func added(to text: String) -> String {
        isFormula(text.unicodeScalars.drop { $0 == "'" }) ? "'" + text : text
    }

    /// For a file that stays: only what reading would take for a guard gets one.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.first == "'" ? added(to: text) : text
    }

    /// `'+20% soci` is `+20% soci`; `'ndrangheta` is a word.
    static func removed(from text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'"), isFormula(text.unicodeScalars.drop { $0 == "'" }) else {
            return text
        }
        return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
    }

    /// By the first scalar, not the first character: `=` followed by a combining accent is still a formula.
    private static func isFormula(_ text: Substring.UnicodeScalarView) -> Bool {
        guard let first = text.first else { return false }
        return "=+-@＝＋－＠".unicodeScalars.contains(first) || first.properties.generalCategory == .control
    }
}
