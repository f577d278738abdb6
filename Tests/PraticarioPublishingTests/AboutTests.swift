import PraticarioCorpus
import PraticarioSystem
import Testing

@testable import PraticarioPublishing

/// What a choice and its edition say of themselves.
@Suite struct AboutTests {
    private static var choice: Choice {
        var choice = HostileSheets.choice()
        choice.summary = "In breve."
        choice.curator = "Rete"
        choice.licence = "CC-BY-4.0"
        choice.updated = PartialDate("2026-03-01")
        choice.query = "tema:sport"
        return choice
    }

    private static var edition: Edition {
        var edition = HostileSheets.edition()
        edition.settings.title = "Archivio"
        edition.settings.publisher = "Editore"
        edition.settings.contactPoint = "info@example.org"
        edition.settings.acknowledgement = "Grazie."
        return edition
    }

    private static func lines(_ choice: Choice, _ edition: Edition, _ face: About.Face) -> [String] {
        About(choice, edition).facts(face).map { "\($0.label): \($0.value)" }
    }

    @Test func `a cover speaks to readers`() {
        #expect(
            Self.lines(Self.choice, Self.edition, .cover) == [
                "A cura di: Rete", "Dall'archivio: Archivio", "Schede: 2", "Scelte con la ricerca: tema:sport",
                "Licenza della raccolta: CC-BY-4.0", "Aggiornata: 1 marzo 2026", "Documento del: 15 maggio 2026",
                "Contatto: info@example.org",
            ])
    }

    @Test func `a workbook says all that there is, in forms that programs sort`() {
        #expect(
            Self.lines(Self.choice, Self.edition, .workbook) == [
                "Sintesi: In breve.", "A cura di: Rete", "Aggiornata: 2026-03-01", "Domanda: tema:sport", "Schede: 2",
                "Fatto con Praticario il: 2026-05-15", "Archivio: Archivio", "Editore: Editore",
                "Contatto: info@example.org", "Ringraziamento: Grazie.",
            ])
    }

    @Test func `what is not known is not said, and an archive is named once`() {
        let bare = Choice(title: "Archivio", entries: [])
        #expect(Self.lines(bare, HostileSheets.edition(), .cover) == ["Schede: 0", "Documento del: 15 maggio 2026"])
        var edition = HostileSheets.edition()
        edition.settings.title = "Archivio"
        #expect(About(bare, edition).publisher == "Archivio")
        #expect(!Self.lines(bare, edition, .cover).contains("Dall'archivio: Archivio"))
        edition.settings.publisher = "Editore"
        #expect(!Self.lines(bare, edition, .cover).contains("Dall'archivio: Archivio"))
        #expect(About(bare, edition).publisher == "Editore")
    }

    @Test(arguments: [(nil, "en", false), ("en", "en", false), ("it", "it", true)] as [(String?, String, Bool)])
    func `the curator's words have the language of the collection, else that of the edition`(
        written: String?, language: String, isTold: Bool
    ) throws {
        var choice = HostileSheets.choice(notes: true)
        choice.textLanguage = written
        let edition = HostileSheets.edition(.english)
        var html = ""
        try choice.write(as: .html, to: &html, for: edition)
        #expect(html.contains("<section class=\"prose\" lang=\"it\">") == isTold)
        #expect(html.contains("aria-label=\"The curator&#39;s note\" lang=\"it\">") == isTold)
        var json = ""
        try choice.write(as: .json, to: &json, for: edition)
        #expect(json.contains("\"collection\":{\"language\":\"\(language)\""))
    }
}
