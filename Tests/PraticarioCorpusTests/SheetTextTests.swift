import Foundation
import PraticarioCorpus
import TestSupport
import Testing
import PraticarioSystem

/// A sheet that is written out and read again is the same sheet.
@Suite struct SheetTextTests {
    private static func entry(_ text: String) -> Entry? {
        ParsedFile(Array(text.utf8), path: "schede/x.md", SmallWorld.vocabularies).sheets.first
    }

    /// Without what says where it stood.
    private static func comparable(_ entry: Entry) -> Entry {
        var entry = entry
        entry.isIncomplete = false
        entry.sections = entry.sections.map { EntrySection(title: $0.title, line: 0, text: $0.text) }
        return entry
    }

    private static func written(_ entry: Entry, _ language: Language = .italian) -> String {
        SheetText(entry, language: language) { SmallWorld.vocabularies.territories[$0]?.qualifiedName }.text
    }

    private static let full = """
        ---
        id: tutto
        titolo: "Tutto: \\"uno\\" e # due, \\x01 \\u2028 fine"
        tipo: soluzione
        sintesi: |
          Due
          righe
        pubblicazione: in verifica
        esempio: sì
        temi: [sport, anziani soli]
        destinatari: [detenuti]
        bisogni: "- null"
        territori: [Castro (LE), provincia di Foggia, Italia]
        luogo: "~"
        ambito: intercomunale
        organizzazione: {nome: "yes", ruolo: capofila, tipo: ETS, forma_giuridica: APS, sezione_runts: "g", codice_fiscale: "80078750587", sito: "https://example.org/?a=b&c#d"}
        partner: [{nome: "Comune, 'x'", tipo: PA}, Scuola]
        contatto: {ruolo: segreteria, email: info@example.org, telefono: "+39 06 1", sito: "https://example.org"}
        strumento_pa: convenzione
        inizio: 2019-05
        fine: 2020-01-31
        stato: conclusa
        verifica: 2
        risultati: {testo: "Meno: assenze", indicatori: [{nome: Iscritti, valore: "1.200,50", unità: bambini, base: "12", data: 2023, fonte: registro}]}
        collegate: {simile_a: [altra], deriva_da: [prima]}
        riprese: [{chi: "Altri", dove: Roma, quando: 2024}]
        comunità: sport-e-carcere
        incontro: primo
        fonti: [{titolo: "Sito: x", url: "https://example.org/a", consultata: 2024-05-06}, Un incontro]
        licenza: CC-BY-4.0
        permesso: {da: Rete, data: 2025-01-02}
        lingua: en
        aggiornata: 2026-01-02
        da_rivedere_entro: 2035
        ---

        Prima dei titoli, con spazi in fondo.  

        ## Il bisogno

            codice
        ---
        ## Note interne

        Segreto.

        # Che cosa si fa

        Testo `con` *segni*.
        """

    @Test(arguments: Language.allCases)
    func `every field comes back, in either language of the keys`(language: Language) throws {
        let entry = try #require(Self.entry(Self.full))
        let text = Self.written(entry, language)
        let again = try #require(Self.entry(text))
        var expected = Self.comparable(entry)
        expected.body = SheetText.publicBody(of: entry)
        expected.sections.removeAll { $0.title == "Note interne" }
        #expect(Self.comparable(again) == expected)
        #expect(Self.written(again, language) == text)
        #expect(!text.contains("Segreto"))
        #expect(text.contains("# Castro (LE)"))
    }

    @Test(arguments: [
        ("", ""), ("Testo", "Testo"), ("## Note interne\n\nx", ""), ("Prima.\n\n## Note interne\nx\n", "Prima.\n"),
        ("# note interne\nx\n\n## Poi\ny", "## Poi\ny"), ("Note interne\n---\nx\n\nPoi\n===\ny\n", "Poi\n===\ny\n"),
        ("## **Note** interne\nx\n### Sotto\ny\n## Fine", "## Fine"),
        ("### Note interne\nx\n#### Sotto\ny\n### Fine", "### Fine"),
        ("## IV. NOTE INTERNE (riservate):\nx\n## Fine", "## Fine"),
        ("Testo.\n## Note interne\nx\n\nRisultati\n---\nok\n", "Testo.\n\nRisultati\n---\nok\n"),
        ("> ## Note interne\n> x\n", ""), ("- a\n\n  ## Note interne\n  x\n- b\n", "- a\n\n- b\n"),
        ("```\n## Note interne\n```\n", "```\n## Note interne\n```\n"),
        ("## A\n\n## Note interne\nx\n\n## B\n\n## Note interne\ny\n", "## A\n\n## B\n"),
    ])
    func `internal notes are cut out, and nothing else`(body: String, expected: String) throws {
        let entry = try #require(Self.entry("---\ntitolo: x\ntipo: idea\n---\n" + body))
        #expect(SheetText.publicBody(of: entry) == expected)
    }

    @Test(arguments: 1...20)
    func `generated sheets come back, and the second writing is the first`(seed: Int) {
        var generator = GeneratedSheets(seed: seed)
        for _ in 0..<20 {
            guard let entry = Self.entry(generator.sheet()) else { continue }
            let text = Self.written(entry)
            guard let again = Self.entry(text) else {
                Issue.record("not read again:\n\(text)")
                continue
            }
            #expect(Self.comparable(again) == Self.comparable(entry))
            #expect(Self.written(again) == text)
        }
    }
}
