import ArgumentParser
import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct CollectionEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract:
            "Cambia titolo, sintesi, curatore, licenza, lettera. / Change title, summary, curator, licence, letter.",
        discussion: """
            Cambia solo ciò che è indicato; un testo vuoto lo toglie. `praticario undo` annulla.
            Changes only what is given; an empty text takes it away. `praticario undo` undoes.

            Esempi / Examples:
              praticario collection edit orti --summary "Sei orti per cominciare."
              praticario collection edit orti --letter lettera.md
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

    @Option(
        help:
            "Il file Markdown con la lettera che apre la raccolta; - per lo standard input. / The Markdown file with the letter that opens it; - for the standard input."
    )
    var letter: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if [title, summary, curator, licence, letter].allSatisfy({ $0 == nil }) {
            throw ValidationError("--title, --summary, --curator, --licence, --letter")
        }
    }

    func run() throws {
        let base = try shared.open()
        let text = try letter.map(Self.text)
        if [title, summary, curator, licence].contains(where: { $0 != nil }) {
            try base.edit(name, title: title, summary: summary, curator: curator, licence: licence)
        }
        if let text { try base.write(letter: text, of: name) }
        let collection = try base.existingCollection(name)
        Terminal.print(Paragraph.harmless("\(collection.id): \(collection.title)"))
        if let summary = collection.summary { Terminal.print(Paragraph.harmless("  " + summary)) }
        if text != nil, let first = try base.letter(of: name).split(separator: "\n").first {
            Terminal.print(Paragraph.harmless("  " + first))
        }
    }

    /// What the file holds.
    private static func text(_ path: String) throws -> String {
        let bytes =
            path == "-" ? [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) : try Files.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(it: "\(path): il file non è in UTF-8", en: "\(path): the file is not UTF-8")
        }
        return text
    }
}
