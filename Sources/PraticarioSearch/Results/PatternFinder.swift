import ItalianText

/// Finds the patterns of a question in texts that are gone through once: as `TermText.occurrences`, without making anything of
/// the words that nobody looks for.
struct PatternFinder {
    /// A term, or the beginning of one, that some pattern has.
    private struct Element: Hashable {
        let bytes: [UInt8]
        let isPrefix: Bool

        @inline(__always)
        func stands(in term: UnsafeBufferPointer<UInt8>, _ kind: TermScanner.TermKind) -> Bool {
            guard isPrefix ? kind == .exact && term.count >= bytes.count : term.count == bytes.count else {
                return false
            }
            // Forms begin alike, with their mark: what differs is at the end.
            for index in bytes.indices.reversed() where term[index] != bytes[index] { return false }
            return true
        }
    }

    private let elements: [Element]
    /// Of which term each pattern is, and the numbers of its elements.
    private let patterns: [(term: Int, elements: [Int])]

    /// - Parameter terms: what is looked for; those for titles only are left out.
    init(_ terms: [QueryTerm]) {
        var numbers: [Element: Int] = [:]
        patterns = terms.enumerated().flatMap { index, term in
            (term.inTitle ? [] : term.patterns).map { pattern in
                let own = pattern.terms.enumerated().map { place, text in
                    let element = Element(
                        bytes: Array(text.utf8), isPrefix: pattern.isPrefix && place == pattern.terms.count - 1)
                    numbers[element] = numbers[element] ?? numbers.count
                    return numbers[element] ?? 0
                }
                return (index, own)
            }
        }
        elements = numbers.sorted { $0.value < $1.value }.map(\.key)
    }

    /// The words that were found, in their order: where they stand, in UTF-8 offsets, and the first term that they are
    /// found for.
    func words(in text: String, _ analyzer: TextAnalyzer) -> [(range: Range<Int>, term: Int)] {
        guard !elements.isEmpty else { return [] }
        var ranges: [Range<Int>] = []
        /// Of each element the words that it stands for, and how many are joined to each.
        var found = [[(word: Int, joined: Int)]](repeating: [], count: elements.count)
        analyzer.forEachTerm(in: text) { term, kind, range, words in
            if kind == .exact { ranges.append(range) }
            for number in elements.indices where elements[number].stands(in: term, kind) {
                let word = ranges.count - 1
                if let last = found[number].last, last.word == word {
                    found[number][found[number].count - 1].joined = max(last.joined, words)
                } else {
                    found[number].append((word, words))
                }
            }
        }
        var terms: [Int: Int] = [:]
        func mark(_ words: Range<Int>, _ term: Int) {
            for word in words.clamped(to: ranges.indices) { terms[word] = min(terms[word] ?? term, term) }
        }
        for (term, elements) in patterns {
            guard let first = elements.first else { continue }
            let rest = elements.dropFirst().map { number in Set(found[number].map(\.word)) }
            for (word, joined) in found[first] where rest.indices.allSatisfy({ rest[$0].contains(word + $0 + 1) }) {
                mark(word..<(word + (rest.isEmpty ? joined : elements.count)), term)
            }
        }
        return terms.sorted { $0.key < $1.key }.map { (ranges[$0.key], $0.value) }
    }
}
