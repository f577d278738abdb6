import Foundation
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Which sheets must not name a place below the province: the vocabulary decides.
@Suite struct SensitivePlaceTests {
    private static func isWarned(
        title: String = "Uno sportello", theme: String, territory: String = "Roma", place: String = "",
        isPublic: String = "no", _ vocabularies: Vocabularies = SmallWorld.vocabularies
    ) -> Bool {
        let text = """
            ---
            titolo: \(title)
            tipo: idea
            temi: [\(theme)]
            territori: [\(territory)]
            luogo: \(place)
            luogo_pubblico: \(isPublic)
            ---

            """
        return ParsedFile(Array(text.utf8), path: "schede/x.md", vocabularies).diagnostics
            .contains { $0.code == .sensitivePlace }
    }

    @Test(arguments: [
        ("Uno sportello", "violenza", "Roma", "", true),
        ("Uno sportello", "violenza", "provincia di Foggia", "", false),
        ("Uno sportello", "violenza", "provincia di Foggia", "Centro", true),
        ("Uno sportello", "sport", "Roma", "", false),
        ("Centro Antiviolenza", "sport", "Roma", "", true), ("Centro antiviolenza", "sport", "Lazio", "", false),
    ])
    func `a theme that is marked, or a word of one, is warned of`(
        title: String, theme: String, territory: String, place: String, expected: Bool
    ) {
        #expect(Self.isWarned(title: title, theme: theme, territory: territory, place: place) == expected)
    }

    @Test func `an office that everybody may know is not warned of`() {
        #expect(!Self.isWarned(theme: "violenza", place: "Centro", isPublic: "sì"))
        #expect(Self.isWarned(theme: "violenza", place: "Centro", isPublic: "no"))
    }

    @Test func `without the key no theme and no word is sensitive`() {
        let small = SmallWorld.vocabularies
        let plain = small.themes.concepts.map { concept in
            var concept = concept
            (concept.isSensitive, concept.sensitiveWords) = (false, [])
            return concept
        }
        let others = Vocabularies(
            themes: ConceptScheme(plain), targetGroups: small.targetGroups, territories: small.territories)
        #expect(!Self.isWarned(title: "Centro antiviolenza", theme: "violenza", others))
    }

    @Test func `what is neither true nor false is told, and counts as true`() {
        let text =
            "concepts:\n  - {id: a, prefLabel: A, sensitivePlace: forse}\n  - {id: b, prefLabel: B, sensitivePlace: false}\n"
        let (scheme, diagnostics) = ConceptScheme.read(Array(text.utf8), path: "temi.yaml")
        #expect(scheme.concepts.map(\.isSensitive) == [true, false])
        #expect(diagnostics.map(\.code) == [.malformedVocabulary])
        #expect(diagnostics.first?.place?.line == 2)
    }

    @Test func `the corpus marks violence and trafficking`() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "corpus/vocabolari/temi.yaml")
        let scheme = ConceptScheme.read(Array(try Data(contentsOf: url)), path: "temi.yaml").scheme
        let marked = scheme.concepts.filter(\.isSensitive)
        #expect(Set(marked.map(\.id)) == ["violenza-sulle-donne", "tratta-e-sfruttamento"])
        #expect(
            Set(scheme.concepts.flatMap(\.sensitiveWords)) == [
                "antiviolenza", "anti-violenza", "casa rifugio", "case rifugio", "tratta di esseri umani",
                "antitratta", "anti-tratta",
            ])
    }
}
