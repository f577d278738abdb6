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
              praticario rinomina orto orto-di-via-verdi --dry-run
            """,
        aliases: ["rinomina"])

    @Argument(help: "L'id di ora. / The id now.")
    var id: String

    @Argument(help: "L'id nuovo. / The new id.")
    var newID: String

    @Flag(help: "Mostra che cosa cambierebbe, non scrive nulla. / Show what would change, write nothing.")
    var dryRun = false

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let (path, files) = try change(in: base)
        guard format == .text else {
            return Terminal.print(
                JSONText.of(RenameOutput(from: id, to: newID, path: path, files: files, isDryRun: dryRun)))
        }
        let isNotWritten = shared.language.say(" (non scritto)", " (not written)")
        Terminal.print("\(id) → \(newID)" + (dryRun ? isNotWritten : ""))
        for file in files { Terminal.print("  ~ \(Paragraph.harmless(file))") }
    }

    private func change(in base: KnowledgeBase) throws -> (path: String, files: [String]) {
        if dryRun { return try base.previewRename(id, to: newID) }
        let (sheet, files) = try base.rename(id, to: newID)
        return (sheet.origin.path, files)
    }
}
