import ArgumentParser
import Praticario
import PraticarioPublishing

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Scrive una ricerca come documento o come dati. / Write an answer as a document or as data.",
        discussion: """
            \(ExportFormatHelp.text)

            Esempi / Examples:
              praticario export tema:anziani --format docx
              praticario export 'territorio:puglia tipo:pratica' --format csv
              praticario export --format page --output archivio.html
              praticario export --format site --output sito
              praticario export tema:carcere --format jsonl --output -
            """,
        aliases: ["esporta"])

    @Argument(help: "La domanda; senza, tutte le schede. / The question; without it, all sheets.")
    var words: [String] = []

    @OptionGroup var output: ExportArguments
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let base = try shared.open()
        try await output.write(.search(words.joined(separator: " ")), from: base, language: shared.language)
    }
}
