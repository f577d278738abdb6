import ArgumentParser
import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Annulla l'ultima modifica. / Take the last change back.",
        discussion: """
            Rimette com'erano i file che l'ultima importazione ha cambiato. Si ripete,
            dall'ultima alla prima. Se un file è cambiato dopo, non tocca nulla e lo dice.
            Puts the files back that the last import has changed; may be repeated. Where
            a file has changed since, it touches nothing and says so.

            Esempi / Examples:
              praticario undo
              praticario annulla
            """,
        aliases: ["annulla"])

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let edit = try EditJournal(shared.find()).undo()
        let language = shared.language
        Terminal.print(
            language.say("Annullato: \(edit.command)", "Undone: \(edit.command)"))
        for file in edit.files { Terminal.print("  " + file.path) }
    }
}
