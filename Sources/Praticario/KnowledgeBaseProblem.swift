import Foundation
public import PraticarioSystem

/// Why there is no knowledge base to work with.
public enum KnowledgeBaseProblem: ExplainedError, Codable, Hashable {
    /// Nothing at the path that was given, or nothing from the current folder upwards.
    case notFound(String?)
    /// A title that would not read back once written.
    case title

    /// Says where there is none, and how to make one.
    public var message: LocalizedText { message(naming: nil) }

    /// As `message`, saying which option of a program names the folder.
    package func message(naming option: String?) -> LocalizedText {
        switch self {
        case .notFound(let path?):
            LocalizedText(
                it:
                    "in \(path) non c'è un archivio (manca praticario.yaml): controlla il percorso o crealo con `praticario init`",
                en:
                    "there is no knowledge base in \(path) (no praticario.yaml): check the path or make one with `praticario init`"
            )
        case .title:
            LocalizedText(
                it: "questo titolo non si può scrivere in praticario.yaml: accorcialo",
                en: "this title cannot be written into praticario.yaml: shorten it")
        case .notFound(nil):
            LocalizedText(
                it: "qui non c'è un archivio: entra nella sua cartella, indicala"
                    + (option.map { " con \($0)" } ?? "") + ", o creane uno con `praticario init`",
                en: "there is no knowledge base here: go to its folder, name it"
                    + (option.map { " with \($0)" } ?? "") + ", or make one with `praticario init`")
        }
    }
}
