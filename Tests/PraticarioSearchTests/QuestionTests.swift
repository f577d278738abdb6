import Foundation
import PraticarioSearch
import TestSupport
import Testing

/// A question is a value: whoever builds one, writes it and reads it again has the same.
@Suite struct QuestionTests {
    /// Texts that people type, and what nobody would.
    static let texts = [
        "", "anziani soli", "\"orto sociale\"", "«orto \"sociale\"»", "ort*", "-molise", "senza:molise", "senza:(x)",
        "senza:\"a b\"", "senza:ort*", "-\"a b\"", "titolo:orto", "titolo:\"orto sociale\"", "titolo:ort*",
        "-titolo:orto",
        "senza:titolo:orto", "tema:sport", "tema:\"sport in carcere\"", "-tema:sport", "territorio: foggia",
        "territorio:roma,napoli", "ente:\"Rete «Orti»\"", "ente:«Rete \"Orti\"»", "anno:2010-2015", "abitanti:-5000",
        "verifica:2+", "raccolta:orti", "-raccolta:\"Orti e vicinato\"", "foo:bar", "12:30", "https://example.org/x",
        "a::b",
        "R&S", "c/o", "--x", "a**", "titolo:a**", "x\"y", "\"mai chiusa", "ordine:data", "orto ordine:titolo",
        "sort:relevance orto", "ordine:boh", "tema:", "comunità:aree-interne", "l'orto dell’anziano", "50+",
        "NEAR(a,b)",
    ]

    @Test(arguments: texts)
    func `the text of a question is read as that question`(text: String) {
        let question = Question.parse(text)
        #expect(Question.parse(question.text) == question, "\(question.text)")
    }

    @Test(arguments: 1...40)
    func `the text of any question is read as that question`(seed: Int) {
        var random = SeededGenerator(seed)
        var sheets = GeneratedSheets(seed: seed)
        let pieces = [
            "\"", "-", "*", ":", "tema:", "territorio:", "titolo:", "senza:", "raccolta:", "ordine:data", "(", ")", "«",
            "»",
            "“", "”", "„", "à", "x", "\n", " ", " ", ",", ";", "1", "'", "\u{2212}", "ort", "\u{0}", "😀",
        ]
        for _ in 0..<100 {
            let wild = (0..<Int.random(in: 0...14, using: &random)).map { _ in random.pick(pieces) }.joined()
            for text in [wild, sheets.question()] {
                let question = Question.parse(text)
                let again = Question.parse(question.text)
                if again != question {
                    Issue.record(
                        "«\(text)» became «\(question.text)»\n\(again.parts.map(\.content))\n\(question.parts.map(\.content))"
                    )
                }
            }
        }
    }

    @Test(arguments: [
        ("orti sociali", "orti sociali"), ("tema:x", "\"tema:x\""), ("-no", "\"-no\""), ("ort*", "ort"), ("  ", ""),
        ("ordine:data", "\"ordine:data\""), ("\"x\"", "«\"x\"»"),
    ])
    func `built words are words whatever they look like`(words: String, text: String) {
        let question = Question.words(words)
        #expect(question.text == text)
        #expect(Question.parse(question.text) == question)
        #expect(question.parts.allSatisfy { if case .words = $0.content { true } else { false } })
    }

    @Test func `a question is built of words, phrases, beginnings, filters by keys, collections and an order`() throws {
        var question = Question(sort: .date)
        question.add(.words("orto"))
        question.add(.phrase("terza età"))
        question.add(.prefix("quartier"))
        question.add(.filter(.territory, "071"))
        question.add(.filter(.organization, "Rete «Orti \"belli\"»"))
        question.add(.filter(.theme, "sport"), isExcluded: true)
        question.add(.collection("Orti e vicinato"))
        question.add(.words("scuola", inTitle: true), isExcluded: true)
        #expect(
            question.text
                == "orto \"terza età\" quartier* territorio:071 ente:«Rete «Orti \"belli\"» -tema:sport "
                + "raccolta:\"Orti e vicinato\" -titolo:scuola ordine:data")
        #expect(Question.parse(question.text) == question)
        let coded = try JSONDecoder().decode(Question.self, from: JSONEncoder().encode(question))
        #expect(coded == question)
    }
}
