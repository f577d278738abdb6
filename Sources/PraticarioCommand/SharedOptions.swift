public import ArgumentParser
import Praticario
import PraticarioSystem
public import PraticarioCorpus
import PraticarioSearch

/// Which knowledge base, and in which language to speak.
struct SharedOptions: ParsableArguments {
    @Option(
        name: .customLong("kb"),
        help: ArgumentHelp(
            "La cartella dell'archivio (altrimenti PRATICARIO_KB o la più vicina). / The knowledge base's folder.",
            valueName: "dir"))
    var folder: String?

    @Option(name: .customLong("lang"), help: "La lingua: it o en. / The language: it or en.")
    var languageName: String?

    func validate() throws {
        if let languageName, Language(rawValue: languageName) == nil {
            throw ValidationError("--lang: it, en")
        }
    }

    var language: Language { Terminal.language(option: languageName) }

    /// Opens the knowledge base, showing progress where that takes long.
    func open(scope: ArchiveScope = .everything) throws -> KnowledgeBase {
        let progress = ProgressLine(LocalizedText(it: "Lettura delle schede", en: "Reading sheets")[language])
        let base = try KnowledgeBase.open(folder, scope: scope, progress: progress.report)
        progress.finish()
        if base.report.outcome == .busy {
            Terminal.printError(
                LocalizedText(
                    it: "un altro processo sta aggiornando l'indice: questa risposta viene da quello precedente",
                    en: "another process is updating the index: this answer comes from the previous one")[language])
        }
        if base.report.outcome == .stale {
            Terminal.printError(
                LocalizedText(
                    it:
                        "l'indice non si può aggiornare (spazio sul disco o permessi): questa risposta viene da quello precedente",
                    en:
                        "the index cannot be updated (disk space or permissions): this answer comes from the previous one"
                )[language])
        }
        return base
    }

    /// The folder itself, for commands that need no index.
    func find() throws -> KnowledgeBaseFolder {
        let environment = ProcessEnvironment.variables
        guard let found = KnowledgeBaseFolder.find(explicit: folder, environment: environment) else {
            throw KnowledgeBaseProblem.notFound(folder ?? environment["PRATICARIO_KB"])
        }
        return found
    }
}

/// How an answer is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

extension EntryKind: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(named: argument)
    }
}

extension ResultOrder: ExpressibleByArgument {}
