import Praticario
import PraticarioIntake
import PraticarioSystem
import PraticarioCorpus

/// What an import did, as a person reads it on a terminal.
struct ImportReportText {
    private let report: KnowledgeBase.ImportReport
    private let file: String
    private let isDryRun: Bool
    private let language: Language

    init(_ report: KnowledgeBase.ImportReport, file: String, isDryRun: Bool, language: Language) {
        self.report = report
        self.file = file
        self.isDryRun = isDryRun
        self.language = language
    }

    func text(width: Int, style: Style) -> String {
        let plan = report.plan
        var lines = [style.title(language.say("Quale colonna è che cosa", "What each column is"))]
        for column in plan.map.columns {
            let target =
                column.target == .ignored
                ? language.say("(non si legge)", "(not read)") : column.target.text(in: language)
            lines += Paragraph.lines("\(column.heading) → \(target)", width: width, indent: 2)
        }
        for column in plan.personalColumns {
            lines += Paragraph.lines(
                column
                    + language.say(
                        " → dati di chi ha risposto: non vengono presi", " → data on who answered: not taken"),
                width: width, indent: 2)
        }
        let values = plan.map.values.map { "\($0.target.text(in: language)): \($0.text)" }.joined(separator: ", ")
        lines += Paragraph.lines(
            language.say("Dove la riga non lo dice: ", "Where a row says nothing: ") + values, width: width, indent: 2)
        if !plan.diagnostics.isEmpty { lines.append("") }
        for problem in plan.diagnostics { lines.append(Paragraph.harmless(problem.text(in: language))) }
        lines += ["", style.title(summary)]
        let map = ContentFiles.File.mapPath(ofTable: report.table)
        let verb = isDryRun ? language.say("Scriverebbe", "Would write") : language.say("Scritti", "Written")
        let written = [report.table, map] + [report.toCorrect].compactMap { $0 }
        lines += Paragraph.lines("\(verb): \(written.joined(separator: ", "))", width: width, indent: 0)
        if report.toCorrect != nil {
            lines += Paragraph.lines(
                language.say(
                    "Le righe con un errore sono in da-correggere.csv, con il problema nell'ultima colonna: fatele correggere a chi le ha scritte, poi `praticario import da-correggere.csv`.",
                    "The rows with an error are in da-correggere.csv, the problem in the last column: let their authors correct them, then `praticario import da-correggere.csv`."
                ), width: width, indent: 0)
        }
        return lines.joined(separator: "\n")
    }

    private var summary: String {
        let plan = report.plan
        let it =
            "\(counted(plan.added, "riga nuova", "righe nuove")), \(counted(plan.updated, "aggiornata", "aggiornate")), \(counted(plan.leftOut, "lasciata fuori", "lasciate fuori"))"
        let en = "\(counted(plan.added, "new row", "new rows")), \(plan.updated) updated, \(plan.leftOut) left out"
        return language.say(it, en)
            + (isDryRun ? language.say(" (prova: non è stato scritto nulla)", " (dry run: nothing was written)") : "")
    }
}
