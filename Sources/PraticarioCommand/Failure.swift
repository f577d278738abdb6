import ArgumentParser
import Foundation
import Praticario
import PraticarioPublishing
import PraticarioSystem

/// A failure of a command itself, which no error of the library tells.
struct Failure: ExplainedError {
    let message: LocalizedText

    init(_ message: LocalizedText) {
        self.message = message
    }

    init(it: String, en: String) {
        message = LocalizedText(it: it, en: en)
    }

    /// Prints one sentence that says what to do, and ends with status 1; what is wrong with the options is told as
    /// ArgumentParser tells it, with status 64.
    static func exit(with error: any Error) -> Never {
        guard let message = message(of: error) else { PraticarioCommand.exit(withError: error) }
        let language = Language.ofProcess
        Terminal.printError(language.say("errore: ", "error: ") + message[language])
        Foundation.exit(1)
    }

    /// The library does not know our options.
    private static func message(of error: any Error) -> LocalizedText? {
        switch error {
        case let problem as KnowledgeBaseProblem: problem.message(naming: "--kb")
        case let problem as ExportProblem: problem.message(choosingWith: "--output")
        default: (error as? any ExplainedError)?.message
        }
    }
}
