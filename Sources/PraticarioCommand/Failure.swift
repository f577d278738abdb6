import ArgumentParser
import Foundation
import Praticario

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
