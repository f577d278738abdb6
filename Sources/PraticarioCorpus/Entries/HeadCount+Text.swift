import ItalianText
import PraticarioSystem

extension HeadCount {
    /// A number and who is counted: `12 volontari`, `circa 80 bambini`, `oltre 1.500 persone`; `nil` for a text that says
    /// it in another way, or a number alone.
    package init?(text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard let position = words.firstIndex(where: Self.isNumber), position + 1 < words.count,
            words[..<position].allSatisfy({ Self.abouts.contains(TextKey.folded($0)) })
        else { return nil }
        let who = words[(position + 1)...].joined(separator: " ")
        guard who.first?.isLetter == true, !who.contains(where: \.isNumber),
            !Self.times.contains(TextKey.folded(words[position + 1]))
        else { return nil }
        self.init(number: words[...position].joined(separator: " "), who: who)
    }

    /// Whether a text is a number and nothing else: `12`, `circa 80`, `20-25`, `1.500`.
    package static func isNumberOnly(_ text: String) -> Bool {
        let words = text.split(separator: " ").map(String.init)
        guard let last = words.last, isNumber(last) else { return false }
        return words.dropLast().allSatisfy { abouts.contains(TextKey.folded($0)) || isNumber($0) || $0 == "-" }
    }

    private static func isNumber(_ word: String) -> Bool {
        word.first?.isNumber == true && word.allSatisfy { $0.isNumber || ".-–+".contains($0) }
    }

    /// `0-6 anni` counts nobody.
    private static let times: Set<String> = [
        "anni", "anno", "mesi", "mese", "settimane", "giorni", "ore", "years", "months",
    ]

    private static let abouts: Set<String> = [
        "circa", "oltre", "quasi", "piu", "di", "almeno", "fino", "a", "da", "tra", "fra", "e", "n.", "nr.", "about",
        "over", "up", "to", "from", "between", "and", "some",
    ]
}
