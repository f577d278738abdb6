import ArgumentParser
import Praticario
import PraticarioSearch
import PraticarioSystem
import PraticarioCorpus

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Controlla schede e vocabolari. / Check sheets and vocabularies.",
        discussion: """
            Stato di uscita 1 se c'è almeno un errore. Che cosa vuol dire ogni codice: docs/diagnostics.md
            Exit status 1 if there is any error. What each code means: docs/diagnostics.md

            Esempi / Examples:
              praticario check
              praticario check --only-errors
              praticario check --format json
              praticario check --format github      (annotazioni in GitHub Actions)
            """,
        aliases: ["controlla"])

    @Flag(help: "Solo gli errori, non gli avvisi. / Errors only, no warnings.")
    var onlyErrors = false

    @Option(help: "text, json o github. / text, json or github.")
    var format = CheckFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let folder = try shared.find()
        let language = shared.language
        let progress = ProgressLine(LocalizedText(it: "Controllo", en: "Checking")[language])
        let corpus = Corpus.load(folder, today: .today, progress: progress.report)
        let entries = corpus.entries
        let beside = try FolderCheck.diagnostics(
            in: folder, corpus.settings, ids: Set(entries.map(\.id)), communities: corpus.communities
        ) { LinearSearcher(corpus) }
        let alike = NearDuplicates.diagnostics(
            of: entries.map(NearDuplicates.Sheet.init), corpus.vocabularies.analyzer
        ) { ids in entries.filter { ids.contains($0.id) } }
        let diagnostics = (corpus.diagnostics + beside + alike).sorted(by: Diagnostic.inReadingOrder)
        let sheets = entries.count
        progress.finish()
        let errors = diagnostics.count { $0.severity == .error }
        let shown = diagnostics.filter { !onlyErrors || $0.severity == .error }
        switch format {
        case .json:
            Terminal.print(JSONText.of(CheckOutput(shown, sheets: sheets)))
        case .github:
            for diagnostic in shown { Terminal.print(GitHubAnnotation.text(of: diagnostic, in: language)) }
        case .text:
            for diagnostic in shown { Terminal.print(Paragraph.harmless(diagnostic.text(in: language)) + "\n") }
            let warnings = diagnostics.count - errors
            Terminal.print(
                LocalizedText(
                    it:
                        "\(counted(sheets, "scheda", "schede")): \(counted(errors, "errore", "errori")), \(counted(warnings, "avviso", "avvisi"))",
                    en:
                        "\(counted(sheets, "sheet", "sheets")): \(counted(errors, "error", "errors")), \(counted(warnings, "warning", "warnings"))"
                )[language])
        }
        if errors > 0 { throw ExitCode(1) }
    }
}

/// `1 scheda`, `2 schede`.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
}
