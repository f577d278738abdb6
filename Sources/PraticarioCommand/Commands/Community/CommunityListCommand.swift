import ArgumentParser
import Praticario

struct CommunityListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Elenca le comunità. / List the communities.",
        discussion: """
            Esempi / Examples:
              praticario community list
              praticario community list --format json
            """,
        aliases: ["elenca"])

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let communities = try base.communities()
        switch format {
        case .json: Terminal.print(JSONText.of(CommunitiesOutput(communities, base.values)))
        case .text:
            let report = CommunityReport(base.values, language: shared.language, width: Terminal.width)
            Terminal.print(report.list(communities, style: Style(usesColour: Terminal.usesColour)))
        }
    }
}
