import ArgumentParser
import Praticario

struct CommunityShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Mostra una comunità. / Show a community.",
        discussion: """
            Esempi / Examples:
              praticario community show giovani
              praticario community show giovani --format json
            """,
        aliases: ["mostra"])

    @Argument(help: "L'id o il titolo. / The id or the title.")
    var name: String

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let community = try base.existingCommunity(name)
        switch format {
        case .json: Terminal.print(JSONText.of(CommunityOutput(community, base.values)))
        case .text:
            let report = CommunityReport(base.values, language: shared.language, width: Terminal.width)
            Terminal.print(report.text(community, style: Style(usesColour: Terminal.usesColour)))
        }
    }
}
