import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct DeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Elimina schede: il file, o la riga della tabella. / Delete sheets: the file, or the table's row.",
        discussion: """
            Dice chi ancora le cita. `praticario undo` le rimette; per non mostrarle più
            basta `praticario archive`.
            Says what still refers to them. `praticario undo` puts them back.

            Esempio / Example:
              praticario delete baskin-cremona
            """,
        aliases: ["elimina"])

    @Argument(help: "Gli id delle schede. / The sheets' ids.")
    var ids: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let language = shared.language
        let (sheets, referring) = try shared.open().delete(ids)
        let report = SheetChangeReport(language: language)
        for sheet in sheets { Terminal.print("- \(sheet.id) (\(report.place(of: sheet)))") }
        if !referring.isEmpty {
            Terminal.printError(
                language.say("Ancora citata da: ", "Still referred to by: ") + referring.joined(separator: ", "))
        }
    }
}
