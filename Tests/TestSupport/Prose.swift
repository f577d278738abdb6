/// Plain text taken apart as a reader does: in sentences, and those in words.
package struct Prose: Sendable {
    /// Each as written, with its mark at the end. The end of a line ends a sentence, too.
    package let sentences: [Substring]
    /// Runs of letters or digits, in the order of the text. An apostrophe divides, so that `l'orto` is two; what stands
    /// within a number does not, so that `2.500` is one.
    package let words: [Substring]

    package init(_ text: String) {
        sentences = text.split(whereSeparator: \.isNewline).flatMap(Self.sentences)
        words = sentences.flatMap(Self.words)
    }

    /// The words of a text, or of a part of it.
    package static func words(_ text: some StringProtocol) -> [Substring] {
        var words: [Substring] = [], word: Range<Substring.Index>?
        let text = Substring(text)
        for position in text.indices {
            let next = text.index(after: position)
            if isPartOfWord(text[position]) || isWithinNumber(position, of: text) {
                word = (word?.lowerBound ?? position)..<next
            } else if let ended = word {
                words.append(text[ended])
                word = nil
            }
        }
        return words + (word.map { [text[$0]] } ?? [])
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }

    private static func isWithinNumber(_ position: Substring.Index, of text: Substring) -> Bool {
        guard text[position] == "." || text[position] == ",", position > text.startIndex else { return false }
        let next = text.index(after: position)
        return text[text.index(before: position)].isNumber && next < text.endIndex && text[next].isNumber
    }

    private static let marks: Set<Character> = [".", "!", "?", "…"]
    private static let closing: Set<Character> = ["»", "”", "\"", ")", "'", "’"]
    private static let opening: Set<Character> = ["«", "“", "\"", "("]
    /// Their point says that they are short, not that a sentence ends.
    private static let abbreviations: Set<Substring> = ["art", "artt", "cap", "dott", "n", "nn", "pag", "prof", "sig"]

    private static func sentences(_ line: Substring) -> [Substring] {
        var sentences: [Substring] = [], start = line.startIndex, position = start
        func add(upTo end: Substring.Index) {
            let sentence = line[start..<end].drop(while: \.isWhitespace)
            if sentence.contains(where: isPartOfWord) { sentences.append(sentence) }
            start = end
        }
        while position < line.endIndex {
            let isMark = marks.contains(line[position])
            let mark = position
            line.formIndex(after: &position)
            guard isMark else { continue }
            while position < line.endIndex, marks.contains(line[position]) || closing.contains(line[position]) {
                line.formIndex(after: &position)
            }
            if !isShort(line[start..<mark]), beginsSentence(line[position...]) { add(upTo: position) }
        }
        add(upTo: line.endIndex)
        return sentences
    }

    /// Whether what stands before a point is an abbreviation or an initial.
    private static func isShort(_ text: Substring) -> Bool {
        guard let word = text.split(whereSeparator: { !isPartOfWord($0) }).last, word.endIndex == text.endIndex
        else { return false }
        return word.count == 1 && word.allSatisfy(\.isLetter) || abbreviations.contains(word)
    }

    private static func beginsSentence(_ rest: Substring) -> Bool {
        let text = rest.drop(while: \.isWhitespace)
        guard text.startIndex != rest.startIndex else { return false }
        guard let first = text.drop(while: opening.contains).first else { return true }
        return first.isUppercase || first.isNumber
    }
}

extension Prose {
    /// How easily an Italian reads it, by the Gulpease index: 89 + (300 × sentences − 10 × letters) / words. 0 is the hardest,
    /// 100 the easiest; whoever finished middle school reads by themselves from 60 on, high school from 40 on. `nil` without words.
    ///
    /// Lucisano and Piemontese, «GULPEASE: una formula per la predizione della difficoltà dei testi in lingua italiana»,
    /// Scuola e città, 3, 31 March 1988, pages 110–124. Digits count as letters. Very short sentences give more than 100,
    /// which is left so.
    package var gulpease: Double? {
        guard !words.isEmpty else { return nil }
        let letters = words.reduce(0) { $0 + $1.count }
        return 89 + Double(300 * sentences.count - 10 * letters) / Double(words.count)
    }
}
