import ArgumentParser
import PraticarioCorpus
import PraticarioSystem
import PraticarioWeb

struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Chi può entrare nelle pagine di serve. / Who may come in to the pages of serve.",
        discussion: """
            Con una persona almeno, `praticario serve` ha una porta: chi entra fa ciò che il
            suo ruolo permette, gli altri leggono ciò che è pubblicato.
              lettura     legge tutto, bozze e comunità comprese      (reader)
              proposte    scrive schede, che la redazione rilegge     (member)
              redazione   pubblica e cambia tutto                     (editor)
              gestione    come la redazione, e dice chi può entrare   (owner)
            With one person at least, `praticario serve` has a door: who comes in does what
            their role allows, others read what is published.

            Esempi / Examples:
              praticario person add "Anna Verdi" --role redazione
              praticario persona elenca
              praticario person link anna-verdi --address https://archivio.esempio.org
            """,
        subcommands: [
            PersonAddCommand.self, PersonListCommand.self, PersonRemoveCommand.self, PersonLinkCommand.self,
            PersonKeyCommand.self,
        ],
        aliases: ["persona"])
}

extension Role: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

/// Where the pages are, for links to them.
struct AddressOption: ParsableArguments {
    @Option(help: "L'indirizzo delle pagine. / The address of the pages.")
    var address = "http://127.0.0.1:8080"

    func validate() throws {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            throw ValidationError("--address: https://archivio.esempio.org")
        }
    }

    func text(of link: String, _ language: Language) -> String {
        let address = address.hasSuffix("/") ? String(address.dropLast()) : address
        return language.say("Link per entrare, una volta sola entro 7 giorni:", "Link to come in, once, within 7 days:")
            + "\n  \(address)/entra?codice=\(link)"
    }
}
