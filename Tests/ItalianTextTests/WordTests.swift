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

    @Test(arguments: [
        ("anti-mafia", ["antimafia"]), ("L'eco-museo del mare", ["ecomuseo"]),
        ("micro\u{2011}aree e co-progettazione", ["microaree", "coprogettazione"]),
        ("ita-lo-fran", ["italofran"]), ("a-b-c-d", []), ("2019-2020", []), ("covid-19", []), ("anti - mafia", []),
        ("anti-", []), ("nord", []),
    ])
    func `the first of words that hyphens join stands for them as one, too`(text: String, closed: [String]) throws {
        let italian = TextAnalyzer.italian
        let stems = try closed.map { try #require(italian.words(in: $0).first?.stem) }
        #expect(italian.words(in: text).compactMap(\.closedStem) == stems)
    }

    @Test func `a text of nothing but words with hyphens is one word, too`() {
        let italian = TextAnalyzer.italian
        #expect(italian.closedStem(of: "anti-mafia") == italian.words(in: "antimafia").first?.stem)
        #expect(italian.closedStem(of: "anti-mafia sociale") == nil)
        #expect(italian.closedStem(of: "antimafia") == nil)
    }

    @Test(arguments: ["gatto", "foto", "vino", "miele", "note", "peste", "cani", "perché", "arci", "uisp", "NEVE"])
    func `common words and names of networks are known`(word: String) {
        #expect(TextAnalyzer.italian.isCommon(word))
    }

    @Test(arguments: ["volontri", "riffiuti", "autissmo", "dispersone", "anzini", "bulismo", "", "fra"])
    func `slips are no common words`(word: String) {
        #expect(!TextAnalyzer.italian.isCommon(word))
    }

    @Test(arguments: [("GIT", "gita"), ("test", "testa"), ("bus", "buso"), ("web", "webe"), ("rap", "rapa")])
    func `a word that ends as no Italian word does shares no stem with one`(word: String, other: String) throws {
        let italian = TextAnalyzer.italian
        let stem = try #require(italian.words(in: word).first?.stem)
        #expect(stem != italian.words(in: other).first?.stem)
        #expect(stem == italian.words(in: word.lowercased()).first?.stem)
    }

    @Test func `the common words can be searched by bisection, each is found`() {
        let words = TextAnalyzer.italian.commonWords
        #expect(words.count > 30_000)
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(stride(from: 0, to: words.count, by: 97).allSatisfy { TextAnalyzer.italian.isCommon(words[$0]) })
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
