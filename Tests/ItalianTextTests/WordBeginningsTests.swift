import ItalianText
import TestSupport
import Testing

/// What begins otherwise than all words with a term is passed over, and nothing else.
@Suite struct WordBeginningsTests {
    private func terms(_ text: String, wanted beginnings: WordBeginnings? = nil) -> [String] {
        var terms: [String] = []
        TextAnalyzer.italian.forEachTerm(in: text, wanted: beginnings) { term, _, _, _ in
            terms.append(String(decoding: term, as: UTF8.self))
        }
        return terms
    }

    /// The words that their own terms do not find.
    private func lost(_ words: some Sequence<String>) -> [String] {
        words.filter { word in
            let all = terms(word)
            return all.contains { term in
                !terms(word, wanted: TextAnalyzer.italian.beginnings(of: [term])).contains(term)
            }
        }
    }

    @Test func `every form of a family is found by its term`() {
        #expect(TextAnalyzer.italian.listedForms.count > 20_000)
        #expect(lost(TextAnalyzer.italian.listedForms.map(\.form)) == [])
        #expect(
            lost(["esce", "vanno", "diede", "dèi", "è", "più", "à", "io", "o", "R", "50", "b2b", "ßa", "ﬁume", "ñandù"])
                == [])
    }

    @Test func `every common word is found by its stem`() {
        #expect(TextAnalyzer.italian.commonWords.count > 10_000)
        #expect(lost(TextAnalyzer.italian.commonWords) == [])
        #expect(lost(TextAnalyzer.italian.stopWords) == [])
    }

    @Test(arguments: 1...8) func `words that nobody wrote are found by their stems`(seed: Int) {
        var generator = SeededGenerator(seed)
        let letters = Array("aeiouàèéìòùqucgnlrst'-")
        let words = (0..<2_000).map { _ in
            String((0..<Int.random(in: 1...9, using: &generator)).map { _ in generator.pick(letters) })
        }
        #expect(lost(words) == [])
    }

    @Test func `words that begin otherwise have no terms, but are counted`() {
        let italian = TextAnalyzer.italian
        let beginnings = italian.beginnings(of: ["orto"])
        #expect(
            terms("casa orti organo mare", wanted: beginnings) == [
                "", "\u{E000}orti", "orto", "\u{E000}organo", "organo", "",
            ])
        #expect(terms("o ò", wanted: beginnings) == ["\u{E000}o", "\u{E000}o", "o"])
        #expect(terms("casa", wanted: italian.beginnings(of: [])) == [""])
        #expect(
            terms("orto casa c", wanted: italian.beginnings(of: ["\u{E000}c"])) == [
                "", "\u{E000}casa", "casa", "\u{E000}c", "c\u{E001}",
            ])
    }
}
