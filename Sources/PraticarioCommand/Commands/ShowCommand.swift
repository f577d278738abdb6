import ArgumentParser
import Praticario
import PraticarioCorpus

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Mostra una scheda. / Show a sheet.",
        discussion: """
            L'id di una scheda è l'ultima riga di ogni risultato di ricerca.
            A sheet's id is the last line of each search result.

            Esempi / Examples:
              praticario show baskin-cremona
              praticario show baskin-cremona --format json
            """,
        aliases: ["mostra"])

    @Argument(help: "L'id della scheda. / The sheet's id.")
    var id: String

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let entry = try base.requiredEntry(id)
        let uses = try base.snapshot().uses(of: entry.id)
        switch format {
        case .json: Terminal.print(JSONText.of(EntryOutput(entry, base.values, uses)))
        case .text:
            let report = EntryReport(entry, base.values, uses, language: shared.language)
            Terminal.print(report.text(width: Terminal.width, style: Style(usesColour: Terminal.usesColour)))
        }
    }
}
