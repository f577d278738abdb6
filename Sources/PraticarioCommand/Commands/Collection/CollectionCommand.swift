import ArgumentParser
import Praticario

struct CollectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collection",
        abstract: "Le raccolte: schede scelte, in un ordine. / Collections: chosen sheets, in an order.",
        discussion: """
            Una raccolta è un file di raccolte/: testo in Markdown e voci come
            - [Titolo](scheda:ID) — una nota. I comandi cambiano solo ciò che serve;
            il resto del file resta com'è.

            Esempi / Examples:
              praticario collection list
              praticario collection new "Orti e vicinato"
              praticario collection add orti-e-vicinato baskin-cremona
              praticario collection add orti-e-vicinato --query 'tema:orti'
              praticario collection export orti-e-vicinato --format docx
            """,
        subcommands: [
            CollectionListCommand.self, CollectionShowCommand.self, CollectionNewCommand.self,
            CollectionAddCommand.self, CollectionRemoveCommand.self, CollectionMoveCommand.self,
            CollectionFreezeCommand.self, CollectionExportCommand.self,
        ],
        aliases: ["raccolta", "raccolte"])
}

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
