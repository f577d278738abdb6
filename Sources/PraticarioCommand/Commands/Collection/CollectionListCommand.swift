import ArgumentParser
import Praticario

struct CollectionListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Elenca le raccolte. / List the collections.",
        discussion: """
            Esempi / Examples:
              praticario collection list
              praticario collection list --format json
            """,
        aliases: ["elenca"])

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let collections = base.collections()
        switch format {
        case .json: Terminal.print(JSONText.of(CollectionsOutput(collections)))
        case .text:
            let report = CollectionReport(language: shared.language, width: Terminal.width)
            Terminal.print(report.list(collections, style: Style(usesColour: Terminal.usesColour)))
        }
    }
}
