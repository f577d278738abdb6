import ArgumentParser
import Praticario

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
            Nella shell, metti fra apici singoli le domande con virgolette.

            Esempi / Examples:
              praticario search anziani soli
              praticario search 'doposcuola territorio:"provincia di Foggia"'
              praticario search tema:carcere stato:attiva --limit 5
              praticario search cohousing -milano
              praticario search regione:lazio --format json
            """)

    /// Seven filters a line, so that the help fits a terminal.
    private static var filterList: String {
        let names = FilterName.all.map { $0.it[0] + ":" } + ["titolo:", "senza:"]
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
    var sort = ResultOrder.relevance

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let question = words.joined(separator: " ")
        let results = try base.search(question, limit: limit, offset: offset, sort: sort)
        switch format {
        case .json:
            Terminal.print(JSONText.of(SearchOutput(results, base.values, offset: offset)))
        case .text:
            let report = SearchReport(
                results, base.values, question: question, offset: offset, language: shared.language)
            Terminal.print(report.text(width: Terminal.width, style: Style(usesColour: Terminal.usesColour)))
        }
    }
}
