import PraticarioCorpus
import PraticarioSystem
import Testing

/// "Did you mean …?" says what is near, or nothing.
@Suite struct SuggestionTests {
    private static let territories = [
        "Forano", "Fiorano al Serio", "Fiorano Canavese", "Fiorano Modenese", "Cento", "Roma", "Rimini", "Bologna",
        "Bolzano",
        "Reggio di Calabria", "Reggio nell'Emilia", "Emilia-Romagna", "Milano", "Forlì", "Castelnuovo Berardenga",
    ]
    private static let themes = [
        "Assistenti familiari", "Autismo", "Bullismo e cyberbullismo", "bullismo", "Finanza etica", "etica", "Anziani",
        "Sport", "Orti sociali",
        "Povertà educativa", "Educazione",
    ]

    @Test(arguments: [
        ("Fiorano", ["Fiorano al Serio", "Fiorano Canavese", "Fiorano Modenese"]), ("Cilento", []), ("Rmoa", ["Roma"]),
        ("Bologan", ["Bologna"]), ("bolgona", ["Bologna"]), ("bolgnoa", []),
        ("Reggio", ["Reggio di Calabria", "Reggio nell'Emilia"]),
        ("Regio nell'Emila", ["Reggio nell'Emilia"]), ("Emilia Romagna", ["Emilia-Romagna"]), ("Forli", ["Forlì"]),
        ("Castelnuovo Berardega", ["Castelnuovo Berardenga"]), ("RE", []), ("", []), ("Rom", ["Roma"]),
        ("Milan", ["Milano"]),
        ("Cantù", []),
    ])
    func `of territories`(word: String, expected: [String]) {
        #expect(Suggestion.near(word, Self.territories) == expected)
    }

    @Test(arguments: [
        ("sostegno ai familiari", []), ("bulismo", ["bullismo"]), ("gita", []), ("anzani", ["Anziani"]),
        ("anziano", ["Anziani"]),
        ("spotr", ["Sport"]), ("sprt", ["Sport"]), ("porto", []), ("orti socali", ["Orti sociali"]),
        ("poverta educativa", ["Povertà educativa"]), ("edcuazzione", ["Educazione"]), ("dducazzione", []),
    ])
    func `of themes`(word: String, expected: [String]) {
        #expect(Suggestion.near(word, Self.themes) == expected)
    }

    @Test func `a distance that is looked for within a limit is the distance, or is beyond it`() {
        let words = [
            "roma", "rmoa", "orma", "aorm", "bologna", "bolgona", "bolgnoa", "ologna", "a", "ab", "ba", "", "abcabc",
            "cbacba",
        ]
        .map { Array($0.utf8) }
        for first in words {
            for second in words {
                let distance = Suggestion.editDistance(first, second)
                for limit in 0...8 {
                    let within = Suggestion.editDistance(first, second, within: limit)
                    #expect(within == (distance <= limit ? distance : nil))
                }
            }
        }
        #expect(Suggestion.editDistance(words[0], words[1]) == 1 && Suggestion.editDistance(words[4], words[6]) == 2)
    }

    @Test func `several are named in one sentence`() {
        let hint = Suggestion.hint(["a", "b", "c"])
        #expect(hint.it == "; forse volevi «a», «b» o «c»?" && hint.en == "; did you mean “a”, “b” or “c”?")
        #expect(Suggestion.hint([String]()).it.isEmpty)
    }
}
