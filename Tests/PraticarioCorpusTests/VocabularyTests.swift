import Foundation
import PraticarioCorpus
import Testing
import PraticarioSystem

/// The themes and target groups of the corpus, and how they are named.
@Suite struct VocabularyTests {
    private static func read(_ file: String) -> (scheme: ConceptScheme, diagnostics: [Diagnostic]) {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "corpus/vocabolari/\(file)")
        return ConceptScheme.read((try? Data(contentsOf: url)).map(Array.init) ?? [], path: file)
    }

    private static let themes = read("temi.yaml")
    private static let targets = read("destinatari.yaml")

    @Test func `the vocabularies have no diagnostics`() {
        #expect(Self.themes.diagnostics == [])
        #expect(Self.targets.diagnostics == [])
    }

    @Test func `there are 18 to 24 top themes with 3 to 8 narrower ones each`() {
        let scheme = Self.themes.scheme
        #expect((18...24).contains(scheme.topConcepts.count))
        for top in scheme.topConcepts {
            #expect((3...8).contains(scheme.narrower(of: top).count), "\(scheme.concepts[top].id)")
        }
    }

    @Test func `every theme maps to article 5 and to the goals, and explains itself`() {
        for concept in Self.themes.scheme.concepts {
            #expect(
                !concept.article5.isEmpty && concept.article5.allSatisfy { $0.count == 1 && ("a"..."z").contains($0) },
                "\(concept.id)")
            #expect(!concept.goals.isEmpty, "\(concept.id)")
            #expect(concept.scopeNote?.isEmpty == false, "\(concept.id)")
            #expect(
                concept.prefLabel.it != concept.prefLabel.en || concept.id == "housing-first"
                    || concept.id == "caregiver", "\(concept.id)")
        }
    }

    @Test(arguments: [
        ("abbandono scolastico", ["dispersione-scolastica"]), ("senzatetto", ["senza-dimora"]),
        ("SENZA TETTO", ["senza-dimora"]),
        ("povertà", ["poverta-e-beni-essenziali"]), ("poverta", ["poverta-e-beni-essenziali"]),
        ("carceri", ["giustizia-e-carcere"]),
        ("cooperativa di comunità", ["cooperative-di-comunita"]), ("Sport inclusivo", ["sport-inclusivo"]), ("xyz", []),
        ("", []),
        ("Prisoners", []), ("Sport in prison", ["sport-in-carcere"]),
    ])
    func `a theme is found by id, label, synonym or another form of its words`(name: String, ids: [String]) {
        let scheme = Self.themes.scheme
        #expect(scheme.positions(matching: name).map { scheme.concepts[$0].id } == ids)
    }

    @Test func `hidden labels find a concept and are no synonyms to be shown`() throws {
        let text = """
            concepts:
              - {id: detenuti, prefLabel: {it: Persone detenute}, altLabel: {it: [detenuti]}, hiddenLabel: {it: [galeotti]}}

            """
        let (scheme, diagnostics) = ConceptScheme.read(Array(text.utf8), path: "x.yaml")
        let concept = try #require(scheme.concepts.first)
        #expect(diagnostics.isEmpty)
        #expect(concept.altLabels == ["detenuti"] && concept.hiddenLabels == ["galeotti"])
        #expect(scheme.concept(named: "Galeotti")?.id == "detenuti")
    }
}
