import ArgumentParser
import Praticario
import PraticarioCorpus

struct UnpublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unpublish",
        abstract: "Riporta schede a bozze. / Make drafts of sheets again.",
        discussion: """
            Il permesso e la licenza restano scritti. / Permission and licence stay written.

            Esempio / Example:
              praticario unpublish baskin-cremona
            """,
        aliases: ["ritira"])

    @Argument(help: "Gli id delle schede. / The sheets' ids.")
    var ids: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let sheets = try shared.open().setPublication(.draft, of: ids)
        SheetChangeReport(language: shared.language).print(sheets)
    }
}
