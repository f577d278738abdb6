import ArgumentParser
import Praticario

struct CollectionRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Toglie schede. / Take sheets out.",
        discussion: """
            Esempio / Example:
              praticario collection remove orti baskin-cremona
            """,
        aliases: ["togli"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @Argument(help: "Gli id delle schede. / The sheets' ids.")
    var ids: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.open().remove(ids, from: name)
        for id in ids { Terminal.print("- \(id)") }
    }
}
