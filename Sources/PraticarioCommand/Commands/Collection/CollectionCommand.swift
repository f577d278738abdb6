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
            CollectionEditCommand.self, CollectionHeadingCommand.self, CollectionFreezeCommand.self,
            CollectionExportCommand.self,
        ],
        aliases: ["raccolta", "raccolte"])
}
