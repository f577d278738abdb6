import ArgumentParser
import Praticario
import PraticarioIntake
import PraticarioSystem
import PraticarioCorpus

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Scrive una scheda da compilare. / Write a sheet to fill in.",
        discussion: """
            Esempi / Examples:
              praticario new "Orto di quartiere"
              praticario new "Portineria sociale" --kind soluzione
              praticario new --form modulo.xlsx     (il foglio da far compilare)
            """,
        aliases: ["nuova"])

    @Argument(help: "Il titolo della scheda. / The sheet's title.")
    var words: [String] = []

    private var title: String? { words.isEmpty ? nil : words.joined(separator: " ") }

    @Option(
        help: ArgumentHelp(
            "Scrive invece il foglio Excel da far compilare. / Write the spreadsheet to hand out instead.",
            valueName: "file.xlsx"))
    var form: String?

    @Option(help: "Il tipo: pratica, esperienza, idea, soluzione. / The kind: practice, experience, idea, solution.")
    var kind = EntryKind.practice

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        let hasTitle = title?.contains { !$0.isWhitespace } == true
        if hasTitle == (form != nil) {
            throw ValidationError("un titolo, oppure --form file.xlsx / a title, or --form file.xlsx")
        }
    }

    func run() throws {
        guard let title else { return try writeForm() }
        let folder = try shared.find()
        let path = try KnowledgeBase.newSheet(title, kind: kind, in: folder)
        Terminal.print(folder.path(path))
        Terminal.printError(
            LocalizedText(
                it: "Aprila con un editor di testo, compila i campi, poi controllala: praticario check",
                en: "Open it with a text editor, fill in the fields, then check it: praticario check")[shared.language])
    }

    private func writeForm() throws {
        guard let form else { return }
        let base = try shared.open()
        try base.writeForm(to: form, language: shared.language)
        Terminal.print(form)
        Terminal.printError(
            LocalizedText(
                it: "Mandalo a chi deve compilarlo; quando torna: praticario import \(form)",
                en: "Send it to those who shall fill it in; when it comes back: praticario import \(form)")[
                    shared.language])
    }
}
