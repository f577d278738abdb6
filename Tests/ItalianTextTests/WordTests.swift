import ItalianText
import Testing

/// What words a text is made of, and which terms they stand for.
@Suite struct WordTests {
    @Test(arguments: [
        ("L'accoglienza degli anziani", ["accoglienza", "degli", "anziani"]),
        ("l’accoglienza", ["accoglienza"]),
        ("dell'orto, nell’università", ["orto", "università"]),
        ("un'altra quest'anno", ["altra", "anno"]),
        ("Sant'Angelo dei Lombardi", ["sant", "angelo", "dei", "lombardi"]),
        ("R&S c/o art. 5 50+", ["r", "s", "c", "o", "art", "5", "50"]),
        ("dopo-scuola", ["dopo", "scuola"]),
        ("citta' e perche' no", ["città", "e", "perché", "no"]),
        ("un 'patto' di 'casa'", ["un", "patto", "di", "casa"]),
        ("la 'città' nuova", ["la", "città", "nuova"]),
        ("CITTÀ Perché", ["città", "perché"]),
        ("citta\u{300} caffe\u{301}", ["città", "caffé"]),
        ("naïve Çelik", ["naïve", "çelik"]),
        ("\u{E000}orto", ["orto"]),
        ("a\u{E000}b", ["a", "b"]),
        ("😀 orto😀anziani", ["orto", "anziani"]),
        ("Αθήνα Москва", ["αθήνα", "москва"]),
        ("", []), ("'", []), ("'''", []), ("l'", ["l"]), ("3,5 2019/20", ["3", "5", "2019", "20"]),
    ])
    func `words are what an Italian reader sees`(text: String, forms: [String]) {
        #expect(TextAnalyzer.italian.words(in: text).map(\.form) == forms)
    }

    @Test func `ranges point at the words in the text`() {
        let text = "Più l’accoglienza, citta' e caffe\u{300}."
        let bytes = Array(text.utf8)
        let words = TextAnalyzer.italian.words(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(words == ["Più", "accoglienza", "citta", "e", "caffe\u{300}"])
    }

    @Test(arguments: ["il", "della", "perché", "perche", "PERCHÉ", "più", "piu", "cioe", "sono", "è"])
    func `stop words have an exact form and no stem`(word: String) throws {
        let found = try #require(TextAnalyzer.italian.words(in: word).first)
        #expect(found.isStopWord)
        #expect(found.exact.hasPrefix("\u{E000}"))
    }

    @Test(arguments: ["senza", "contro", "dopo", "non", "sopra", "sotto", "prima", "oltre", "solo", "stato", "casa"])
    func `words that say something are no stop words`(word: String) {
        #expect(TextAnalyzer.italian.words(in: word).first?.isStopWord == false)
    }

    @Test func `composed and decomposed spellings are one`() {
        let composed = "città perché già società"
        let decomposed = "citta\u{300} perche\u{301} gia\u{300} societa\u{300}"
        #expect(
            TextAnalyzer.italian.words(in: composed).map(\.exact)
                == TextAnalyzer.italian.words(in: decomposed).map(\.exact))
        #expect(
            TextAnalyzer.italian.words(in: composed).map(\.stem)
                == TextAnalyzer.italian.words(in: decomposed).map(\.stem))
    }

    @Test(arguments: [
        ("Città  d’Este ", "citta d'este"), ("L`Aquila", "l'aquila"), ("BOLZANO/Bozen", "bolzano/bozen"),
        ("Straße", "strasse"), ("\t a \n b ", "a b"), ("È", "e"), ("", ""),
    ])
    func `folding makes labels comparable`(text: String, folded: String) {
        #expect(TextKey.folded(text) == folded)
    }

    @Test(arguments: [
        ("L'Aquila: città d'arte", "l-aquila-citta-d-arte"), ("../../etc/passwd", "etc-passwd"), ("---", ""),
        ("Ärger & Öl", "arger-ol"), ("日本", ""), (String(repeating: "a", count: 200), String(repeating: "a", count: 80)),
        (String(repeating: "parola ", count: 20), String(repeating: "parola-", count: 10) + "parola"),
    ])
    func `a slug is lower-case ASCII and short`(text: String, slug: String) {
        #expect(TextKey.slug(text) == slug)
    }

    @Test func `the fingerprint stays the same within a process`() {
        #expect(TextAnalyzer.italian.fingerprint == TextAnalyzer.italian.fingerprint)
        #expect(!TextAnalyzer.italian.fingerprint.isEmpty)
    }
}
