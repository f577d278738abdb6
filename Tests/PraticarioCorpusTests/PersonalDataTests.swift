import PraticarioCorpus
import TestSupport
import Testing

/// What is warned of as personal, and what is a body's own.
@Suite struct PersonalDataTests {
    private func codes(_ text: String) -> [DiagnosticCode] {
        ParsedFile(
            Array("---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n\(text)".utf8),
            path: "schede/x.md",
            SmallWorld.vocabularies
        ).diagnostics.map(\.code)
    }

    @Test(arguments: [
        "scrivere a mario.rossi@example.org", "anna75@gmail.com", "cell. 333 1234567", "+39 347.123.4567", "3331234567",
        "RSSMRA80A01H501U", "IBAN IT60 X054 2811 1010 0000 0123 456",
    ])
    func `data of persons are warned of`(text: String) {
        #expect(codes(text) == [.personalData])
    }

    @Test(arguments: [
        "info@example.org", "segreteria.roma@example.org", "info.associazione@gmail.com", "tel. 06 1234567",
        "nel 2019 e nel 2020",
        "https://example.org/2019/3331234567/pagina", "codice fiscale 12345678903", "art. 5 D.Lgs. 117/2017",
        "333 persone",
    ])
    func `what is a body's own is not`(text: String) {
        #expect(codes(text) == [])
    }
}
