import ArgumentParser
import Praticario

struct CollectionRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Toglie schede, o una ricerca. / Take sheets out, or a search.",
        discussion: """
            Esempi / Examples:
              praticario collection remove orti baskin-cremona
              praticario collection remove orti --query 'tema:orti'
            """,
        aliases: ["togli"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @Argument(help: "Gli id delle schede. / The sheets' ids.")
    var ids: [String] = []

    @Option(help: "La ricerca, com'è scritta nella raccolta. / The search, as the collection writes it.")
    var query: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if ids.isEmpty == (query == nil) {
            throw ValidationError("gli id di schede, oppure --query / ids of sheets, or --query")
        }
    }

    func run() throws {
        if let query {
            try shared.open().remove(search: query, from: name)
            return Terminal.print("- \(Paragraph.harmless(query))")
        }
        try shared.open().remove(ids, from: name)
        for id in ids { Terminal.print("- \(id)") }
    }
}
