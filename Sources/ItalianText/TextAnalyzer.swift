/// How texts of one language become terms: what a term is, for the index, the question and the plain search alike.
///
/// The language of a knowledge base chooses it, see `of(language:)`.
package struct TextAnalyzer: Sendable {
    let rules: any LanguageRules
    /// A digest of the terms of a text that exercises every rule: another stemmer or lexicon gives another one, and
    /// an index made with it must be made anew.
    package let fingerprint: String
    private let scanners: ScannerPool

    package init(_ rules: any LanguageRules) {
        self.rules = rules
        scanners = ScannerPool(rules)
        fingerprint = rules.language + " " + Self.digest(of: Self.words(in: rules.probe, scanners)) + rules.digest
    }

    /// The analyzer of Italian.
    package static let italian = TextAnalyzer(ItalianRules())

    /// The analyzers by their language; sheets in any other language are read as Italian ones, which most of their
    /// names and quotations are.
    private static let all = [italian]

    /// The analyzer for texts in a language, named by its BCP 47 code.
    package static func of(language: String) -> TextAnalyzer {
        all.first { $0.language == language } ?? italian
    }

    /// BCP 47.
    package var language: String { rules.language }

    /// The words of a text, in its order.
    ///
    /// ```swift
    /// let italian = TextAnalyzer.italian
    /// italian.words(in: "L’accoglienza degli anziani").map(\.form)   // ["accoglienza", "degli", "anziani"]
    /// italian.words(in: "anziani").first?.stem == italian.words(in: "anziano").first?.stem  // true
    /// ```
    package func words(in text: String) -> [Word] {
        Self.words(in: text, scanners)
    }

    private static func words(in text: String, _ scanners: ScannerPool) -> [Word] {
        var text = text
        return text.withUTF8 { bytes in
            var words: [Word] = []
            let scanner = scanners.take()
            defer { scanners.giveBack(scanner) }
            scanner.scanWords(bytes) { word in
                words.append(
                    Word(
                        range: word.range, form: String(decoding: word.form, as: UTF8.self),
                        exact: String(decoding: word.exact, as: UTF8.self),
                        stem: word.stem.map { String(decoding: $0, as: UTF8.self) },
                        variantStem: word.variantStem.map { String(decoding: $0, as: UTF8.self) }))
                return true
            }
            return words
        }
    }

    /// Whether a form, folded or accented, is surely spelled right: it is in a word family.
    ///
    /// `TextAnalyzer.italian.isListed("anziani")  // true`
    package func isListed(_ form: String) -> Bool { rules.isListed(form) }

    /// All forms that the word families list, without accents, and the term of each; sorted by form.
    package var listedForms: [(form: String, term: String)] { rules.listedForms }

    /// The words that say nothing on their own, without accents.
    package var stopWords: [String] { rules.stopWords }

    private static func digest(of words: [Word]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for word in words {
            let terms = [word.exact, word.stem ?? "", word.variantStem ?? ""].joined(separator: " ")
            for byte in terms.utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        return String(hash, radix: 16)
    }
}
