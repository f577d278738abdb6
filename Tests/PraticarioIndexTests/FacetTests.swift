import PraticarioCorpus
import PraticarioIndex
import PraticarioSearch
import PraticarioSystem
import TestSupport
import Testing

/// Every facet, through everything that derives from its row: a new one is walked here without a word being added.
@Suite struct FacetTests {
    private let base: TemporaryBase
    private let index: any Archive
    private let linear: LinearSearcher

    /// Two sheets that have a value in every facet, no value in common, and one that has as little as it may.
    init() throws {
        base = try TemporaryBase()
        try base.write(
            """
            ---
            titolo: Uno
            tipo: pratica
            temi: [rugby-in-carcere]
            territori: [San Severo]
            destinatari: giovani
            inizio: 2010
            fine: 2012
            stato: conclusa
            verifica: 2
            organizzazione: Rete «Uno»
            comunità: comunita-uno
            incontro: incontro-uno
            fonti: [Un incontro]
            ---
            """, to: "schede/uno.md")
        try base.write(
            """
            ---
            titolo: Due
            tipo: idea
            temi: [anziani]
            territori: [Roma]
            destinatari: detenuti
            inizio: 2019
            stato: attiva
            verifica: 1
            organizzazione: Rete "Due"
            comunità: comunita-due
            incontro: incontro-due
            ---
            """, to: "schede/due.md")
        try base.write("---\ntitolo: Vuota\ntipo: soluzione\n---\n", to: "schede/vuota.md")
        index = try IndexStore(base.folder, environment: [:]).open(today: testDay).archive
        linear = LinearSearcher(Corpus.load(base.folder, today: testDay))
    }

    @Test(arguments: Facet.allCases)
    func `a facet counts, labels and filters by each of its values`(facet: Facet) throws {
        let counts = try #require(try index.answer("", .counts(of: [facet])).facets[facet])
        #expect(counts.count >= 2, "no sheet here has two values of it: add them")
        #expect(Set(index.values.names(in: facet)) == Set(linear.values.names(in: facet)))
        for count in counts {
            #expect(!index.values.label(of: count.key, in: facet).it.isEmpty)
            var question = Question()
            question.add(.filter(facet, count.key))
            let found = try index.answer(question.text)
            #expect(found.total == count.count, "\(question.text)")
            #expect(found.query.diagnostics == [] && found.query.filteredFacets == [facet])
            #expect(try linear.answer(question.text) == found)
            var others = Question()
            others.add(.filter(facet, count.key), isExcluded: true)
            #expect(try index.answer(others.text).total == 3 - count.count, "\(others.text)")
        }
    }

    @Test(arguments: Facet.allCases)
    func `a facet keeps its values when another sheet comes and goes`(facet: Facet) throws {
        let before = try index.answer("", .counts(of: [facet])).facets
        let store = IndexStore(base.folder, environment: [:])
        try base.write(
            "---\ntitolo: Altra\ntipo: esperienza\norganizzazione: Aaa\ncomunità: aaa\nincontro: aaa\n---\n",
            to: "schede/aaa.md")
        _ = try store.refresh(today: testDay)
        base.remove("schede/aaa.md")
        _ = try store.refresh(today: testDay)
        #expect(try store.openAsItStands(today: testDay).answer("", .counts(of: [facet])).facets == before)
    }

    @Test(arguments: FilterName.all)
    func `every name of a filter is read, in any language, and one that knows no value says so`(filter: FilterName)
        throws
    {
        for name in filter.it + filter.en {
            #expect(FilterName(named: name) == filter)
            let unknown = try index.answer("\(name):boh-boh")
            #expect(unknown.query.diagnostics.map(\.code) == [.unknownFilterValue], "\(name)")
            #expect(Language.allCases.allSatisfy { !filter.name(in: $0).isEmpty })
        }
    }
}
