import ArgumentParser
import Foundation
import Praticario
import PraticarioSystem
import PraticarioPublishing
import PraticarioPrograms
import PraticarioCorpus

/// One sentence that says what to do, and the exit status: 1 for what the world did, 64 for wrong options.
struct Failure: Error {
    let message: LocalizedText

    init(it: String, en: String) {
        message = LocalizedText(it: it, en: en)
    }

    /// What to install, and what it is for.
    init(_ missing: MissingProgram, for use: String) {
        self.init(
            it:
                "per \(use) serve \(missing.name), che qui non c'è: installalo con `sudo apt install \(missing.package)`",
            en: "\(use) needs \(missing.name), which is not here: install it with `sudo apt install \(missing.package)`"
        )
    }

    static func exit(with error: any Error) -> Never {
        if let sentence = sentence(for: error) {
            let language = Terminal.language(option: nil)
            Terminal.printError((language == .english ? "error: " : "errore: ") + sentence[language])
            Foundation.exit(1)
        }
        PraticarioCommand.exit(withError: error)
    }

    private static func sentence(for error: any Error) -> LocalizedText? {
        switch error {
        case let failure as Failure:
            return failure.message
        case KnowledgeBaseProblem.notFound(let path?):
            return LocalizedText(
                it:
                    "in \(path) non c'è un archivio (manca praticario.yaml): controlla il percorso o crealo con `praticario init`",
                en:
                    "there is no knowledge base in \(path) (no praticario.yaml): check the path or make one with `praticario init`"
            )
        case KnowledgeBaseProblem.notFound(nil):
            return LocalizedText(
                it:
                    "qui non c'è un archivio: entra nella sua cartella, indicala con --kb, o creane uno con `praticario init`",
                en:
                    "there is no knowledge base here: go to its folder, name it with --kb, or make one with `praticario init`"
            )
        case let problem as CollectionProblem:
            return problem.sentence
        case let problem as ExportProblem:
            return problem.sentence
        case let problem as OutputFolder.Occupied:
            return problem.sentence
        case let problem as FileProblem:
            return LocalizedText(
                it: "\(problem.path): non riesce (\(problem.reason)); controlla permessi e spazio sul disco",
                en: "\(problem.path): failed (\(problem.reason)); check permissions and disk space")
        case let failure as ProgramFailure:
            return LocalizedText(
                it: "\(failure.name) non è riuscito: \(failure.message)",
                en: "\(failure.name) failed: \(failure.message)")
        case let missing as MissingProgram:
            return Failure(missing, for: missing.name).message
        default:
            return nil
        }
    }
}

extension CollectionProblem {
    fileprivate var sentence: LocalizedText {
        switch self {
        case .unknown(let id, let known):
            let nearest = Suggestion.nearest(to: id, among: known)
            return LocalizedText(
                it: "non c'è la raccolta «\(id)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? "; elenco: praticario collection list"),
                en: "there is no collection “\(id)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? "; list: praticario collection list"))
        case .unreadable(let path):
            return LocalizedText(
                it: "\(path) c'è, ma l'intestazione ha un errore: praticario check dice quale",
                en: "\(path) is there, but its header has a mistake: praticario check says which")
        case .unknownSheet(let id, let nearest):
            return LocalizedText(
                it: "nessuna scheda ha l'id «\(id)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? ": cercala con praticario search"),
                en: "no sheet has the id “\(id)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? ": look for it with praticario search"))
        case .notAnEntry(let id):
            return LocalizedText(
                it: "«\(id)» non è fra le voci della raccolta", en: "“\(id)” is not among the collection's entries")
        case .encoding(let path):
            return LocalizedText(
                it: "\(path): il file non è in UTF-8; salvalo di nuovo scegliendo la codifica UTF-8",
                en: "\(path): the file is not UTF-8; save it again as UTF-8")
        case .unclear(let path):
            return LocalizedText(
                it: "\(path): qui la modifica cambierebbe il senso di ciò che sta attorno; falla a mano con un editor",
                en: "\(path): here the change would alter what stands around it; make it by hand with an editor")
        case .exists(let path):
            return LocalizedText(it: "\(path) c'è già", en: "\(path) is already there")
        case .noName:
            return LocalizedText(
                it: "il titolo deve avere almeno una lettera o una cifra",
                en: "the title must have at least one letter or digit")
        }
    }
}

extension OutputFolder.Occupied {
    fileprivate var sentence: LocalizedText {
        isSameKind
            ? LocalizedText(
                it:
                    "\(path) c'è già, e forse qualcuno ci lavora: scegli un altro nome con --output, o togli la cartella",
                en:
                    "\(path) is already there, and someone may work in it: choose another name with --output, or remove it"
            )
            : LocalizedText(
                it: "\(path) c'è già e non viene da questa esportazione: scegli un altro nome con --output",
                en: "\(path) is already there and was not made by this export: choose another name with --output")
    }
}

extension ExportProblem {
    fileprivate var sentence: LocalizedText {
        switch self {
        case .ownFolder(let path):
            LocalizedText(
                it: "\(path): lì stanno i file dell'archivio; scegli un altro posto con --output",
                en: "\(path): the knowledge base keeps its own files there; choose another place with --output")
        case .noDocument(let program):
            LocalizedText(
                it: "\(program) non ha scritto nessun documento", en: "\(program) wrote no document")
        case .inseparable(let id, let path):
            LocalizedText(
                it: "\(path): la voce «\(id)» non deve uscire e non si può togliere da sola; toglila a mano",
                en: "\(path): the entry “\(id)” must not leave and cannot be taken out alone; take it out by hand")
        }
    }
}
