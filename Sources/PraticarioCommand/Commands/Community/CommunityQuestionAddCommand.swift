import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct CommunityQuestionAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Aggiunge una domanda. / Add a question.",
        discussion: """
            Esempio / Example:
              praticario community question add giovani "Chi tiene le chiavi?" --id chiavi --meeting 1
            """,
        aliases: ["aggiungi"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Argument(help: "La domanda. / The question.")
    var words: [String]

    @Option(help: "L'id, altrimenti domanda-3. / The id, by default domanda-3.")
    var id: String?

    @Option(help: "Il tema. / The theme.")
    var theme: String?

    @Option(help: "Il numero dell'incontro in cui è nata. / The number of the meeting at which it was asked.")
    var meeting: Int?

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        var question = KnowledgeQuestion(question: words.joined(separator: " ").trimmingSpaces())
        question.id = id
        question.theme = theme
        question.openedAt = meeting
        question.status = .open
        let change = try base.add(question, to: community)
        change.print(
            .question(at: change.community.questions.count - 1), base, format, in: shared.language)
    }
}
