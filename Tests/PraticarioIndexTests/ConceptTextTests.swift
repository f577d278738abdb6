import ItalianText
import PraticarioCorpus
import TestSupport
import Testing

@testable import PraticarioIndex

/// Concepts as an index keeps them are the same concepts.
@Suite struct ConceptTextTests {
    @Test func `concepts and the stems of their labels come back`() {
        let scheme = SmallWorld.vocabularies.themes
        let stored = ConceptText.decode(Array(ConceptText.encode(scheme).utf8), .italian)
        #expect(stored.concepts == scheme.concepts)
        #expect(stored.labelStems == scheme.labelStems && scheme.labelStems.contains { !$0.isEmpty })
    }

    @Test(arguments: [
        "gli anziani soli del quartiere", "attività motoria in carcere", "sport", "abbandoni scolastici e altro", "",
    ])
    func `labels are found among words by kept stems as by stems made anew`(text: String) {
        let scheme = SmallWorld.vocabularies.themes
        let kept = ConceptScheme(scheme.concepts, .italian, labelStems: scheme.labelStems)
        let stems = TextAnalyzer.italian.words(in: text).filter { !$0.isStopWord }.compactMap(\.stem)
        #expect(kept.positions(withLabelIn: stems) == scheme.positions(withLabelIn: stems))
    }
}
