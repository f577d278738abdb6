import ArgumentParser

struct CommunityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "community",
        abstract: "Le comunità di pratica: incontri, domande, esiti. / Communities of practice.",
        discussion: """
            Una comunità è un file di comunita/: chi ne fa parte, gli incontri, le domande
            aperte e ciò che ne è nato.

            Esempi / Examples:
              praticario community list
              praticario comunita mostra giovani --agenda
              praticario comunita incontro aggiungi giovani --date 2026-05-12 --mode online
            """,
        subcommands: [
            CommunityListCommand.self, CommunityShowCommand.self, CommunityNewCommand.self,
            CommunityMeetingCommand.self, CommunityQuestionCommand.self, CommunityLogCommand.self,
            CommunityOutcomeCommand.self, CommunitySurveyCommand.self, CommunityMinutesCommand.self,
            CommunityCalendarCommand.self,
        ],
        aliases: ["comunita", "comunità"])
}
