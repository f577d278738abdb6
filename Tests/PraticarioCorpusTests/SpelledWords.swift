import Foundation

/// Words as a dictionary has them, and those that may stand though it has them not: `Fixtures/parole.txt`, a word a line, sorted.
/// Names and foreign words as they are written; a word in lower case allows a capital, too.
struct SpelledWords {
    private let listed: Set<String>

    static func lines() throws -> [String] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/parole.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    static func allowed() throws -> SpelledWords {
        SpelledWords(listed: Set(try lines()))
    }

    func allows(_ word: String) -> Bool {
        Self.forms(of: word).contains(where: listed.contains)
    }

    /// How a word may stand in the list.
    static func forms(of word: String) -> [String] {
        let decapitalized = word.prefix(1).lowercased() + word.dropFirst()
        return decapitalized == word ? [word] : [word, decapitalized]
    }

    /// The words of a text, none with a digit. An apostrophe belongs to what stands before it: `dell'orto` is `dell'` and
    /// `orto`, so that what may be elided is a closed list of its own.
    static func words(in text: String) -> [String] {
        text.replacing("’", with: "'").split { !$0.isLetter && !$0.isNumber && $0 != "'" }.flatMap { run in
            var words: [String] = [], word = ""
            for character in run {
                word.append(character)
                if character == "'" {
                    words.append(word)
                    word = ""
                }
            }
            return words + [word]
        }
        .filter { $0.contains(where: \.isLetter) && !$0.contains(where: \.isNumber) }
    }
}
