import ArgumentParser
import Praticario
import PraticarioSystem

struct CollectionShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Mostra una raccolta com'è ora. / Show a collection as it stands now.",
        discussion: """
            Esempi / Examples:
              praticario collection show sport-e-inclusione
              praticario collection show sport-e-inclusione --format json
            """,
        aliases: ["mostra"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let collection = try base.existingCollection(name)
        let parts = try base.contents(of: collection)
        switch format {
        case .json: Terminal.print(JSONText.of(CollectionOutput(collection, parts)))
        case .text:
            let report = CollectionReport(language: shared.language, width: Terminal.width)
            Terminal.print(report.text(collection, parts, base, style: Style(usesColour: Terminal.usesColour)))
            for id in collection.missingEntries(in: parts) {
                Terminal.printError(
                    shared.language.say(
                        "avviso: voce lasciata fuori: nessuna scheda ha l'id «\(id)»",
                        "warning: entry left out: no sheet has the id “\(id)”"))
            }
        }
    }
}
