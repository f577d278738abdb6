import Praticario
import PraticarioCorpus
import PraticarioSearch
@testable import PraticarioWeb
import TestSupport
import Testing

@Suite struct SearchStateTests {
    private static let states: [SearchState] = {
        var chosen = SearchState().asking("orto \"sociale\" -x").adding("anziani", to: .theme)
        chosen = chosen.adding("071", to: .territory).adding("practice", to: .kind).adding(
            "Rete & Figli", to: .organization)
        var sorted = chosen.at(page: 3)
        sorted.sort = .title
        return [SearchState(), chosen, sorted]
    }()

    @Test(arguments: states) func `an address gives back what was asked`(state: SearchState) {
        let query = state.address.split(separator: "?", maxSplits: 1).dropFirst().joined()
        #expect(SearchState(FormFields(encoded: query)) == state)
    }

    @Test func `every facet has a name of its own in addresses`() {
        let names = Facet.allCases.map(SearchState.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } })
        #expect(names.allSatisfy { FilterName(named: $0) != nil })
    }

    @Test(arguments: [
        "pagina=0", "pagina=-4", "pagina=x", "pagina=99999999999999999999", "ordine=boh", "tema=", "nulla=1", "%",
        "q=+",
    ])
    func `an address that means nothing asks for everything`(query: String) {
        var state = SearchState(FormFields(encoded: query))
        state.page = min(state.page, 1)
        #expect(state == SearchState())
    }

    @Test func `who chooses a province within a chosen region wants the province`() throws {
        let base = try TemporaryBase()
        try base.write("---\ntitolo: Uno\ntipo: pratica\nterritori: Foggia\n---\n", to: "schede/uno.md")
        try base.write("---\ntitolo: Due\ntipo: pratica\nterritori: Puglia\n---\n", to: "schede/due.md")
        let values = try KnowledgeBase.open(base.folder.root, environment: [:]).values
        let register = values.vocabularies.territories
        let puglia = try #require(register.positions(named: "Puglia").first).code(in: values)
        let foggia = try #require(register.positions(named: "Foggia").first).code(in: values)
        let state = SearchState().adding(puglia, to: .territory).adding(foggia, to: .territory)
        #expect(state.narrowest(in: .territory, values) == [foggia])
        #expect(state.removing(foggia, from: .territory).narrowest(in: .territory, values) == [puglia])
    }

    @Test func `a value of an address never becomes part of the question's language`() throws {
        let base = try TemporaryBase()
        let values = try KnowledgeBase.open(base.folder.root, environment: [:]).values
        let state = SearchState().adding("x\" OR tema:y -z", to: .organization)
        let question = state.question(values)
        #expect(question.parts.count == 1)
        #expect(Question.parse(question.text).parts.count == 1)
    }
}

extension Int {
    fileprivate func code(in values: FacetValues) -> String { values.vocabularies.territories.code(of: self) }
}
