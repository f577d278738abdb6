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
            Legge .xlsx (serve xlsx2csv), .ods e .csv: che cos'è un file lo dice il suo
            contenuto. Propone quale colonna è che cosa, la mostra e la scrive accanto
            alla tabella, dove si corregge. Le schede nascono bozze.
            Importare di nuovo porta solo le celle cambiate nel file: quello che è stato
            corretto nella tabella resta, le righe tolte restano fuori. Le righe a cui
            manca una risposta vanno anche in da-correggere.csv. Le colonne con i dati
            di chi ha risposto (e-mail, nome, telefono) non vengono prese. Chi non ha
            detto sì alla pubblicazione resta interno.
            Si torna indietro con praticario annulla.
            Reads .xlsx (needs xlsx2csv), .ods and .csv; rows become drafts; importing
            again brings only cells that changed in the file; corrections stay; rows
            that need an answer also go to da-correggere.csv; praticario undo takes
            it back.

            Esempi / Examples:
              praticario import risposte.xlsx --dry-run
              praticario import risposte.xlsx --kind pratica
              praticario importa risposte.csv --map "Dove si svolge?=territori"
              praticario importa risposte.csv --word "temi:caffè letterario=Lettura"
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

    @Option(
        name: .customLong("word"),
        help: ArgumentHelp(
            "Una parola loro e la nostra, per tutta la tabella; si ripete. / A word of theirs and ours; may be repeated.",
            valueName: "campo:loro=nostra"))
    var words: [String] = []

    @Option(help: "La riga dei titoli delle colonne. / The row of the headings.")
    var headerRow: Int?

    @Flag(help: "Prende solo le righe nuove. / Take only rows that are new.")
    var newOnly = false

    @Flag(help: "Elenca ogni problema, uno per uno. / List every problem, one by one.")
    var details = false

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
        for word in words where replacement(of: word) == nil {
            throw ValidationError("--word \(word): campo:loro=nostra, per esempio \"temi:caffè letterario=Lettura\"")
        }
        if let headerRow, headerRow < 1 { throw ValidationError("--header-row: 1, 2, 3 …") }
    }

    private func replacement(of word: String) -> (target: TableTarget, theirs: String, ours: String)? {
        guard let colon = word.firstIndex(of: ":"), let equals = word.lastIndex(of: "="), colon < equals,
            let target = TableTarget(String(word[..<colon])), target != .ignored
        else { return nil }
        let theirs = String(word[word.index(after: colon)..<equals])
        let ours = String(word[word.index(after: equals)...])
        return theirs.isEmpty || ours.isEmpty ? nil : (target, theirs, ours)
    }

    private func target(of column: String) -> (heading: String, target: TableTarget)? {
        guard let equals = column.lastIndex(of: "="), equals > column.startIndex,
            let target = TableTarget(String(column[column.index(after: equals)...]))
        else { return nil }
        return (String(column[..<equals]), target)
    }

    /// The sheets of another network, from the folder or the zip archive that it handed over.
    private func takeArchive(into base: KnowledgeBase) throws {
        let found = try base.importArchive(file, isDryRun: dryRun)
        guard format == .text else {
            return Terminal.print(JSONText.of(ArchiveImportOutput(found, isDryRun: dryRun)))
        }
        let language = shared.language
        Terminal.print(Paragraph.harmless(file) + (dryRun ? language.say(" (non scritto)", " (not written)") : ""))
        let lines: [(label: LocalizedText, ids: [String])] = [
            (LocalizedText(it: "Schede nuove, come bozze", en: "New sheets, as drafts"), found.sheets),
            (LocalizedText(it: "Raccolte nuove", en: "New collections"), found.collections),
            (
                LocalizedText(it: "C'erano già, e restano come sono", en: "Here already, and left as they are"),
                found.present
            ),
            (LocalizedText(it: "Non si leggono", en: "Not readable"), found.illegible),
        ]
        for (label, ids) in lines where !ids.isEmpty {
            Terminal.print("\(label[language]): \(ids.count)")
            for id in ids { Terminal.print("  \(Paragraph.harmless(id))") }
        }
    }

    func run() async throws {
        let base = try shared.open()
        if ArchiveFiles.isArchive(file) { return try takeArchive(into: base) }
        let language = shared.language
        var options = KnowledgeBase.ImportOptions(
            kind: kind, columns: Dictionary(columns.compactMap(target).map { ($0.heading, $0.target) }) { $1 },
            headerRow: headerRow, takesNewOnly: newOnly)
        for (target, theirs, ours) in words.compactMap(replacement) { options.replace(theirs, with: ours, in: target) }
        let report: KnowledgeBase.ImportReport
        let progress = ProgressLine(language.say("Lettura delle schede", "Reading sheets"))
        defer { progress.finish() }
        do {
            report = try await base.importSpreadsheet(
                file, name: table, options, language: language, isDryRun: dryRun, progress: progress.report)
            progress.finish()
        } catch let problem as ProgramProblem {
            throw Failure(problem.message(for: ".xlsx"))
        }
        switch format {
        case .json: Terminal.print(JSONText.of(ImportOutput(report, isDryRun: dryRun)))
        case .text:
            let text = ImportReportText(report, file: file, isDryRun: dryRun, hasDetails: details, language: language)
            Terminal.print(text.text(width: Terminal.width, style: Style(usesColour: Terminal.usesColour)))
        }
        guard !report.plan.isIllegible else {
            throw Failure(
                it: "\(file): nessuna riga dice qualcosa nelle colonne che si leggono, e non è stato scritto nulla",
                en: "\(file): no row says anything in the columns that are read, and nothing was written")
        }
    }
}
