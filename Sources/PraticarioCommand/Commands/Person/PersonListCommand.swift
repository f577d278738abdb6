import ArgumentParser
import PraticarioSystem
import PraticarioWeb

struct PersonListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Elenca le persone. / List the people.",
        discussion: """
            Esempio / Example:
              praticario person list
            """,
        aliases: ["elenca"])

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let language = shared.language
        let people = try People(shared.find()).all()
        guard !people.isEmpty else {
            return Terminal.print(
                language.say(
                    "Ancora nessuno: serve mostra solo ciò che è pubblicato. Aggiungi: praticario person add NOME --role redazione",
                    "Nobody yet: serve shows only what is published. Add: praticario person add NAME --role editor"))
        }
        for person in people {
            let state = person.hasPassword ? "" : language.say(" · senza password", " · without a password")
            let name = Paragraph.harmless(person.name)
            Terminal.print("\(person.id) · \(name) · \(person.role.label[language])\(state)")
        }
    }
}
