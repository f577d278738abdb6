import ArgumentParser
import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Annulla l'ultima modifica. / Undo the last change.",
        discussion: """
            Rimette i file com'erano prima dell'ultimo comando che li ha cambiati; ancora una
            volta, prima di quello precedente. Se da allora un file è stato cambiato a mano,
            dice quale e non tocca nulla.
            Puts files back as they were before the last command that changed them; once
            more, before the one before. Where a file was changed by hand since, it says
            which and touches nothing.

            Esempi / Examples:
              praticario undo
              praticario annulla --list
            """,
        aliases: ["annulla"])

    @Flag(help: "Elenca che cosa si può annullare, dall'ultima modifica. / List what can be undone, the last first.")
    var list = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let journal = EditJournal(try shared.find())
        let language = shared.language
        if list {
            let edits = journal.edits()
            guard !edits.isEmpty else { throw EditProblem.nothingToUndo }
            for edit in edits { Terminal.print(lines(of: edit).joined(separator: "\n")) }
        } else {
            let edit = try journal.undo()
            Terminal.print(language.say("Annullato: ", "Undone: ") + lines(of: edit).joined(separator: "\n"))
        }
    }

    /// What was typed and when, then a file a line with what was, or would be, undone.
    private func lines(of edit: Edit) -> [String] {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: edit.date)
        let day = PartialDate(year: parts.year ?? 0, month: parts.month, day: parts.day)
        let date = day.map { " (" + $0.text(in: shared.language) + ")" } ?? ""
        let command = Paragraph.harmless(edit.title)
        return [command + date]
            + edit.files.map { file in
                let sign = file.existed ? (file.remains ? "~" : "-") : "+"
                return "  \(sign) \(Paragraph.harmless(file.path))"
            }
    }
}
