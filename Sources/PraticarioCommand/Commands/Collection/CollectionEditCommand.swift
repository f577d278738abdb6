import ArgumentParser
import Praticario
import PraticarioCorpus

struct CollectionEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Cambia titolo, sintesi, curatore, licenza. / Change title, summary, curator, licence.",
        discussion: """
            Cambia solo ciò che è indicato; un testo vuoto lo toglie. `praticario undo` annulla.
            Changes only what is given; an empty text takes it away. `praticario undo` undoes.

            Esempi / Examples:
              praticario collection edit orti --summary "Sei orti per cominciare."
              praticario raccolta modifica orti --title "Orti di quartiere" --licence CC-BY-4.0
            """,
        aliases: ["modifica"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @Option(help: "Il titolo; l'id resta. / The title; the id stays.")
    var title: String?

    @Option(help: "La sintesi. / The summary.")
    var summary: String?

    @Option(help: "L'organizzazione che la cura. / The organization that curates it.")
    var curator: String?

    @Option(help: "La licenza delle parole di chi cura. / The licence of the curator's words.")
    var licence: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if [title, summary, curator, licence].allSatisfy({ $0 == nil }) {
            throw ValidationError("--title, --summary, --curator, --licence")
        }
    }

    func run() throws {
        let base = try shared.open()
        try base.edit(name, title: title, summary: summary, curator: curator, licence: licence)
        let collection = try base.existingCollection(name)
        Terminal.print(Paragraph.harmless("\(collection.id): \(collection.title)"))
        if let summary = collection.summary { Terminal.print(Paragraph.harmless("  " + summary)) }
    }
}
