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
        guard var search = NearestName(to: word) else { return [] }
        for var candidate in candidates { candidate.withUTF8 { search.consider($0) } }
        return search.found
    }

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

    /// Edits, counting a swap of neighbours as one (optimal string alignment distance).
    package static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        editDistance(a, b, within: max(a.count, b.count)) ?? max(a.count, b.count)
    }

    /// Likewise; `nil` for more than `limit`, which is known before all of the words is compared.
    package static func editDistance(_ a: [UInt8], _ b: [UInt8], within limit: Int) -> Int? {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) <= limit ? max(a.count, b.count) : nil }
        let width = b.count + 1
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: width * 3) { rows in
            var (beforeLast, last, row) = (rows.baseAddress!, rows.baseAddress! + width, rows.baseAddress! + 2 * width)
            for j in 0..<width { last[j] = j }
            var leastBefore = 0
            for i in 1...a.count {
                row[0] = i
                var least = i
                for j in 1..<width {
                    var edits = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                    if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                        edits = min(edits, beforeLast[j - 2] + 1)
                    }
                    row[j] = edits
                    least = min(least, edits)
                }
                // A swap looks back by two rows, and adds an edit to what the row before the last had.
                if least > limit, leastBefore >= limit { return nil }
                leastBefore = least
                (beforeLast, last, row) = (last, row, beforeLast)
            }
            return last[width - 1] <= limit ? last[width - 1] : nil
        }
    }
}
