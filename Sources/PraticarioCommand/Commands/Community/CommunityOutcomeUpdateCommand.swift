import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct CommunityOutcomeUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Dice altro di un esito: che è concluso, chi lo racconta. / Say more of an outcome.",
        discussion: """
            Gli elenchi crescono, il resto prende il posto di ciò che c'è.
            Lists grow, all else takes the place of what is there.

            Esempi / Examples:
              praticario community outcome update giovani patto-per-gli-orti --status concluso
              praticario comunita esito aggiorna giovani esito-3 --told-by orto-di-via-mazzini
            """,
        aliases: ["aggiorna"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Argument(help: "L'id dell'esito; esito-3 per il terzo che non ne ha. / The outcome's id; esito-3 for the third.")
    var id: String

    @Option(help: "Come si chiama. / What it is called.")
    var title: String?

    @OptionGroup var options: OutcomeOptions

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let change = try base.changeOutcome(id, of: community) { outcome in
            if let wrong = options.wrongName(for: outcome.kind) {
                throw Failure(
                    it: "\(wrong.name): l'esito è di tipo \(outcome.kind.label.it), non \(wrong.kind.label.it)",
                    en: "\(wrong.name): the outcome is of kind \(outcome.kind.rawValue), not \(wrong.kind.rawValue)")
            }
            outcome.title = title.flatMap { said([$0]).first } ?? outcome.title
            options.apply(to: &outcome, in: base)
        }
        let names = change.community.outcomes.enumerated().map { $1.name(at: $0) }
        guard let index = names.firstIndex(of: id) else { return }
        change.print(.outcome(at: index), base, format, in: shared.language)
    }
}
