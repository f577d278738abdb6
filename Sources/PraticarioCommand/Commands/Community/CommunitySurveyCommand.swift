import ArgumentParser

struct CommunitySurveyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey", abstract: "Il questionario di una comunità. / The survey of a community.",
        discussion: """
            Esempio / Example:
              praticario community survey import giovani risposte.xlsx --wave prima --max 5
            """,
        subcommands: [CommunitySurveyImportCommand.self], aliases: ["questionario"])
}
