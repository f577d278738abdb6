import ArgumentParser
import Praticario
import PraticarioIntake
import PraticarioSystem
import PraticarioCorpus

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Porta qui un foglio di calcolo, una scheda per riga. / Take a spreadsheet in, a sheet a row.",
        discussion: """
            Legge .xlsx (serve xlsx2csv) e .csv. Propone quale colonna è che cosa, la mostra
            e la scrive accanto alla tabella, dove si corregge. Le schede nascono bozze.
            Importare di nuovo aggiorna le righe con lo stesso id. Le righe a cui manca una
            risposta vanno anche in da-correggere.csv. Le colonne con i dati di chi ha
            risposto (e-mail, nome, telefono) non vengono prese.
            Reads .xlsx (needs xlsx2csv) and .csv; rows become drafts; importing again
            updates by id; rows that need an answer also go to da-correggere.csv.

            Esempi / Examples:
              praticario import risposte.xlsx --dry-run
              praticario import risposte.xlsx --kind pratica
              praticario importa risposte.csv --map "Dove si svolge?=territori"
            """,
        aliases: ["importa"])

    @Argument(help: "Il foglio di calcolo. / The spreadsheet.")
    var file: String

    @Option(help: "Il nome della tabella (altrimenti quello del file). / The table's name.")
    var table: String?

    @Option(help: "Il tipo delle righe che non lo dicono. / The kind of rows that state none.")
    var kind = EntryKind.experience

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "Una colonna e il suo campo; si ripete. / A column and its field; may be repeated.",
            valueName: "colonna=campo"))
    var columns: [String] = []

    @Flag(help: "Mostra che cosa farebbe, non scrive nulla. / Show what it would do, write nothing.")
    var dryRun = false

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        for column in columns where target(of: column) == nil {
            throw ValidationError(
                "--map \(column): colonna=campo, con un campo come titolo, territori, fonti.url, \"Che cosa si fa\", -")
        }
    }

    private func target(of column: String) -> (heading: String, target: TableTarget)? {
        guard let equals = column.lastIndex(of: "="), equals > column.startIndex,
            let target = TableTarget(String(column[column.index(after: equals)...]))
        else { return nil }
        return (String(column[..<equals]), target)
    }

    func run() async throws {
        if Files.type(of: file) == .folder {
            throw Failure(
                it:
                    "\(file) è una cartella: se è un archivio di un'altra rete, copia le sue schede/ e raccolte/ nel tuo",
                en: "\(file) is a folder: if it is another network's archive, copy its schede/ and raccolte/ into yours"
            )
        }
        let base = try shared.open()
        let language = shared.language
        let overrides = Dictionary(columns.compactMap(target).map { ($0.heading, $0.target) }) { _, last in last }
        let report: KnowledgeBase.ImportReport
        let progress = ProgressLine(language.say("Lettura delle schede", "Reading sheets"))
        defer { progress.finish() }
        do {
            report = try await base.importSpreadsheet(
                file, name: table, kind: kind, columns: overrides, language: language, isDryRun: dryRun,
                progress: progress.report)
            progress.finish()
        } catch ProgramProblem.failed(let name, _) {
            throw Failure(
                it: "\(file): non è un foglio di calcolo leggibile; salvalo di nuovo come .xlsx o come CSV",
                en: "\(file): it is no readable spreadsheet (\(name)); save it again as .xlsx or CSV")
        } catch let problem as ProgramProblem {
            throw Failure(problem.message(for: ".xlsx"))
        }
        switch format {
        case .json: Terminal.print(JSONText.of(ImportOutput(report, isDryRun: dryRun)))
        case .text:
            let text = ImportReportText(report, file: file, isDryRun: dryRun, language: language)
            Terminal.print(text.text(width: Terminal.width, style: Style(usesColour: Terminal.usesColour)))
        }
    }
}
