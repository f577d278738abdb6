import Foundation
import Praticario
import PraticarioSearch
import Testing

/// The script of the search page, run as a browser runs it, gives the program's answers on the same sheets, in the same order.
/// The program in turn agrees with `LinearSearcher`.
///
/// Where nothing is asked the page shows its sheets by title; its tree of territories has no areas, which belong to no single
/// branch; and of names that sheets write, `ente:` and `comunità:`, it knows those of its own sheets alone.
@Suite struct SearchPageTests {
    private static let questions = [
        "orto", "orti", "orto sociale", "anziano solo", "anziani -orto", "\"orto sociale\"", "\"sociale orto\"",
        "-sport", "rag*", "l'orto dei ragazzi", "perche'", "perché", "sport scuola", "attività motoria", "terza età",
        "il la di", "zappa", "abitanti", "puglia", "foggia", "social gardens", "CALCIO", "e", "bocciofila",
        "cooperativa prova", "tema:sport", "tema:carcere ragazzi", "territorio:puglia orto", "provincia:foggia",
        "tipo:idea",
        "tipo:pratica,soluzione -tema:sport", "anno:2019 orto", "dal:2015", "titolo:orto", "senza:orto ragazzi",
        "senza:\"orto sociale\" orto", "foo:bar orto", "tema:boh orto", "orto ordine:titolo",
        "territorio: foggia scuola",
        "orto provincia di Foggia", "orti pugliesi", "orto Castro (LE)", "orto sud", "esempi di orti",
        "volontarri ragzzi",
        "doposcuola", "dopo-scuola", "dopo scuola", "-dopo-scuola", "orto orti sociale scuola", "tema:",
        "anno:boh orto", "le attività motorie degli anziani", "ass. sociale", "orto LE", "orto (FG)", "ORTO NA",
    ]

    @Test func `a question finds the same sheets in the same order`() throws {
        let base = try KnowledgeBase.open(ExportedPage.published().knowledgeBase.path())
        let pages = try ExportedPage.complete.answers(Self.questions.map { ["q": [$0]] })
        for (question, page) in zip(Self.questions, pages) {
            let program = try Answer(base.search(question, limit: 1_000))
            #expect(page.ids == program.ids, "\(question)")
            #expect(page.idsWithAllWords == program.idsWithAllWords, "\(question)")
        }
        #expect(try ExportedPage.complete.answer("segretissima").ids == [])
    }

    @Test(arguments: [
        ("destinatari:anziani", 1), ("destinatari:giovani", 3), ("target:\"anziani soli\"", 1), ("stato:conclusa", 1),
        ("stato:attiva -destinatari:giovani", 1), ("verifica:2+", 1), ("verifica:0 orto", 1),
        ("ente:\"Cooperativa Prova\"", 1),
        ("ente:prova", 3), ("organizzazione:\"Scuola Prova\"", 2), ("comunità:orti-e-vicinato", 1),
        ("abitanti:100000-", 1),
        ("abitanti:-50.000", 1), ("vicino:lecce", 1), ("ente:nessuno", 0), ("orto stato:boh", 1),
        ("territorio:Italia", 0), ("territorio:Napoli", 0), ("raccolta:orti-e-vicinato", 2),
        ("-raccolta:\"Orti e vicinato\"", 1),
        ("raccolta:boh orto", 0), ("stato:\"conclusa nel 2021\"", 1), ("territorio:area-tavoliere", 1),
        ("comune:tavoliere", 0),
        ("vicino:\"provincia di Lecce\"", 1), ("tipo:bisogno", 0), ("orto ordine:data", 2),
        ("tema:sport tema:scuola", 2),
    ])
    func `filters without a control are read from the question as in the program`(question: String, atLeast: Int) throws
    {
        let page = try ExportedPage.complete.answer(question)
        let program = try Answer(ExportedPage.published(), question)
        #expect(page.ids == program.ids)
        #expect(page.ids.count >= atLeast)
        #expect(page.facets["Tema"] == program.counts["theme"])
    }

    @Test func `while it is typed, a word that no sheet has stands for those that it begins`() throws {
        #expect(try ExportedPage.complete.answer(typing: "doposc").ids == ["doposcuola-in-palestra"])
        #expect(try ExportedPage.complete.answer("doposc").ids == [])
    }

    @Test(arguments: [
        (["tema": ["sport"]], "tema:sport"), (["tema": ["anziani"]], "tema:anziani"),
        (["territorio": ["16"]], "territorio:puglia"), (["territorio": ["058", "063"]], "provincia:roma,napoli"),
        (["tipo": ["practice"]], "tipo:pratica"), (["tipo": ["practice", "solution"]], "tipo:pratica,soluzione"),
        (["q": ["orto"], "tema": ["scuola"]], "orto tema:scuola"),
        (["q": ["sport"], "territorio": ["4"], "tipo": ["experience"]], "sport territorio:sud tipo:esperienza"),
        (["tema": ["scuola"], "territorio": ["12"]], "tema:scuola territorio:lazio"),
    ])
    func `filters choose and count as in the program`(chosen: [String: [String]], question: String) throws {
        let page = try ExportedPage.complete.answer(chosen)
        let base = try ExportedPage.published()
        let program = try Answer(base, question)
        #expect(page.ids.sorted() == program.ids.sorted())
        #expect(page.facets["Tema"] == program.counts["theme"])
        #expect(page.facets["Territorio"] == program.counts["territory"]?.filter { $0.key != "Tavoliere" })
        #expect(page.facets["Tipo"] == program.counts["kind"])
        #expect(page.ids.isEmpty == (page.nothing != ""))
    }

    @Test(arguments: ["", "orto", "sport ragazzi"])
    func `by title the order is that of the program`(question: String) throws {
        let page = try ExportedPage.complete.answer(["q": [question], "ordine": ["titolo"]])
        let program = try Answer(SharedBase.complete, question, "--sort", "title").only(ExportedPage.complete.sheets)
        #expect(page.ids.count >= 3)
        #expect(page.ids == program.ids)
    }

    @Test func `questions of people find on the page what they find in the program, in its order`() throws {
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        #expect(try Set(base.search("", limit: 1_000).hits.map(\.id)) == ExportedPage.corpus.sheets)
        let questions = try RankingTranscriptTests.questions().map(\.text)
        let pages = try ExportedPage.corpus.answers(questions.map { ["q": [$0]] })
        for ((question, page), results) in zip(zip(questions, pages), try RankingTranscriptTests.answers.get()) {
            let program = Answer(results)
            #expect(page.ids == program.ids, "\(question)")
            #expect(page.idsWithAllWords == program.idsWithAllWords, "\(question)")
            for typed in program.corrected { #expect(page.status.contains("«\(typed)» non c'è"), "\(question)") }
        }
    }

    @Test func `the page says what was corrected, what no sheet has, and which theme has no sheets`() throws {
        let page = ExportedPage.corpus
        #expect(try page.answer("autissmo").status.contains("«autissmo» non c'è in nessuna scheda: cercato «autismo»."))
        // Its only sheet is not public.
        let rugby = try ExportedPage.complete.answer("rugby in carcere").status
        #expect(rugby.contains("Nessuna scheda contiene: "))
        #expect(rugby.contains("«Rugby in carcere» non ha ancora schede: cercato anche il più ampio"))
        #expect(try page.answer("gatto").status == "0 schede. Nessuna scheda contiene: gatto.")
        #expect(try page.answer("l'iguana").status == "0 schede. Nessuna scheda contiene: iguana.")
        #expect(try page.answer("tema:boh orto").status.contains("Questo filtro non conosce «boh»"))
    }

    @Test func `what was found is marked, and nothing else`() throws {
        let page = try ExportedPage.complete.answer("anziano solo")
        #expect(page.results[0].marked.map { $0.lowercased() } == ["anziani", "soli"])
        #expect(try ExportedPage.complete.answer("").results.flatMap(\.marked) == [])
        let some = try ExportedPage.complete.answer("radio zappa")
        #expect(some.results.map(\.missing) == ["Senza: zappa", "Senza: radio"])
        #expect(some.status == "0 schede con tutte le parole, 2 con alcune. ")
    }

    @Test func `a sheet is shown whole, without what is internal`() throws {
        let shown = try ExportedPage.complete.sheet("orto-di-via-mazzini")
        for part in [
            "L'orto di via Mazzini", "pratica", "Un orto sociale curato insieme", "Cooperativa Prova",
            "2019-05 – 2023-10", "Foggia (FG)", "Castro (LE)", "Orti sociali", "Che cosa si fa", "L'orto sociale apre",
            "Il sito della cooperativa", "CC-BY-4.0", "Rete degli orti", "Quaranta famiglie",
        ] { #expect(shown.text.contains(part), "\(part)") }
        #expect(!shown.text.contains("segretissima"))
        #expect(shown.title == "L'orto di via Mazzini – Archivio completo")
        #expect(try ExportedPage.complete.sheet("doposcuola-in-palestra").text.contains("[esempio]"))
        #expect(try ExportedPage.complete.sheet("nessuna").text.contains("Qui non c'è la scheda «nessuna»."))
    }

    @Test func `where nothing is found the page says what would help`() throws {
        let filtered = try ExportedPage.complete.answer(["q": ["orto"], "tema": ["sport"], "tipo": ["practice"]])
        #expect(filtered.ids == [] && filtered.nothing.contains("Togli i filtri di «Tema»: 2 schede"))
        let words = try ExportedPage.complete.answer("bocciofila")
        #expect(words.nothing.contains("Prova con meno parole") && words.nothing.contains("Cancella la ricerca"))
        #expect(words.status == "0 schede. Nessuna scheda contiene: bocciofila.")
        #expect(filtered.chosen.contains("Tema: Sport") && filtered.chosen.contains("Tipo: pratica"))
    }

    @Test func `every text of the page is filled in, in either language`() throws {
        let italian = try ExportedPage.complete.answer("")
        #expect(italian.texts.count >= 8 && !italian.texts.contains(""))
        let english = try ExportedPage(SharedBase.complete, "--lang", "en").answer("orto")
        #expect(english.texts.contains("Filters") && english.status.hasPrefix("3 sheets"))
        #expect(zip(italian.texts, english.texts).allSatisfy { $0 != $1 })
    }
}

/// What comes first on the page for questions of people. `make transcripts` writes it anew.
@Suite struct PageTranscriptTests {
    @Test func `questions of people are answered by the page as they were`() throws {
        let questions = try RankingTranscriptTests.questions().map(\.text)
        let pages = try ExportedPage.corpus.answers(questions.map { ["q": [$0]] })
        let lines = zip(questions, pages).map { ([$0] + $1.ids.prefix(3)).joined(separator: "\t") }
        try Golden.expect(lines.joined(separator: "\n") + "\n", at: "pagina/ranking.tsv")
    }
}

/// What the program answers to a question.
private struct Answer {
    var ids: [String]
    var idsWithAllWords: Set<String>
    /// By the key of the facet, then by label.
    let counts: [String: [String: Int]]
    /// Words that were searched in another spelling.
    let corrected: [String]

    init(_ base: SharedBase, _ question: String, _ arguments: String...) throws {
        let json = try base.run(["search", "--format", "json", "--limit", "1000"] + arguments + ["--", question]).json()
        let hits = try #require(json["hits"] as? [[String: Any]])
        ids = hits.compactMap { $0["id"] as? String }
        idsWithAllWords = Set(hits.filter { $0["has_all_words"] as? Bool == true }.compactMap { $0["id"] as? String })
        let facets = try #require(json["facets"] as? [String: [[String: Any]]])
        counts = facets.mapValues { values in
            let pairs = values.compactMap { value in
                (value["label"] as? [String: String])?["it"].map { ($0, value["count"] as? Int ?? 0) }
            }
            return Dictionary(pairs) { first, _ in first }
        }
        let query = json["query"] as? [String: Any]
        corrected = (query?["corrections"] as? [[String: String]] ?? []).compactMap { $0["typed"] }
    }

    init(_ results: SearchResults) {
        ids = results.hits.map(\.id)
        idsWithAllWords = Set(results.hits.filter(\.hasAllWords).map(\.id))
        corrected = results.query.corrections.map(\.typed)
        counts = [:]
    }

    /// Without the sheets that are not published.
    func only(_ sheets: Set<String>) -> Answer {
        var answer = self
        answer.ids = ids.filter(sheets.contains)
        answer.idsWithAllWords.formIntersection(sheets)
        return answer
    }
}
