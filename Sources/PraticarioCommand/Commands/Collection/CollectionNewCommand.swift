import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct CollectionNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Comincia una raccolta. / Begin a collection.",
        discussion: """
            Esempio / Example:
              praticario collection new "Orti e vicinato" --curator "Rete degli orti"
            """,
        aliases: ["nuova"])

    @Argument(help: "Il titolo. / The title.")
    var words: [String]

    @Option(help: "L'organizzazione che la cura. / The organization that curates it.")
    var curator: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let path = try base.newCollection(words.joined(separator: " "), curator: curator)
        Terminal.print(base.folder.path(path))
        let id = path.split(separator: "/").last?.dropLast(3) ?? ""
        Terminal.printError(
            shared.language.say(
                "Ora: praticario collection add \(id) ID-DI-UNA-SCHEDA",
                "Now: praticario collection add \(id) ID-OF-A-SHEET"))
    }
}
