import ItalianText
package import PraticarioSystem

/// "Did you mean …?": the candidate nearest to a word that is in no vocabulary.
package enum Suggestion {
    /// The candidate nearest to a word: the first that begins with it as a whole word, else the one at the smallest edit
    /// distance; `nil` says nothing rather than something silly.
    ///
    /// `Suggestion.nearest(to: "Rmoa", among: ["Roma", "Rimini"])  // "Roma"`
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        near(word, candidates).first
    }

    /// All candidates that begin with a word as a whole word, at most three of them; else the nearest one.
    ///
    /// `Suggestion.near("Fiorano", names)  // ["Fiorano al Serio", "Fiorano Canavese", "Fiorano Modenese"]`
    package static func near(_ word: String, _ candidates: some Sequence<String>) -> [String] {
        let wanted = Array(TextKey.folded(word).utf8)
        guard (shortest...40).contains(wanted.count) else { return [] }
        let letters = letterSet(wanted)
        var beginning: [String] = []
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            // An edit changes at most two of the letters that occur, and one of their number.
            let limit = min(Self.limit(wanted.count), (best?.distance ?? .max) - 1)
            guard candidate.utf8.count + 2 >= wanted.count else { continue }
            let folded = Array(TextKey.folded(candidate).utf8)
            if folded.count > wanted.count, folded.starts(with: wanted), folded[wanted.count] == 0x20 {
                if !beginning.contains(candidate) { beginning.append(candidate) }
                continue
            }
            guard abs(folded.count - wanted.count) <= limit, (letterSet(folded) ^ letters).nonzeroBitCount <= 2 * limit
            else { continue }
            let distance = editDistance(wanted, folded)
            // Two slips in a word seldom touch its first letter, too.
            if distance <= limit, distance < 2 || folded.first == wanted.first { best = (candidate, distance) }
        }
        return beginning.isEmpty ? best.map { [$0.candidate] } ?? [] : Array(beginning.prefix(shown))
    }

    /// A word of fewer letters may be anything.
    private static let shortest = 3
    /// As many candidates are named at once.
    private static let shown = 3

    /// How many slips a word of so many letters may have: one, two from eight letters on.
    private static func limit(_ letters: Int) -> Int { letters < 8 ? 1 : 2 }

    /// As the end of a message; empty for none.
    package static func hint(_ suggestions: [String]) -> LocalizedText {
        guard let last = suggestions.last else { return LocalizedText(both: "") }
        let others = suggestions.dropLast()
        let it = (others.map { "«\($0)»" }.joined(separator: ", ") + (others.isEmpty ? "" : " o ") + "«\(last)»")
        let en = (others.map { "“\($0)”" }.joined(separator: ", ") + (others.isEmpty ? "" : " or ") + "“\(last)”")
        return LocalizedText(it: "; forse volevi \(it)?", en: "; did you mean \(en)?")
    }

    /// As the end of a message; empty for none.
    package static func hint(_ suggestion: String?) -> LocalizedText {
        hint(suggestion.map { [$0] } ?? [])
    }

    private static func letterSet(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    /// Edits, counting a swap of neighbours as one (optimal string alignment distance).
    package static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
