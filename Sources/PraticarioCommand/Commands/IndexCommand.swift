import ArgumentParser
import Praticario
import PraticarioSystem
import PraticarioSearch

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Aggiorna l'indice di ricerca. / Bring the search index up to date.",
        discussion: """
            La ricerca lo fa da sé: serve solo per archivi grandi o da tenere pronti.
            Searching does it by itself: this is for large knowledge bases, or to have it ready.

            Esempi / Examples:
              praticario index
              praticario index --rebuild
            """,
        aliases: ["indice"])

    @Flag(help: "Rifà l'indice da zero. / Make the index from nothing.")
    var rebuild = false

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let language = shared.language
        let progress = ProgressLine(LocalizedText(it: "Lettura delle schede", en: "Reading sheets")[language])
        let base = try KnowledgeBase.open(shared.folder, progress: progress.report)
        let wantsMore = (rebuild && base.report.outcome != .rebuilt) || base.report.outcome == .busy
        let report = wantsMore ? try base.refresh(fromNothing: rebuild, progress: progress.report) : base.report
        progress.finish()
        switch format {
        case .json: Terminal.print(JSONText.of(IndexOutput(report)))
        case .text: Terminal.print(text(report)[language])
        }
    }

    private func text(_ report: IndexReport) -> LocalizedText {
        let what =
            switch report.outcome {
            case .current: LocalizedText(it: "L'indice era già aggiornato", en: "The index was already up to date")
            case .updated: LocalizedText(it: "Indice aggiornato", en: "Index updated")
            case .rebuilt: LocalizedText(it: "Indice rifatto", en: "Index made anew")
            case .stale:
                LocalizedText(it: "L'indice non si può aggiornare", en: "The index cannot be updated")
            case .busy:
                LocalizedText(it: "Un altro processo sta facendo l'indice", en: "Another process is making the index")
            }
        var it = "\(what.it): \(counted(report.sheets, "scheda", "schede"))"
        var en = "\(what.en): \(counted(report.sheets, "sheet", "sheets"))"
        if report.filesRead > 0 {
            it += ", \(counted(report.filesRead, "file letto", "file letti"))"
            en += ", \(counted(report.filesRead, "file read", "files read"))"
        }
        it += "; \(counted(report.errors, "errore", "errori")), \(counted(report.warnings, "avviso", "avvisi"))"
        en += "; \(counted(report.errors, "error", "errors")), \(counted(report.warnings, "warning", "warnings"))"
        if report.errors > 0 {
            it += " (quali: praticario check)"
            en += " (which: praticario check)"
        }
        return LocalizedText(it: it + ".", en: en + ".")
    }
}
