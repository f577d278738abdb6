import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct RenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Cambia l'id di una scheda, dovunque sia citata. / Change a sheet's id, wherever it is referred to.",
        discussion: """
            Cambia il file o la riga della scheda, e le schede, le tabelle, le raccolte e le
            comunità che la citano; il resto resta byte per byte. `praticario undo` rimette
            tutto com'era. I legami da altri siti a quella scheda si rompono.
            Changes the sheet's file or row, and what refers to it; the rest stays byte for
            byte. `praticario undo` puts everything back. Links from other sites break.

            Esempi / Examples:
              praticario rename orto orto-di-via-verdi
              praticario rinomina orto orto-di-via-verdi --format json
            """,
        aliases: ["rinomina"])

    @Argument(help: "L'id di ora. / The id now.")
    var id: String

    @Argument(help: "L'id nuovo. / The new id.")
    var newID: String

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let (sheet, files) = try shared.open().rename(id, to: newID)
        guard format == .text else {
            return Terminal.print(
                JSONText.of(RenameOutput(from: id, to: sheet.id, path: sheet.origin.path, files: files)))
        }
        Terminal.print("\(id) → \(sheet.id)")
        for file in files { Terminal.print("  ~ \(Paragraph.harmless(file))") }
    }
}
