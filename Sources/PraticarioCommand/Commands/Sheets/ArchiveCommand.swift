import ArgumentParser
import Praticario
import PraticarioCorpus

struct ArchiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Archivia schede: si trovano ancora, non escono più. / Archive sheets: found, no longer exported.",
        discussion: """
            Per ciò che non è più vero o non si vuole più mostrare. / For what is no longer true or wanted.

            Esempio / Example:
              praticario archive baskin-cremona
            """,
        aliases: ["archivia"])

    @Argument(help: "Gli id delle schede. / The sheets' ids.")
    var ids: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let sheets = try shared.open().setPublication(.archived, of: ids)
        SheetChangeReport(language: shared.language).print(sheets)
    }
}
