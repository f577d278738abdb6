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
        "raccolta:nessuna", "doposcuola", "dopo scuola", "-dopo-scuola", "anzioani quartirei", "lavorooare comunitaa",
        "esempi di orti", "progetti", "come si apre un orto a Foggia", "anziani napoletani soli", "rugby in carcere",
        "abbandono scolastico", "solitudine degli anziani quartiere", "zappa orto", "orto orti sociale sociali orto",
        "titolo:orto titolo:sociale scuola", "anno:2012",
    ]

    /// What `raccolta:` names; one of the sheets is not there.
    private static let collections: [String: Set<String>] = [
        "dispari": Set((0..<20).map { "s\(2 * $0 + 1)" }), "poche": ["s2", "s3", "s4", "manca"], "vuota": [],
    ]

    /// What may be wanted of an answer.
    private static let requests: [SearchRequest] = {
        var explained = SearchRequest(limit: nil)
        explained.explains = true
        explained.wantsEntries = true
        var bare = SearchRequest(limit: 5, sort: .title)
        bare.facets = [.theme, .year]
        bare.wantsOffers = false
        // Only what could be among the best is ranked to the end.
        var few = SearchRequest(limit: 4)
        few.explains = true
        return [
            explained, few, SearchRequest(limit: 1, offset: 3), SearchRequest(limit: 3, offset: 2, sort: .date), bare,
            .allHeads, .counts(of: [.territory]),
        ]
    }()

    @Test(arguments: 1...3)
    func `index and linear search agree on chosen and generated questions`(seed: Int) throws {
        let base = try TemporaryBase()
        var generator = GeneratedSheets(seed: seed)
        for number in 0..<40 { try base.write(generator.sheet(), to: "schede/s\(number).md") }
        try base.write(generator.table(), to: "tabelle/t.csv")
        try base.write(GeneratedSheets.columnMap, to: "tabelle/t.yaml")
        for number in 0..<3 { try base.write(generator.community(), to: "comunita/c\(number).yaml") }
        let index = try IndexStore(base.folder, environment: [:]).open(today: testDay).archive
        let linear = LinearSearcher(Corpus.load(base.folder, today: testDay))
        for question in (0..<150).map({ _ in generator.question() }) {
            for request in Self.requests.prefix(3) { try compare(index, linear, question, request) }
        }
        for question in Self.questions {
            for request in Self.requests { try compare(index, linear, question, request) }
        }
        #expect(try index.documents(of: .community) == linear.documents(of: .community))
        #expect(try linear.answer("orto").totalDocuments > 0)
        var mostAlike = 0
        for entry in linear.entries(linear.ids()) {
            let expected = try linear.similar(to: entry, limit: 5)
            #expect(try index.similar(to: entry, limit: 5) == expected, "\(entry.id)")
            #expect(!expected.contains { $0.id == entry.id })
            #expect(try index.referring(to: entry.id) == linear.referring(to: entry.id), "\(entry.id)")
            mostAlike = max(mostAlike, expected.count)
        }
        #expect(mostAlike == 5)
    }

    private func compare(
        _ index: any Archive, _ linear: LinearSearcher, _ question: String, _ request: SearchRequest
    ) throws {
        let expected = try linear.answer(question, request) { Self.collections[$0] }
        let actual = try index.answer(question, request) { Self.collections[$0] }
        if actual != expected {
            #expect(try describe(actual) == describe(expected), "\(question)")
        }
    }
}
