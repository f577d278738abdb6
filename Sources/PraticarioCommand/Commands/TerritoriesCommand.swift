import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

struct TerritoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territories",
        abstract: "Sfoglia e cerca i territori, con quante schede hanno. / Browse and look up territories.",
        discussion: """
            Esempi / Examples:
              praticario territories
              praticario territories puglia
              praticario territories "provincia di Foggia"
              praticario territories Castro
            """,
        aliases: ["territori"])

    @Argument(help: "Un nome, una sigla o un codice ISTAT. / A name, a sigla or an ISTAT code.")
    var name: [String] = []

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let register = base.vocabularies.territories
        let counts = try base.counts(of: .territory)
        let wanted = name.joined(separator: " ")
        let found: [Int]
        if wanted.isEmpty {
            found = register.territories.indices.filter { register.territories[$0].level <= .region }
        } else {
            found = register.positions(ofQueryValue: wanted)
            guard !found.isEmpty else {
                let hint = Suggestion.hint(register.names(near: wanted))
                throw Failure(
                    it: "nessun territorio si chiama «\(wanted)»" + hint.it,
                    en: "no territory is called “\(wanted)”" + hint.en)
            }
        }
        let report = TerritoryReport(register, counts, language: shared.language)
        switch format {
        case .json: Terminal.print(JSONText.of(TerritoriesOutput(found.map { register.territories[$0] }, counts)))
        case .text:
            let style = Style(usesColour: Terminal.usesColour)
            Terminal.print(wanted.isEmpty ? report.tree(style) : report.text(of: found, width: Terminal.width, style))
        }
    }
}
