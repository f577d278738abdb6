import PraticarioCorpus
import PraticarioSearch
import TestSupport
import Testing
import PraticarioSystem

/// From what a person typed to terms and codes.
@Suite struct QueryTests {
    private func resolve(_ text: String) -> ResolvedQuery {
        QuestionReading(text).resolve(
            FacetValues(SmallWorld.vocabularies, names: [.organization: ["Caritas di Roma", "UISP"]]))
    }

    @Test(arguments: [
        ("anziani soli", "anziani soli"), ("\"anziani soli\"", "\"anziani soli\""),
        ("“anziani soli”", "\"anziani soli\""),
        ("«anziani soli»", "\"anziani soli\""), ("doposc*", "doposc*"), ("-molise", "-molise"),
        ("senza:molise", "-molise"),
        ("\u{2212}molise", "-molise"), ("territorio:foggia", "territorio:foggia"),
        ("territorio: foggia", "territorio:foggia"),
        ("Territorio:FOGGIA", "territorio:FOGGIA"), ("territory:foggia", "territorio:foggia"),
        ("territorio:\"provincia di Foggia\"", "territorio:\"provincia di Foggia\""),
        ("territorio: \"provincia di Foggia\"", "territorio:\"provincia di Foggia\""),
        ("tema:sport,anziani", "tema:sport tema:anziani"),
        ("-tema:sport", "-tema:sport"), ("titolo:orto", "titolo:orto"), ("R&S", "\"R&S\""), ("c/o", "\"c/o\""),
        ("l'accoglienza", "l'accoglienza"),
        ("comunita:x anziani", "x anziani"), ("orto orto orti", "orto"), ("il la di", "\"il la di\""),
        ("il mondo", "mondo"),
        ("-\"anziani soli\"", "-\"anziani soli\""), ("AND OR NOT", "AND OR NOT"), ("NEAR(a,b)", "\"NEAR(a,b)\""),
        ("*", ""), ("-", ""), ("--", ""), ("\"", ""), ("\"\"", ""), (":", ""), ("", ""), ("   ", ""),
        ("' OR 1=1 --", "OR \"1=1\""),
        ("anno:2019-2023", "anno:2019-2023"), ("dal:2019", "dal:2019"), ("verifica:2+", "verifica:2+"),
        ("ente:caritas", "ente:caritas"), ("orto ordine:boh", "orto ordine boh"),
    ])
    func `a question is understood`(text: String, understood: String) {
        #expect(resolve(text).understood.text == understood)
    }

    @Test(arguments: [
        ("foo:bar", DiagnosticCode.unknownFilter, 1), ("anziani foo:bar", .unknownFilter, 9),
        ("\"anziani soli", .unclosedPhrase, 1),
        ("tema:boh", .unknownFilterValue, 1), ("orto tema:", .emptyFilter, 6),
        ("orto territorio:atlantide", .unknownFilterValue, 6),
        ("anno:domani", .unknownFilterValue, 1), ("verifica:9", .unknownFilterValue, 1),
        ("-tema:boh", .unknownFilterValue, 1), ("orto ordine:boh", .unknownFilterValue, 6),
    ])
    func `what is not understood is told at its column`(text: String, code: DiagnosticCode, column: Int) {
        let diagnostics = resolve(text).understood.diagnostics
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.place == TextPlace(line: 1, column: column))
    }

    @Test(arguments: ["https://example.org/x", "12:30", "nota: testo", "art.5:2", "::", "a::b"])
    func `a colon in ordinary text is no filter`(text: String) {
        #expect(
            resolve(text).understood.diagnostics.allSatisfy {
                $0.code != .unknownFilterValue && $0.code != .emptyFilter
            })
        #expect(!resolve(text).terms.isEmpty || text == "::")
    }

    @Test func `long questions are read up to their limits, and it is told`() {
        let words = resolve(String(repeating: "parola ", count: 80))
        #expect(words.understood.diagnostics.map(\.code) == [.queryTooLong])
        let letters = resolve(String(repeating: "x", count: 5_000))
        #expect(letters.understood.diagnostics.map(\.code) == [.queryTooLong])
        let many = resolve((0..<90).map { "p\($0)" }.joined(separator: " "))
        #expect(many.terms.count == Question.wordLimit)
    }

    @Test func `different filters all hold, repeated ones are alternatives`() {
        let query = resolve("tipo:idea tipo:pratica territorio:puglia comune:lecce tema:sport")
        #expect(query.filters.map(\.facet) == [.kind, .territory, .territory, .theme])
        #expect(query.filters[0].tests.count == 2)
    }

    @Test func `an ambiguous place is taken for all it can be, and it is told`() {
        #expect(
            resolve("territorio:foggia").understood.notes.first?.it
                == "«foggia» è stato inteso come provincia di Foggia e Foggia (FG)")
        #expect(resolve("provincia:foggia").understood.notes.isEmpty)
        #expect(resolve("territorio:ronago").understood.notes.first?.it.contains("Uggiate con Ronago") == true)
    }

    @Test(arguments: 1...20)
    func `no question is wrong`(seed: Int) {
        var random = SeededGenerator(seed)
        let pieces = [
            "\"", "-", "*", ":", "tema:", "territorio:", "(", ")", "^", "NEAR", "\u{0}", "\u{202E}", "😀", "e\u{301}",
            " ", "'", "«", "»", "à", "x", "\n", "\\", "%", ";--", "{", "}", "+",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in random.pick(pieces) }.joined()
            let query = resolve(text)
            for term in (query.terms + query.excluded).flatMap(\.patterns).flatMap(\.terms) {
                #expect(!term.contains("\"") && !term.contains(" ") && !term.isEmpty)
            }
        }
    }
}
