import ArgumentParser
import Praticario
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem
import PraticarioCorpus

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Cerca per parole, territorio, tema. / Search by words, territory, theme.",
        discussion: """
            Parole, "frasi", inizio*, -escluse, e filtri nome:valore:
            Words, "phrases", prefix*, -excluded, and filters name:value:
            \(filterList)

            Un territorio o un tema comprende tutto ciò che sta sotto.
            Più valori dello stesso filtro sono alternative.
            Un valore con spazi va fra virgolette: territorio:"provincia di Foggia".
            La shell tiene per sé virgolette, apostrofi, asterischi e parentesi:
            racchiudi la domanda fra virgolette doppie ("l'orto dell'anziano") o
            apici singoli ('"frase esatta" tema:sport'), o scrivi solo
            `praticario search` e digitala dopo.
            The shell keeps quotes, apostrophes and asterisks for itself: put the
            question in quotes, or run `praticario search` and type it then.

            Esempi / Examples:
              praticario search anziani soli
              praticario search 'doposcuola territorio:"provincia di Foggia"'
              praticario search tema:carcere stato:attiva --limit 5
              praticario search cohousing -milano
              praticario search vicino:campobasso abitanti:-5000
              praticario search regione:lazio --format csv > lazio.csv
              praticario search            (chiede la domanda: apostrofi e
                                            virgolette arrivano come scritti)
              echo "orti e scuole" | praticario search
            """,
        aliases: ["cerca"])

    /// Seven filters a line, so that the help fits a terminal.
    private static var filterList: String {
        let names = (FilterName.all.map { $0.it[0] } + QuestionKeyword.allCases.map { $0.names[0] }).map { $0 + ":" }
        return stride(from: 0, to: names.count, by: 7).map { start in
            "  " + names[start..<min(start + 7, names.count)].joined(separator: " ")
        }.joined(separator: "\n")
    }

    @Argument(help: "La domanda. / The question.")
    var words: [String] = []

    @Option(help: "Quante schede al massimo. / How many sheets at most.")
    var limit = 10

    @Option(help: "Quante schede saltare. / How many sheets to skip.")
    var offset = 0

    @Option(help: "relevance, date o title. / relevance, date or title.")
    var sort: ResultOrder?

    @Option(help: "text, json, csv, jsonl o ids. / text, json, csv, jsonl or ids.")
    var format = ListFormat.text

    @Flag(help: "Dice come nasce ogni punteggio. / Say how each score came about.")
    var explain = false

    @OptionGroup var shared: SharedOptions

    /// Programs that want sheets get sheets, and nothing is made beside them.
    private var request: SearchRequest {
        var request = SearchRequest(limit: limit, offset: offset, sort: sort)
        request.explains = explain
        switch format {
        case .text: request.facets = Set(SearchReport.narrowingFacets)
        case .json: break
        case .csv, .jsonl, .ids:
            request.facets = []
            request.wantsSnippets = false
            request.wantsOffers = false
        }
        return request
    }

    func run() throws {
        let base = try shared.open()
        var question = words.joined(separator: " ")
        if words.isEmpty {
            let prompt = LocalizedText(it: "Cerca: ", en: "Search: ")[shared.language]
            question = Terminal.piped() ?? Terminal.ask(prompt) ?? ""
        }
        let results = try base.search(question, request)
        // An answer is worth more than a note of it.
        if offset == 0 { try? UnmetQuestions(of: base.folder).note(question, results, on: .today) }
        switch format {
        case .csv, .jsonl, .ids:
            Terminal.printRaw(try format.text(of: results.hits.map(\.id), in: base, language: shared.language))
        case .json:
            Terminal.print(JSONText.of(SearchOutput(results, base.values, offset: offset)))
        case .text:
            let report = SearchReport(
                results, base.values, question: question, offset: offset, language: shared.language)
            Terminal.print(report.text(width: Terminal.width, style: Style(usesColour: Terminal.usesColour)))
        }
    }
}
