import ItalianText

/// A text as words and the terms each stands for: where patterns are found in plain sight.
struct TermText {
    let words: [Word]

    init(_ text: String, _ analyzer: TextAnalyzer) {
        words = analyzer.words(in: text)
    }

    /// How many words count in a sheet's length.
    var length: Int {
        words.count { !$0.isStopWord }
    }

    /// The positions at which the pattern begins; occurrences may overlap.
    func occurrences(of pattern: TermPattern) -> [Int] {
        guard let first = pattern.terms.first, words.count >= pattern.terms.count else { return [] }
        let last = pattern.terms.count - 1
        var positions: [Int] = []
        for start in 0...(words.count - pattern.terms.count)
        where Self.has(words[start], first, isPrefix: pattern.isPrefix && last == 0) {
            let goesOn = (1..<max(1, pattern.terms.count)).allSatisfy { index in
                Self.has(words[start + index], pattern.terms[index], isPrefix: pattern.isPrefix && index == last)
            }
            if goesOn { positions.append(start) }
        }
        return positions
    }

    private static func has(_ word: Word, _ term: String, isPrefix: Bool) -> Bool {
        if isPrefix { return word.exact.utf8.starts(with: term.utf8) }
        return word.stands(for: term)
    }
}
