import ItalianText
import Testing

/// The lists that decide what a word is, walked from end to end.
@Suite struct WordRulesTests {
    private static let elided = """
        l un d c m t s v n gl dell all dall nell sull coll pell degl agl dagl negl sugl cogl quest quell quegl codest bell
        tutt nessun ciascun qualcun alcun anch com dov cos quand mezz cent trent vent sett ott nov senz ch o j
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    @Test(arguments: elided)
    func `what an apostrophe cuts short stands before no word`(article: String) {
        for apostrophe in ["'", "’"] {
            #expect(TextAnalyzer.italian.words(in: article + apostrophe + "orto").map(\.form) == ["orto"])
            #expect(TextAnalyzer.italian.words(in: article.uppercased() + apostrophe + "Orto").map(\.form) == ["orto"])
        }
        #expect(TextAnalyzer.italian.words(in: article + " orto").count == 2)
    }

    @Test(arguments: ["sant", "grand", "brav", "pov", "quattr"])
    func `what is no article stays a word`(word: String) {
        #expect(TextAnalyzer.italian.words(in: word + "'orto").map(\.form) == [word, "orto"])
    }

    @Test(arguments: [
        ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("ø", "o"), ("đ", "d"), ("ð", "d"), ("ł", "l"), ("ı", "i"), ("þ", "th"),
        ("é", "e"), ("ç", "c"), ("ñ", "n"), ("å", "a"), ("ü", "u"), ("Ø", "o"), ("Œ", "oe"),
    ])
    func `letters of other languages are found by ours`(letter: String, plain: String) {
        #expect(TextKey.folded("x\(letter)y") == "x\(plain)y")
        #expect(TextAnalyzer.italian.words(in: "x\(letter)yz").first?.exact == "\u{E000}x\(plain)yz")
    }

    @Test(arguments: [
        ("citta'", "città"), ("caffe'", "caffè"), ("lunedi'", "lunedì"), ("pero'", "però"), ("puo'", "può"),
        ("gioventu'", "gioventù"), ("benche'", "benché"), ("ne'", "né"), ("verra'", "verrà"), ("CITTA'", "città"),
    ])
    func `an apostrophe after a vowel is its accent`(typed: String, form: String) {
        #expect(TextAnalyzer.italian.words(in: typed).map(\.form) == [form])
    }

    @Test(arguments: ["orti2", "b2b", "2023", "co2", "legge104", "3orti", "b2volontari"])
    func `what holds a digit is its own stem`(code: String) {
        #expect(TextAnalyzer.italian.words(in: code).map(\.stem) == [code])
    }

    @Test(arguments: [
        ("ass.", "associazione"), ("Disab.", "disabilità"), ("PERS.", "persone"), ("ass", nil), ("orto.", nil),
        (".", nil),
        ("di ass.", nil), ("l'ass.", nil), ("ass..", nil),
    ])
    func `a word cut short with its full stop stands for a whole one`(text: String, whole: String?) {
        #expect(TextAnalyzer.italian.expansion(of: text) == whole)
    }

    @Test func `no word cut short is a common word, and each stands for one`() {
        for (short, whole) in TextAnalyzer.italian.abbreviations {
            #expect(!TextAnalyzer.italian.isListed(short), "\(short)")
            #expect(TextAnalyzer.italian.words(in: whole).count == 1, "\(whole)")
        }
    }
}
