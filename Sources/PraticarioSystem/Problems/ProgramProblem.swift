import Foundation

/// Why another program, which makes or reads some kinds of documents, was of no use.
public enum ProgramProblem: ExplainedError, Codable, Hashable {
    /// It is not on this machine; `package` is what to install on Debian and Ubuntu.
    case missing(name: String, package: String)
    /// It ended badly; `said` is the end of what it wrote about that.
    case failed(name: String, said: String)

    /// Says what to install, or what the program said.
    public var message: LocalizedText { message(for: nil) }

    /// As `message`; of a program that is missing it also says what for, such as a file format.
    package func message(for use: String?) -> LocalizedText {
        switch self {
        case .missing(let name, let package):
            LocalizedText(
                it: (use.map { "per \($0) " } ?? "") + "serve \(name), che"
                    + " qui non c'è: installalo con `sudo apt install \(package)`",
                en: (use.map { "\($0) needs \(name), which" } ?? "\(name) is needed and")
                    + " is not here: install it with `sudo apt install \(package)`")
        case .failed(let name, let said):
            LocalizedText(it: "\(name) non è riuscito: \(said)", en: "\(name) failed: \(said)")
        }
    }
}
