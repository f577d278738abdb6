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
                        variantStem: word.variantStem.map { String(decoding: $0, as: UTF8.self) },
                        closedStem: word.closedStem.map { String(decoding: $0, as: UTF8.self) },
                        joined: word.joined))
                return true
            }
            return words
        }
    }

    /// As `TermScanner.scan`, without making strings: for texts that are gone through once.
    ///
    /// - Parameters:
    ///   - beginnings: of the words that are wanted, see `beginnings(of:)`.
    ///   - emit: gets beside each term how many words it stands for: several for a closed stem.
    package func forEachTerm(
        in text: String, wanted beginnings: WordBeginnings? = nil,
        _ emit: (_ term: UnsafeBufferPointer<UInt8>, _ kind: TermScanner.TermKind, _ range: Range<Int>, _ words: Int) ->
            Void
    ) {
        var text = text
        text.withUTF8 { bytes in
            let scanner = scanners.take()
            defer { scanners.giveBack(scanner) }
            scanner.scan(bytes, wanted: beginnings) { term, kind, range in
                emit(term, kind, range, kind == .closedStem ? scanner.joined : 1)
                return true
            }
        }
    }

    /// How the words begin that may have one of the terms, exact or stems, or an exact form that begins with one.
    package func beginnings(of terms: [String]) -> WordBeginnings {
        WordBeginnings(
            of: terms.map { term in
                let bytes = Array(term.utf8)
                return bytes.starts(with: TermScanner.exactMark) ? Array(bytes[TermScanner.exactMark.count...]) : bytes
            }, rules)
    }

    /// Calls `body` with a scanner that nobody else uses meanwhile: for texts of which many follow, such as an index.
    package func withScanner(_ body: (TermScanner) -> Void) {
        let scanner = scanners.take()
        defer { scanners.giveBack(scanner) }
        body(scanner)
    }

    /// Whether a form, folded or accented, is surely spelled right: it is in a word family.
    ///
    /// `TextAnalyzer.italian.isListed("anziani")  // true`
    package func isListed(_ form: String) -> Bool { rules.isListed(form) }

    /// Whether a form, folded or accented, is a common word of the language, or the name of a network: then it is surely
    /// spelled right, too.
    ///
    /// `TextAnalyzer.italian.isCommon("gatto")  // true`
    package func isCommon(_ form: String) -> Bool { rules.isCommon(Folding.base(of: form)) }

    /// The common words, without accents, sorted by their bytes.
    package var commonWords: [String] { rules.commonWords }

    /// Whether a form, folded or accented, asks rather than tells what is asked for: `esempi`, `come si apre`.
    package func isAsking(_ form: String) -> Bool { rules.askingWords.contains(Folding.base(of: form)) }

    /// Whether somebody who writes a form speaks of themselves: `mio`, `ho`.
    package func isOfOneself(_ form: String) -> Bool { rules.wordsOfOneself.contains(Folding.base(of: form)) }

    /// The words that ask, without accents.
    package var askingWords: Set<String> { rules.askingWords }

    /// What a text stands for that is one word cut short, with its full stop.
    ///
    /// `TextAnalyzer.italian.expansion(of: "disab.")  // "disabilità"`
    package func expansion(of text: String) -> String? {
        guard text.last == ".", let word = words(in: text).first, word.range == 0..<(text.utf8.count - 1) else {
            return nil
        }
        return rules.abbreviations[Folding.base(of: word.form)]
    }

    /// What words cut short stand for, by their letters without accents and the full stop.
    package var abbreviations: [String: String] { rules.abbreviations }

    /// The stem of the one word that hyphens make of all words of a text: of `anti-mafia` that of `antimafia`; `nil` where
    /// something else stands between its words, or there is one only.
    package func closedStem(of text: String) -> String? {
        let words = words(in: text)
        guard words.count > 1, let closed = words[0].closedStem else { return nil }
        let bytes = Array(text.utf8)
        let areJoined = zip(words, words.dropFirst()).allSatisfy { word, next in
            Hyphen.isHyphen(String(decoding: bytes[word.range.upperBound..<next.range.lowerBound], as: UTF8.self))
        }
        return areJoined ? closed : nil
    }

    /// All forms that the word families list, without accents, and the term of each; sorted by form.
    package var listedForms: [(form: String, term: String)] { rules.listedForms }

    /// The words that say nothing on their own, with their accents and without.
    package var stopWords: [String] { rules.stopWords }

    private static func digest(of words: [Word]) -> String {
        TextDigest.of(
            words.map { word in
                [word.exact, word.stem ?? "", word.variantStem ?? "", word.closedStem ?? ""].joined(separator: " ")
            })
    }
}
