import ArgumentParser
import Praticario
import PraticarioPublishing

struct CollectionExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Scrive una raccolta come documento o come dati. / Write a collection as a document or as data.",
        discussion: """
            \(ExportFormatHelp.text)

            Esempi / Examples:
              praticario collection export sport-e-inclusione --format docx
              praticario collection export sport-e-inclusione --format site --output sito
              praticario collection export sport-e-inclusione --format pdf --detail short
            """,
        aliases: ["esporta"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @OptionGroup var output: ExportArguments
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let base = try shared.open()
        try await output.write(.collection(try base.existingCollection(name)), from: base, language: shared.language)
    }
}
