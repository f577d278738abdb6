import ArgumentParser
import PraticarioSystem
import PraticarioWeb

struct PersonAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Aggiunge una persona e scrive il suo link. / Add a person, write their link.",
        discussion: """
            Il link fa entrare una volta; dopo, la persona sceglie una password.
            The link lets in once; then the person chooses a password.

            Esempi / Examples:
              praticario person add "Anna Verdi" --role redazione
              praticario persona aggiungi "Segreteria" --id segreteria --role member
            """,
        aliases: ["aggiungi"])

    @Argument(help: "Come si chiama. / What they are called.")
    var name: String

    @Option(help: "lettura, proposte, redazione, gestione. / reader, member, editor, owner.")
    var role: Role

    @Option(help: "Il nome per entrare, altrimenti dal nome. / The name to come in by.")
    var id: String?

    @OptionGroup var address: AddressOption

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let (person, link) = try People(shared.find()).add(name.trimmingSpaces(), id: id, role: role)
        Terminal.print("+ \(person.id) (\(person.role.label[shared.language]))")
        Terminal.print(address.text(of: link, shared.language))
    }
}
