import ItalianText

/// A text as words and the terms each stands for: where patterns are found in plain sight.
struct TermText {
    let words: [Word]

    init(_ text: String) {
        words = ItalianText.words(in: text)
    }

    /// How many words count in a sheet's length.
    var length: Int {
        words.count { !$0.isStopWord }
    }

    /// The positions at which the pattern begins; occurrences may overlap.
    func occurrences(of pattern: TermPattern) -> [Int] {
        guard !pattern.terms.isEmpty, words.count >= pattern.terms.count else { return [] }
        return (0...(words.count - pattern.terms.count)).filter { start in
            pattern.terms.indices.allSatisfy { index in
                let isPrefix = pattern.isPrefix && index == pattern.terms.count - 1
                return Self.has(words[start + index], pattern.terms[index], isPrefix: isPrefix)
            }
        }
    }

    private static func has(_ word: Word, _ term: String, isPrefix: Bool) -> Bool {
        if isPrefix { return word.exact.utf8.starts(with: term.utf8) }
        return word.exact == term || word.stem == term || word.variantStem == term
    }
}
