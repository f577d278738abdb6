import ArgumentParser
import PraticarioSystem
import PraticarioWeb

struct PersonLinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Scrive un nuovo link per entrare. / Write a new link to come in.",
        discussion: """
            Per chi non ha una password, o l'ha persa. Il link di prima non vale più.
            For who has no password, or lost it. The link before holds no longer.

            Esempio / Example:
              praticario person link anna-verdi --address https://archivio.esempio.org
            """,
        aliases: ["collegamento"])

    @Argument(help: "Il nome per entrare. / The name they come in by.")
    var id: String

    @OptionGroup var address: AddressOption

    @OptionGroup var shared: SharedOptions

    func run() throws {
        Terminal.print(address.text(of: try People(shared.find()).newLink(for: id), shared.language))
    }
}
