import ArgumentParser
import Praticario
import PraticarioCorpus

struct CollectionMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Sposta una scheda. / Move a sheet.",
        discussion: """
            Esempi / Examples:
              praticario collection move orti baskin-cremona --first
              praticario collection move orti baskin-cremona --after calciosociale
            """,
        aliases: ["sposta"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @Argument(help: "L'id della scheda. / The sheet's id.")
    var id: String

    @OptionGroup var position: PositionOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if position.count == 0 {
            throw ValidationError("dove: --before, --after, --first o --last / where: one of them")
        }
    }

    func run() throws {
        let base = try shared.open()
        try base.move(id, in: name, to: position.position)
        for (number, entry) in try base.existingCollection(name).entries.enumerated() {
            Terminal.print("\(number + 1). \(entry.id)")
        }
    }
}
