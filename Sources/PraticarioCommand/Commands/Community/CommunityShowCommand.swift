import ArgumentParser
import Praticario

struct CommunityShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Mostra una comunità. / Show a community.",
        discussion: """
            Esempi / Examples:
              praticario community show giovani
              praticario comunita mostra giovani --agenda
              praticario community show giovani --format json
            """,
        aliases: ["mostra"])

    @Argument(help: "L'id o il titolo. / The id or the title.")
    var name: String

    @Flag(help: "Che cosa è aperto per il prossimo incontro. / What is open for the next meeting.")
    var agenda = false

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let community = try base.existingCommunity(name)
        let agenda = try agenda ? base.agenda(of: name) : nil
        switch format {
        case .json:
            Terminal.print(
                agenda.map { JSONText.of(CommunityAgendaOutput($0, of: community, base.values)) }
                    ?? JSONText.of(CommunityOutput(community, base.values)))
        case .text:
            let report = CommunityReport(base.values, language: shared.language, width: Terminal.width)
            let style = Style(usesColour: Terminal.usesColour)
            Terminal.print(
                agenda.map { report.text($0, of: community, style: style) } ?? report.text(community, style: style))
        }
    }
}
