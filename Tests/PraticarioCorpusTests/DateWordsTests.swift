import Foundation
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Dates and addresses as people write them.
@Suite struct DateWordsTests {
    @Test(arguments: [
        ("giugno 2020", "2020-06"), ("15 gennaio 2019", "2019-01-15"), ("1º marzo 2020", "2020-03-01"),
        ("14 maggio 2019", "2019-05-14"), ("2014 circa", "2014"), ("circa 2014", "2014"), ("dal 2020", "2020"),
        ("da giugno 2018", "2018-06"), ("primavera 2019", "2019"), ("mar-18", "2018-03"), ("Sett. 2021", "2021-09"),
        ("2019-05-14T10:00:00Z", "2019-05-14"), ("14 May 2007", "2007-05-14"), ("MAGGIO 2007", "2007-05"),
    ])
    func `a date in words is the date`(text: String, iso: String) {
        #expect(PartialDate(words: text)?.iso8601 == iso)
    }

    @Test(arguments: [
        ("2014 circa", "2014 circa"), ("Primavera  2019", "Primavera 2019"), ("verso maggio 2019", "verso maggio 2019"),
        ("dal 2020", "2020"), ("14 maggio 2019", "2019-05-14"),
    ])
    func `words that say more than a date stay beside it`(text: String, written: String) throws {
        let date = try #require(PartialDate(words: text))
        #expect(date.written == written)
        #expect(PartialDate(words: date.written) ?? PartialDate(date.written) == date)
        #expect((date.words == nil) == (date.written == date.iso8601))
    }

    @Test func `a date that says about when is shown, stored and written so, and ISO 8601 for programs`() throws {
        let text = "---\ntitolo: Orto\ntipo: pratica\ninizio: 2014 circa\nfine: primavera 2019\n---\n"
        let file = ParsedFile(Array(text.utf8), path: "schede/x.md", SmallWorld.vocabularies)
        let entry = try #require(file.sheets.first)
        #expect(entry.start?.text(in: .english) == "2014 circa")
        #expect(SheetText(entry, language: .italian) { _ in nil }.text.contains("inizio: \"2014 circa\""))
        let encoder = JSONEncoder()
        let plain = try JSONDecoder().decode(Entry.self, from: encoder.encode(entry))
        #expect(plain.start == PartialDate("2014") && plain.end == PartialDate("2019"))
        encoder.userInfo[.keepsDateWords] = true
        #expect(try JSONDecoder().decode(Entry.self, from: encoder.encode(entry)) == entry)
    }

    @Test(arguments: [
        "domani", "30 febbraio 2020", "maggio", "ma 2019", "in corso", "2019 2020", "12 18", "", "12 volte 2019",
        "lunedì 2019", "99",
    ])
    func `what says no date is none`(text: String) {
        #expect(PartialDate(words: text) == nil)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    func `whatever the program shows it reads`(month: Int) throws {
        for language in Language.allCases {
            for date in [
                PartialDate(year: 2019, month: month), PartialDate(year: 2019, month: month, day: 9),
            ] {
                let date = try #require(date)
                #expect(PartialDate(words: date.text(in: language)) == date)
            }
        }
    }

    @Test(
        arguments: [
            ("www.esempio.it", "https://www.esempio.it"), ("esempio.org/orti?x=1", "https://esempio.org/orti?x=1"),
            ("facebook.com/ortinsieme", "https://facebook.com/ortinsieme"),
            ("https://esempio.it", "https://esempio.it"),
            ("@orti", nil), ("bilancio.pdf", nil), ("sul sito", nil), ("info@esempio.it", nil), ("esempio..it", nil),
        ] as [(String, String?)])
    func `an address without its beginning is completed`(text: String, url: String?) {
        let sheet = """
            ---
            titolo: Orto
            tipo: idea
            temi: [sport]
            territori: [Roma]
            organizzazione: {nome: Orti, sito: "\(text)"}
            ---

            """
        let file = ParsedFile(Array(sheet.utf8), path: "schede/x.md", SmallWorld.vocabularies)
        #expect(file.sheets.first?.organization?.url == url)
        #expect(file.diagnostics.map(\.code) == (url == nil ? [.invalidURL] : []))
    }
}
