import ArgumentParser

struct CommunityQuestionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "question", abstract: "Che cosa una comunità vuole sapere. / What a community wants to know.",
        discussion: """
            Esempi / Examples:
              praticario community question add giovani "Chi tiene le chiavi?" --meeting 1
              praticario comunita domanda chiudi giovani chiavi --sheet orto-di-via-mazzini --meeting 3
            """,
        subcommands: [
            CommunityQuestionAddCommand.self, CommunityQuestionUpdateCommand.self, CommunityQuestionCloseCommand.self,
        ], aliases: ["domanda"])
}
