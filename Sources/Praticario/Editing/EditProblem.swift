import Foundation
public import PraticarioSystem

/// Why files were not changed, or not changed back. They are as they were.
public enum EditProblem: ExplainedError, Codable, Hashable {
    /// No command has changed anything that could be put back.
    case nothingToUndo
    /// Since that command these files, relative to the knowledge base, have become others.
    case changedSince([String], command: String)
    /// Another program changed the file while a command was at work.
    case changedMeanwhile(String)

    /// Says which file, and what to do.
    public var message: LocalizedText {
        switch self {
        case .nothingToUndo:
            return LocalizedText(
                it: "non c'è nulla da annullare: nessun comando ha cambiato le schede, o è già stato annullato",
                en: "there is nothing to undo: no command has changed sheets, or it is undone already")
        case .changedSince(let paths, let command):
            let files = paths.joined(separator: ", ")
            let name = command.isEmpty ? "" : " (\(command))"
            return LocalizedText(
                it: "dopo l'ultima modifica\(name) questi file sono cambiati ancora, e annullarla"
                    + " cancellerebbe ciò che è stato scritto: \(files); correggili a mano con un editor",
                en: "after the last change\(name) these files were changed again, and undoing it"
                    + " would wipe out what was written: \(files); correct them by hand with an editor")
        case .changedMeanwhile(let path):
            return LocalizedText(
                it: "\(path) è stato cambiato da un altro programma in questo momento: riprova",
                en: "\(path) was changed by another program just now: try again")
        }
    }
}
