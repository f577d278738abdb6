import ItalianText

/// Finds the patterns of a question in texts that are gone through once: as `TermText.occurrences`, without making anything of
/// the words that nobody looks for.
struct PatternFinder {
    /// A term, or the beginning of one, that some pattern has.
    private struct Element: Hashable {
        let bytes: [UInt8]
        let isPrefix: Bool
    }

    /// Where an element lies in the bytes of all.
    private struct Span {
        let start: Int
        let count: Int
        let isPrefix: Bool

        @inline(__always)
        func stands(
            in term: UnsafeBufferPointer<UInt8>, _ kind: TermScanner.TermKind, _ bytes: UnsafeBufferPointer<UInt8>
        ) -> Bool {
            guard isPrefix ? kind == .exact && term.count >= count : term.count == count else { return false }
            // Forms begin alike, with their mark: what differs is at the end.
            var index = count
            while index > 0 {
                index -= 1
                if term[index] != bytes[start + index] { return false }
            }
            return true
        }
    }

    private let analyzer: TextAnalyzer
    private let spans: [Span]
    private let bytes: [UInt8]
    /// Of which term each pattern is, and the numbers of its elements.
    private let patterns: [(term: Int, elements: [Int])]
    private let beginnings: WordBeginnings

    /// - Parameter terms: what is looked for; those for titles only are left out.
    init(_ terms: [QueryTerm], _ analyzer: TextAnalyzer) {
        self.analyzer = analyzer
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
        let elements = numbers.sorted { $0.value < $1.value }.map(\.key)
        bytes = elements.flatMap(\.bytes)
        beginnings = analyzer.beginnings(of: terms.filter { !$0.inTitle }.flatMap(\.patterns).flatMap(\.terms))
        var start = 0
        spans = elements.map { element in
            defer { start += element.bytes.count }
            return Span(start: start, count: element.bytes.count, isPrefix: element.isPrefix)
        }
    }

    /// The words that were found, in their order: where they stand, in UTF-8 offsets, and the first term that they are
    /// found for.
    func words(in text: String) -> [(range: Range<Int>, term: Int)] {
        guard !spans.isEmpty else { return [] }
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(text.utf8.count / 5)
        /// Of each element the words that it stands for, and how many are joined to each.
        var found = [[(word: Int, joined: Int)]](repeating: [], count: spans.count)
        spans.withUnsafeBufferPointer { spans in
            bytes.withUnsafeBufferPointer { bytes in
                analyzer.forEachTerm(in: text, wanted: beginnings) { term, kind, range, words in
                    if kind == .exact { ranges.append(range) }
                    for number in 0..<spans.count where spans[number].stands(in: term, kind, bytes) {
                        let word = ranges.count - 1
                        if let last = found[number].last, last.word == word {
                            found[number][found[number].count - 1].joined = max(last.joined, words)
                        } else {
                            found[number].append((word, words))
                        }
                    }
                }
            }
        }
        var marked: [(word: Int, term: Int)] = []
        for (term, elements) in patterns {
            guard let first = elements.first else { continue }
            let rest = elements.dropFirst().map { number in Set(found[number].map(\.word)) }
            for (word, joined) in found[first] where rest.indices.allSatisfy({ rest[$0].contains(word + $0 + 1) }) {
                let words = word..<(word + (rest.isEmpty ? joined : elements.count))
                for word in words.clamped(to: ranges.indices) { marked.append((word, term)) }
            }
        }
        marked.sort { $0 < $1 }
        var last = -1
        return marked.compactMap { word, term in
            guard word != last else { return nil }
            last = word
            return (ranges[word], term)
        }
    }
}
