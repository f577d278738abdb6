import ArgumentParser
import Praticario
import PraticarioCorpus

struct CommunityQuestionCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Dice che una domanda ha risposta. / Say that a question is answered.",
        discussion: """
            Esempi / Examples:
              praticario community question close giovani chiavi --sheet orto-di-via-mazzini --meeting 3
              praticario comunita domanda chiudi giovani domanda-2 --sheet banca-del-tempo --partly
            """,
        aliases: ["chiudi"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Argument(help: "L'id della domanda, come lo dice --agenda. / The question's id, as --agenda says it.")
    var id: String

    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp(
            "Una scheda che risponde; si ripete. / A sheet that answers; may be repeated.", valueName: "id"))
    var sheets: [String] = []

    @Option(help: "Il numero dell'incontro in cui si è risposto. / The number of the meeting at which it was answered.")
    var meeting: Int?

    @Flag(help: "Solo in parte. / Only partly.")
    var partly = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let change = try base.closeQuestion(id, of: community, by: said(sheets), at: meeting, isPartly: partly)
        let report = CommunityReport(base.values, language: shared.language, width: Terminal.width)
        for (index, question) in change.community.questions.enumerated() where question.name(at: index) == id {
            change.print(report.text(of: question, at: index), in: shared.language)
        }
    }
}
