import PraticarioCorpus
import PraticarioIndex
import PraticarioSearch
import TestSupport
import Testing

/// The index gives the answers that looking at every sheet gives: matches, totals, facets, order, snippets.
@Suite struct AgreementTests {
    private static let questions = [
        "", "anziani", "anziano solo", "orto sociale territorio:foggia", "territorio:puglia", "tema:sport", "-anziani",
        "\"orto sociale\"", "ort*", "R&S", "c/o", "art. 5", "50+", "dopo-scuola", "AND", "NEAR(", "\"", "*", "-",
        "il la di",
        "titolo:orto", "senza:orto anziani", "tipo:idea -tema:sport", "anno:2010-2015 stato:attiva", "dal:2015",
        "ente:caritas", "verifica:2+", "territorio:castro", "provincia:foggia comune:lecce",
        "comunità:aree-interne orto",
        "tipo:pratica tipo:idea tema:anziani territorio:sud", "tema:inesistente", "foo:bar", "tema:", "citta", "città",
        "e",
        "-territorio:puglia", "-il", "titolo:il", "tipo:pratica tipo:soluzione -tipo:idea orto anziani",
        "raccolta:dispari", "raccolta:dispari anziani", "-raccolta:dispari territorio:puglia",
        "raccolta:dispari raccolta:poche orto", "raccolta:poche -raccolta:dispari", "raccolta:vuota",
        "raccolta:nessuna",
    ]

    /// What `raccolta:` names; one of the sheets is not there.
    private static let collections: [String: Set<String>] = [
        "dispari": Set((0..<20).map { "s\(2 * $0 + 1)" }), "poche": ["s2", "s3", "s4", "manca"], "vuota": [],
    ]

    @Test(arguments: 1...3)
    func `index and linear search agree on chosen and generated questions`(seed: Int) throws {
        let base = try TemporaryBase()
        var generator = GeneratedSheets(seed: seed)
        for number in 0..<40 { try base.write(generator.sheet(), to: "schede/s\(number).md") }
        try base.write(generator.table(), to: "tabelle/t.csv")
        try base.write(GeneratedSheets.columnMap, to: "tabelle/t.yaml")
        let store = IndexStore(base.folder, environment: [:])
        _ = try store.refresh(today: testDay)
        let index = try store.open(today: testDay)
        let linear = LinearSearcher(Corpus.load(base.folder, today: testDay))
        let generated = (0..<400).map { _ in generator.question() }
        for question in Self.questions + generated {
            let options = SearchOptions(limit: 1_000)
            let expected = try describe(linear.answer(question, options) { Self.collections[$0] })
            let actual = try describe(index.answer(question, options) { Self.collections[$0] })
            #expect(actual == expected, "\(question)")
        }
        for question in Self.questions {
            for options in [SearchOptions(limit: 3, offset: 2, sort: .date), SearchOptions(limit: 5, sort: .title)] {
                #expect(try describe(index.answer(question, options)) == describe(linear.answer(question, options)))
            }
        }
    }
}
