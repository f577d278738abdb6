public import ArgumentParser
public import Praticario

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Scrive una ricerca come documento. / Write an answer as a document.",
        discussion: """
            csv   una tabella che Excel in Italia apre bene
            page  cerca.html: una pagina con la sua ricerca, si apre con un doppio clic
            docx  un documento Word (serve pandoc)
            Le "Note interne" non escono mai; le bozze solo con --drafts.
            "Note interne" never leave; drafts only with --drafts.

            Esempi / Examples:
              praticario export tema:anziani --format docx
              praticario export 'territorio:puglia tipo:pratica' --format csv
              praticario export --format page --output archivio.html
            """,
        aliases: ["esporta"])

    @Argument(help: "La domanda; senza, tutte le schede. / The question; without it, all sheets.")
    var words: [String] = []

    @Option(help: "csv, page o docx. / csv, page or docx.")
    var format: ExportFormat

    @Option(name: .shortAndLong, help: "Il file. / The file.")
    var output: String?

    @Option(help: "Il titolo del documento. / The document's title.")
    var title: String?

    @Flag(help: "Anche le schede non pubblicate. / Sheets that are not published, too.")
    var drafts = false

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let base = try shared.open()
        let path = output ?? format.fileName
        let report: KnowledgeBase.ExportReport
        do {
            report = try await base.export(
                words.joined(separator: " "), as: format, to: path, title: title, includingDrafts: drafts,
                language: shared.language)
        } catch let missing as MissingProgram {
            throw Failure(missing, for: "--format \(format.rawValue)")
        }
        let language = shared.language
        Terminal.print(
            language == .english
                ? "\(path): \(counted(report.sheets, "sheet", "sheets"))"
                : "\(path): \(counted(report.sheets, "scheda", "schede"))")
        guard !report.leftOut.isEmpty else { return }
        let count = report.leftOut.count
        Terminal.printError(
            LocalizedText(
                it: "Lasciate fuori perché non pubblicate (--drafts le comprende): "
                    + counted(count, "scheda", "schede"),
                en: "Left out because not published (--drafts includes them): " + counted(count, "sheet", "sheets")
            )[language])
        for id in report.leftOut.prefix(20) { Terminal.printError("  \(id)") }
        if count > 20 { Terminal.printError("  …") }
    }
}

extension ExportFormat: ExpressibleByArgument {}
