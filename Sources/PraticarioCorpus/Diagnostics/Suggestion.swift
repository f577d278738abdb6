import ItalianText
package import PraticarioSystem

/// "Did you mean …?": the candidate nearest to a word that is in no vocabulary.
package enum Suggestion {
    /// The candidate at the smallest edit distance from `word`, both folded, if the distance is at most
    /// a third of the word's length; the first in order when several are equally near. `nil` says nothing
    /// rather than something silly.
    ///
    /// `Suggestion.nearest(to: "Rmoa", among: ["Roma", "Rimini"])  // "Roma"`
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(TextKey.folded(word).utf8)
        guard (2...40).contains(wanted.count) else { return nil }
        let letters = letterSet(wanted)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let limit = (best?.distance ?? wanted.count / 3 + 1) - 1
            guard limit >= 0, abs(candidate.utf8.count - wanted.count) <= limit + 4 else { continue }
            let folded = Array(TextKey.folded(candidate).utf8)
            // An edit changes at most two of the letters that occur.
            guard (letterSet(folded) ^ letters).nonzeroBitCount <= 2 * limit else { continue }
            let distance = editDistance(wanted, folded)
            if distance <= limit { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// As the end of a message; empty for none.
    package static func hint(_ suggestion: String?) -> LocalizedText {
        guard let suggestion else { return LocalizedText(both: "") }
        return LocalizedText(it: "; forse volevi «\(suggestion)»?", en: "; did you mean “\(suggestion)”?")
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
