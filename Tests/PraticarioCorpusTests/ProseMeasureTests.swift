import TestSupport
import Testing

/// What the quality of the corpus is measured by.
@Suite struct ProseMeasureTests {
    @Test(arguments: [
        ("Uno. Due! Tre? Quattro…", ["Uno.", "Due!", "Tre?", "Quattro…"]),
        ("Dal 2016. 13 soci lavorano.", ["Dal 2016.", "13 soci lavorano."]),
        ("Costa 2.500 euro l'anno", ["Costa 2.500 euro l'anno"]),
        ("Lo dice l'art. 5 della legge n. 383. Poi basta.", ["Lo dice l'art. 5 della legge n. 383.", "Poi basta."]),
        ("A Trento c'è A.M.A. per tutti. Bene.", ["A Trento c'è A.M.A. per tutti.", "Bene."]),
        ("Chiese: «Chi viene?» Vennero tutti.", ["Chiese: «Chi viene?»", "Vennero tutti."]),
        ("Vennero tutti. «Che bello!» fu detto.", ["Vennero tutti.", "«Che bello!» fu detto."]),
        ("Un elenco;\nuna riga\n\nUn'altra.", ["Un elenco;", "una riga", "Un'altra."]),
        ("Davvero?! Sì.", ["Davvero?!", "Sì."]),
        (" … \n", []),
    ])
    func `a text is taken apart in sentences`(text: String, sentences: [String]) {
        #expect(Prose(text).sentences.map(String.init) == sentences)
    }

    @Test(arguments: [
        ("L'orto di città, nel 2019", ["L", "orto", "di", "città", "nel", "2019"]),
        ("dopo-scuola (CNR)", ["dopo", "scuola", "CNR"]),
        ("2.500 euro, 12,5 ore. 3.", ["2.500", "euro", "12,5", "ore", "3"]),
        ("— …", []),
    ])
    func `a text is taken apart in words`(text: String, words: [String]) {
        #expect(Prose(text).words.map(String.init) == words)
    }

    @Test(arguments: [
        // 2 sentences, 8 words, 39 letters: 89 + (600 − 390) / 8.
        ("Nel cortile nasce un orto. Ogni sabato lavorano.", 115.25),
        // 1 sentence, 4 words, 36 letters: 89 + (300 − 360) / 4.
        ("Organizzazione amministrativa dell'ente.", 74.0),
        // The same on two lines: two sentences.
        ("Organizzazione amministrativa\ndell'ente.", 149.0),
    ])
    func `short words and sentences make a text easy`(text: String, index: Double) {
        #expect(Prose(text).gulpease == index)
    }

    @Test func `a text without words has no readability`() {
        #expect(Prose("…").gulpease == nil)
    }

    @Test(arguments: [
        ("Un orto tra le case", "un orto, tra le CASE!", 1.0),
        ("Un orto tra le case", "Una banda che suona in piazza", 0.0),
        // Two runs each, one in common: one of three.
        ("Un orto tra le case", "Un orto tra le siepi", 1.0 / 3),
        ("Un orto", "Un orto", 0.0),
    ])
    func `texts are alike by the runs of words that they share`(a: String, b: String, similarity: Double) {
        #expect(Shingles(a).similarity(to: Shingles(b)) == similarity)
        #expect(Shingles(b).similarity(to: Shingles(a)) == similarity)
    }
}
