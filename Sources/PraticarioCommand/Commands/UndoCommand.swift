import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Annulla l'ultima importazione. / Take the last import back.",
        discussion: """
            Rimette come prima la tabella, le sue colonne e da-correggere.csv. Si ripete,
            dall'ultima alla prima. Se un file è cambiato dopo, non tocca nulla e lo dice.
            Puts the table, its columns and da-correggere.csv back as they were; may be
            repeated. Where a file has changed since, it touches nothing and says so.

            Esempi / Examples:
              praticario undo
              praticario annulla
            """,
        aliases: ["annulla"])

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let undone = try KnowledgeBase.undo(in: shared.find())
        let language = shared.language
        Terminal.print(
            LocalizedText(
                it: "Annullato: \(undone.name.it) (\(undone.day.text(in: .italian)))",
                en: "Undone: \(undone.name.en) (\(undone.day.text(in: .english)))")[language])
        for file in undone.files { Terminal.print("  " + file) }
    }
}
