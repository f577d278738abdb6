import ArgumentParser
import Praticario
import PraticarioSystem

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Crea un archivio: impostazioni, vocabolari, cartella delle schede. / Make a knowledge base.",
        discussion: """
            Non tocca i file che ci sono già; riscrive i vocabolari standard che mancano.
            Leaves existing files alone; writes the standard vocabularies that are missing.

            Esempi / Examples:
              praticario init archivio --title "Buone pratiche della rete"
              praticario init .
            """,
        aliases: ["inizia"])

    @Argument(help: "La cartella (si crea se non c'è). / The folder (made if missing).")
    var path: String

    @Option(help: "Il titolo dell'archivio. / The knowledge base's title.")
    var title = "Archivio di buone pratiche"

    @Option(name: .customLong("lang"), help: "La lingua delle schede: it o en. / The sheets' language: it or en.")
    var languageName = "it"

    func validate() throws {
        if Language(rawValue: languageName) == nil { throw ValidationError("--lang: it, en") }
    }

    func run() throws {
        let language = Language(rawValue: languageName) ?? .italian
        let written = try KnowledgeBase.create(at: path, title: title, language: language)
        for file in written { Terminal.print("+ \(path)/\(file)") }
        Terminal.print(
            LocalizedText(
                it: written.isEmpty
                    ? "L'archivio c'era già: niente da scrivere."
                    : "Fatto. La prima scheda: praticario new \"Titolo\" --kb \(path)",
                en: written.isEmpty
                    ? "The knowledge base was already there: nothing to write."
                    : "Done. The first sheet: praticario new \"Title\" --kb \(path)")[language])
    }
}
