import TestSupport
import Testing

@testable import PraticarioCorpus

/// Names of persons in the files of communities, and what only looks like one.
@Suite struct PersonNameTests {
    @Test(arguments: [
        ("Ne ha parlato Maria Bianchi, della cooperativa", "Maria Bianchi"),
        ("Sentire il dott. Neri entro maggio", "dott. Neri"), ("la signora Verdi tiene le chiavi", "signora Verdi"),
        ("Verbale firmato da Giuseppe D'Angelo.", "Giuseppe D'Angelo"), ("(Paolo Rossi)", "Paolo Rossi"),
        ("prof.ssa Gialli: il metodo", "prof.ssa Gialli"), ("Luca e Marco Ferri", "Marco Ferri"),
    ])
    func `a person is found among other words`(text: String, name: String) {
        #expect(PersonName.first(in: text) == name)
    }

    @Test(arguments: [
        "Patto per via Giuseppe Verdi", "La palestra dell'istituto comprensivo Anna Frank",
        "Fondazione di comunità Carlo Bianchi", "Santa Maria Capua Vetere", "piazza San Carlo Borromeo",
        "Torneo Marco Simoncelli", "Si decide a Marina di Ravenna", "Andrea. Poi si vota", "Chi resta? Luca lo sa",
        "il circolo Francesco Totti", "Aurora Boreale APS", "maria bianchi", "Angelo CUSTODE", "don Lorenzo Milani", "",
    ])
    func `streets, bodies and single words are no persons`(text: String) {
        #expect(PersonName.first(in: text) == nil)
    }

    /// Every text of a community and of a programme, with a person in it.
    @Test(arguments: [
        "titolo: Da Maria Bianchi", "titolo: x\nsintesi: Con Maria Bianchi",
        "titolo: x\ndifficoltà: [Manca Maria Bianchi]",
        "titolo: x\nincontri:\n  - {numero: 1, argomenti: [Parla Maria Bianchi]}",
        "titolo: x\nincontri:\n  - {numero: 1, decisioni: [Maria Bianchi scrive]}",
        "titolo: x\nincontri:\n  - {numero: 1, luogo: da Maria Bianchi}",
        "titolo: x\ndomande:\n  - {domanda: \"Che cosa dice Maria Bianchi?\"}",
        "titolo: x\nesiti:\n  - {titolo: Turni di Maria Bianchi, tipo: intervento, stato: previsto}",
        "titolo: x\nesiti:\n  - {titolo: y, tipo: intervento, stato: avviato, evidenza: lettera di Maria Bianchi}",
        "titolo: x\npartenariati_di_partenza:\n  - {parti: [Maria Bianchi, Circolo]}",
    ])
    func `a person in a community is told wherever it stands`(text: String) {
        let file = ParsedFile(community: Array((text + "\n").utf8), path: "comunita/x.yaml", SmallWorld.vocabularies)
        #expect(file.diagnostics.map(\.code) == [.personalData], "\(file.diagnostics)")
    }

    @Test func `a person in a programme is told`() {
        let text = "titolo: x\nringraziamento: Grazie a Maria Bianchi\navviso: Chiedere a maria.bianchi@gmail.com\n"
        #expect(Programme.read(Array(text.utf8)).diagnostics.map(\.code) == [.personalData, .personalData])
    }
}
