import ArgumentParser
import PraticarioSystem
import PraticarioWeb

struct PersonKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Una chiave per un programma che usa l'API. / A key for a program.",
        discussion: """
            Il programma fa ciò che la chiave permette, mai più della persona. Si vede una
            volta sola: resta scritta solo la sua impronta.
            The program may do what the key allows, never more than the person. It is shown
            once: only its digest is kept.

            Esempi / Examples:
              praticario person key anna-verdi calendario --role lettura
              praticario person key anna-verdi calendario --remove
            """,
        aliases: ["chiave"])

    @Argument(help: "Il nome per entrare della persona. / The person's name to come in by.")
    var id: String

    @Argument(help: "Come si chiama la chiave. / What the key is called.")
    var name: String

    @Option(help: "lettura, proposte, redazione, gestione. / reader, member, editor, owner.")
    var role = Role.reader

    @Flag(help: "Toglie la chiave. / Take the key away.")
    var remove = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let people = People(try shared.find())
        if remove {
            try people.removeKey(name, of: id)
            return Terminal.print("- \(Paragraph.harmless(name))")
        }
        let key = try people.addKey(name, scope: role, for: id)
        let language = shared.language
        Terminal.print(
            language.say(
                "Chiave «\(Paragraph.harmless(name))» (\(role.label.it)), da scrivere adesso dove serve:",
                "Key “\(Paragraph.harmless(name))” (\(role.label.en)), to be written down now:"))
        Terminal.print("  Authorization: Bearer \(key)")
    }
}
