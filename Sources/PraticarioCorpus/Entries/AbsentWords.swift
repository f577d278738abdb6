import ItalianText
import PraticarioSystem

/// What people write where they have nothing to say.
enum AbsentWords {
    /// Whether a text says, in any field, that nothing is known: `n.d.`, `-`, `n/a`.
    static func isAbsent(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        let key = TextKey.folded(text).trimmingSpaces()
        return marked.contains(key) || words.contains(letters(of: key))
            || key.allSatisfy { "-–—./?…_".contains($0) }
    }

    private static func letters(of key: String) -> String {
        guard key.utf8.allSatisfy({ $0 < 0x80 }) else { return key.filter { $0.isLetter || $0 == " " } }
        return String(decoding: key.utf8.filter { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x20 }, as: UTF8.self)
    }

    /// Only with their marks: `NA` is Napoli.
    private static let marked: Set<String> = ["n/a", "n.a.", "n.a", "n.p.", "n.c."]

    private static let words: Set<String> = [
        "nd", "non disponibile", "non noto", "non nota", "non so", "non lo so", "non si sa",
        "non pervenuto", "non applicabile", "da definire", "tbd", "not available",
    ]
}
