import ArgumentParser

struct CommunityOutcomeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "Che cosa è nato da una comunità. / What came of a community.",
        discussion: """
            Un esito nuovo si annota con `praticario comunita annota`.
            A new outcome is noted with `praticario community log`.

            Esempi / Examples:
              praticario community outcome update giovani patto-per-gli-orti --status concluso
              praticario comunita esito aggiorna giovani esito-3 --evidence "Delibera n. 12"
            """,
        subcommands: [CommunityOutcomeUpdateCommand.self], aliases: ["esito"])
}
