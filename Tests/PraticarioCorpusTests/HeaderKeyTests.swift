import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// What is written anew for collections and settings is read by whoever reads them.
@Suite struct HeaderKeyTests {
    @Test(arguments: Language.allCases)
    func `a new collection is read as it was meant`(language: Language) throws {
        let text = CuratedCollection.template(
            title: "Prova: \"uno\"", curator: "Rete", licence: "CC-BY-4.0", updated: PartialDate("2026-01-02")!,
            in: language)
        let (collection, diagnostics) = CuratedCollection.read(Array(text.utf8), path: "raccolte/prova.md")
        #expect(diagnostics == [])
        #expect(collection?.id == "prova" && collection?.title == "Prova: \"uno\"" && collection?.summary == nil)
        #expect(collection?.curator == "Rete" && collection?.licence == "CC-BY-4.0")
        #expect(collection?.language == language.rawValue && collection?.updated == PartialDate("2026-01-02"))
        #expect(text.contains(language.say("\nsintesi:\n", "\nsummary:\n")))
    }

    @Test(arguments: Language.allCases)
    func `new settings are read as they were meant, also where the comments are opened`(language: Language) {
        let text = KnowledgeBaseSettings.template(title: "Prova #1", language: language)
        let (settings, diagnostics) = KnowledgeBaseSettings.read(Array(text.utf8), path: "praticario.yaml")
        #expect(diagnostics == [])
        #expect(settings.title == "Prova #1" && settings.language == language && settings.licence == nil)
        let publisher = language.say("editore:", "publisher:")
        let opened = text.replacing("# ", with: "").replacing("\(publisher)\n", with: "\(publisher) Rete\n")
        let (whole, problems) = KnowledgeBaseSettings.read(Array(opened.utf8), path: "praticario.yaml")
        #expect(problems == [])
        #expect(whole.licence == "CC-BY-4.0" && whole.publisher == "Rete")
    }

    @Test(arguments: [
        ("editore: {nome: Rete, codice_fiscale: \"80078750587\"}", "Rete", "80078750587", 0),
        ("publisher: {name: Rete}", "Rete", nil, 0), ("publisher: Rete", "Rete", nil, 0),
        ("editore: {codice_fiscale: \"80078750587\"}", nil, "80078750587", 1), ("editore: [a]", nil, nil, 1),
        ("logo: ../fuori.png", nil, nil, 1), ("formato: 2", nil, nil, 1), ("autore: x", nil, nil, 1),
        ("titolo: a\ntitle: b", nil, nil, 1),
    ])
    func `settings tell what they cannot use`(line: String, publisher: String?, taxCode: String?, problems: Int) {
        let (settings, diagnostics) = KnowledgeBaseSettings.read(Array("\(line)\n".utf8), path: "praticario.yaml")
        #expect(settings.publisher == publisher && settings.publisherTaxCode == taxCode && settings.logo == nil)
        #expect(diagnostics.map(\.code) == Array(repeating: .malformedSettings, count: problems))
    }
}
