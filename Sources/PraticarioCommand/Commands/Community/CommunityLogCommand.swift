import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct CommunityLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Annota che cosa ne è nato. / Log what came of it.",
        discussion: """
            Un'adozione dice chi (--by) e che cosa (--what), un partenariato fra chi (--party),
            un intervento a che punto è (--status) e per chi (--target).
            An adoption says who (--by) and what (--what), a partnership between whom (--party),
            an intervention how far it is (--status) and for whom (--target).

            Esempi / Examples:
              praticario community log giovani "Regolamento comune" --kind adozione \\
                --by "Circolo Aurora" --what "modello di gestione" --status concluso --meeting 2
              praticario comunita annota giovani "Patto per gli orti" --kind partenariato \\
                --party "Circolo Aurora" --party "Comune di Foggia" --formal --with-pa \\
                --instrument "patto di collaborazione" --date 2026-03
            """,
        aliases: ["annota"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Argument(help: "Come si chiama. / What it is called.")
    var words: [String]

    @Option(help: "adozione, partenariato o intervento. / adoption, partnership or intervention.")
    var kind: OutcomeKind

    @Option(help: "L'id, altrimenti dal titolo. / The id, by default made of the title.")
    var id: String?

    @OptionGroup var options: OutcomeOptions

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let wrong = options.wrongName(for: kind) {
            throw ValidationError("\(wrong.name): --kind \(wrong.kind.label.it) / \(wrong.kind.rawValue)")
        }
    }

    func run() throws {
        let base = try shared.open()
        var outcome = Outcome(kind: kind, title: words.joined(separator: " ").trimmingSpaces())
        outcome.id = id
        options.apply(to: &outcome, in: base)
        let change = try base.log(outcome, in: community)
        change.print(.outcome(at: change.community.outcomes.count - 1), base, format, in: shared.language)
    }
}
