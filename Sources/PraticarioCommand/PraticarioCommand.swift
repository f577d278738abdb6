import ArgumentParser
import Foundation
import Praticario

@main
struct PraticarioCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "praticario",
        abstract:
            "L'archivio di ciò che funziona nel terzo settore. / What works in Italy's third sector, kept and found.",
        discussion: """
            Esempi / Examples:
              praticario cerca anziani soli territorio:lazio
              praticario search "tema:carcere stato:attiva"
              praticario show baskin-cremona
              praticario themes
              praticario new "Orto di quartiere" --kind practice

            Ogni comando ha il suo aiuto: praticario COMANDO --help
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, NewCommand.self, CheckCommand.self, IndexCommand.self, SearchCommand.self,
            ShowCommand.self, SimilarCommand.self, ThemesCommand.self, TerritoriesCommand.self, ImportCommand.self,
            UndoCommand.self, CollectionCommand.self, CommunityCommand.self, ReportCommand.self, ExportCommand.self,
            ReviewCommand.self, UnmetCommand.self, EvaluateCommand.self, PublishCommand.self, UnpublishCommand.self,
            ArchiveCommand.self,
            DeleteCommand.self, RenameCommand.self, AttachCommand.self, DetachCommand.self, ForgetCommand.self,
            OpenCommand.self, ServeCommand.self,
            PersonCommand.self,
        ])

    static func main() async {
        // A reader that goes away is told by `write`, which ends quietly.
        signal(SIGPIPE, SIG_IGN)
        let interruption = Interruption.watch()
        defer { withExtendedLifetime(interruption) {} }
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            try await EditJournal.$command.withValue(Arguments.asTyped(arguments)) {
                var command = try parseAsRoot(Arguments.protectingWords(arguments))
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            }
        } catch {
            Failure.exit(with: error)
        }
    }
}
