import ArgumentParser
import PraticarioWeb

struct PersonRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Toglie una persona: non entra più. / Remove a person: no longer let in.",
        discussion: """
            Vale subito, anche dove è già entrata. Ciò che ha scritto resta.
            At once, also where they are logged in. What they wrote stays.

            Esempio / Example:
              praticario person remove anna-verdi
            """,
        aliases: ["togli"])

    @Argument(help: "Il nome per entrare. / The name they come in by.")
    var id: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try People(shared.find()).remove(id)
        Terminal.print("- \(Paragraph.harmless(id))")
    }
}
