import ItalianText

/// Marks in plain text what a question found.
struct Highlighter {
    private let finder: PatternFinder
    /// Characters of a snippet, about three lines of a terminal.
    private static let snippetLength = 220

    init(_ query: ResolvedQuery, _ analyzer: TextAnalyzer) {
        finder = PatternFinder(query.terms, analyzer)
    }

    func highlight(_ text: String) -> [Fragment] {
        fragments(of: text[...], found(in: text))
    }

    /// The stretch of the texts that has the most different words of the question, else the beginning of the first.
    func snippet(of texts: [String]) -> [Fragment] {
        var best: (text: String, marks: [Mark], window: Range<Int>, value: Int)?
        for text in texts {
            let marks = found(in: text)
            let (window, value) = bestWindow(of: marks, in: text)
            if value > best?.value ?? -1 { best = (text, marks, window, value) }
        }
        guard let best else { return [] }
        return cut(best.text, best.marks, best.window)
    }

    /// A found word: UTF-8 offsets, and which of the question's terms it is.
    private struct Mark {
        let range: Range<Int>
        let term: Int
    }

    private func found(in text: String) -> [Mark] {
        finder.words(in: text).map { Mark(range: $0.range, term: $0.term) }
    }

    /// The window, in UTF-8 offsets, with the most different terms; the earliest of equals.
    private func bestWindow(of marks: [Mark], in text: String) -> (window: Range<Int>, value: Int) {
        let length = Self.snippetLength
        var best = (window: 0..<min(length, text.utf8.count), value: 0)
        for (index, first) in marks.enumerated() {
            // A bit for each term: there are at most as many as a question has words.
            var terms: UInt64 = 0
            var count = 0
            for mark in marks[index...] {
                guard mark.range.upperBound <= first.range.lowerBound + length * 3 / 4 else { break }
                terms |= 1 << UInt64(mark.term)
                count += 1
            }
            let value = terms.nonzeroBitCount * 100 + min(count, 99)
            if value > best.value {
                let start = max(0, first.range.lowerBound - length / 4)
                best = (start..<min(start + length, text.utf8.count), value)
            }
        }
        if best.window.upperBound == text.utf8.count, best.value > 0 {
            best.window = max(0, text.utf8.count - length)..<text.utf8.count
        }
        return best
    }

    /// The window widened or narrowed to whole words, with `…` where the text goes on.
    private func cut(_ text: String, _ marks: [Mark], _ window: Range<Int>) -> [Fragment] {
        // Scalars and no characters: whether a character ends somewhere is asked of all scalars before it.
        let scalars = text.unicodeScalars
        var start = Self.scalar(at: window.lowerBound, in: text)
        var end = Self.scalar(at: window.upperBound, in: text)
        // A word without end must not make a snippet without end.
        var steps = 0
        while start > text.startIndex, steps < Self.snippetLength,
            !scalars[scalars.index(before: start)].properties.isWhitespace
        {
            start = scalars.index(before: start)
            steps += 1
        }
        steps = 0
        while end < text.endIndex, steps < Self.snippetLength, !scalars[end].properties.isWhitespace {
            end = scalars.index(after: end)
            steps += 1
        }
        var fragments = fragments(of: text[start..<end], marks)
        for index in fragments.indices {
            fragments[index].text = Self.onOneLine(fragments[index].text)
        }
        if start > text.startIndex { fragments.insert(Fragment("… "), at: 0) }
        if end < text.endIndex { fragments.append(Fragment(" …")) }
        return fragments
    }

    /// With spaces for the ends of lines.
    private static func onOneLine(_ text: String) -> String {
        // To look for characters costs more than all else about a snippet. What ends lines is U+000A to U+000D, U+0085,
        // U+2028 and U+2029: no text without their first bytes has any.
        let mayEndLines = text.utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
        return mayEndLines ? String(text.map { $0.isNewline ? " " : $0 }) : text
    }

    /// The beginning of the scalar at a UTF-8 offset.
    private static func scalar(at offset: Int, in text: String) -> String.Index {
        var index = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
        while index.samePosition(in: text.unicodeScalars) == nil { index = text.utf8.index(before: index) }
        return index
    }

    private func fragments(of text: Substring, _ marks: [Mark]) -> [Fragment] {
        let whole = text.base.utf8
        var fragments: [Fragment] = []
        var position = text.startIndex
        for mark in marks {
            let lower = whole.index(whole.startIndex, offsetBy: mark.range.lowerBound)
            let upper = whole.index(whole.startIndex, offsetBy: mark.range.upperBound)
            guard lower >= position, upper <= text.endIndex else { continue }
            if lower > position { fragments.append(Fragment(String(text[position..<lower]))) }
            fragments.append(Fragment(String(text[lower..<upper]), isHighlighted: true))
            position = upper
        }
        if position < text.endIndex { fragments.append(Fragment(String(text[position...]))) }
        return fragments
    }
}
