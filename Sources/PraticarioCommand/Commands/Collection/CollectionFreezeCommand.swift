import ArgumentParser
import Praticario
import PraticarioSystem

struct CollectionFreezeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Fa voci di ciò che le ricerche trovano oggi. / Make entries of what the searches find today.",
        discussion: """
            Esempio / Example:
              praticario collection freeze orti
            """,
        aliases: ["congela"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let count = try shared.open().freeze(name)
        let language = shared.language
        Terminal.print(
            count == 0
                ? language.say("Non c'era nessuna ricerca.", "There was no search.")
                : language.say("Ricerche diventate voci: ", "Searches made entries: ") + "\(count)")
    }
}
