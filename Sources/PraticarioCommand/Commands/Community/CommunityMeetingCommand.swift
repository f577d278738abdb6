import ArgumentParser

struct CommunityMeetingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "Gli incontri di una comunità. / The meetings of a community.",
        discussion: """
            Esempi / Examples:
              praticario community meeting add giovani --date 2026-05-12 --mode online
              praticario comunita incontro aggiorna giovani 3 --status svolto --people 14
            """,
        subcommands: [CommunityMeetingAddCommand.self, CommunityMeetingUpdateCommand.self], aliases: ["incontro"])
}
