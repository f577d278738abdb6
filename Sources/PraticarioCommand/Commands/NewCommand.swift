import ArgumentParser
import Foundation
import Praticario

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Scrive una scheda da compilare. / Write a sheet to fill in.",
        discussion: """
            Esempi / Examples:
              praticario new "Orto di quartiere"
              praticario new "Portineria sociale" --kind soluzione
            """)

    @Argument(help: "Il titolo della scheda. / The sheet's title.")
    var title: String

    @Option(help: "Il tipo: pratica, esperienza, idea, soluzione. / The kind: practice, experience, idea, solution.")
    var kind = Kind.practice

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if title.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty {
            throw ValidationError("titolo vuoto / empty title")
        }
    }

    func run() throws {
        let folder = try shared.find()
        let path = try KnowledgeBase.newSheet(title, kind: kind, in: folder)
        Terminal.print(folder.path(path))
        Terminal.printError(
            LocalizedText(
                it: "Aprila con un editor di testo, compila i campi, poi controllala: praticario check",
                en: "Open it with a text editor, fill in the fields, then check it: praticario check")[shared.language])
    }
}
