import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct CommunityQuestionUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Dice altro di una domanda: parole, tema, stato. / Say more of a question.",
        discussion: """
            Gli elenchi crescono, il resto prende il posto di ciò che c'è.
            Lists grow, all else takes the place of what is there.

            Esempi / Examples:
              praticario community question update giovani chiavi --theme "beni comuni" --status "in parte"
              praticario comunita domanda aggiorna giovani chiavi --question "Chi tiene le chiavi la sera?"
            """,
        aliases: ["aggiorna"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Argument(help: "L'id della domanda, come lo dice --agenda. / The question's id, as --agenda says it.")
    var id: String

    @Option(help: "La domanda. / The question.")
    var question: String?

    @Option(help: "Il tema. / The theme.")
    var theme: String?

    @Option(help: "aperta, \"in parte\" o chiusa. / open, partly or closed.")
    var status: QuestionStatus?

    @Option(help: "Il numero dell'incontro in cui è nata. / The number of the meeting at which it was asked.")
    var opened: Int?

    @Option(help: "Il numero dell'incontro in cui si è risposto. / The number of the meeting at which it was answered.")
    var meeting: Int?

    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp(
            "Una scheda che risponde; si ripete. / A sheet that answers; may be repeated.", valueName: "id"))
    var sheets: [String] = []

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let change = try base.changeQuestion(id, of: community) { found in
            found.question = question.flatMap { said([$0]).first } ?? found.question
            found.theme = theme.flatMap { said([$0]).first } ?? found.theme
            found.status = status ?? found.status
            found.openedAt = opened ?? found.openedAt
            found.closedAt = meeting ?? found.closedAt
            for sheet in said(sheets) where !found.sheets.contains(sheet) { found.sheets.append(sheet) }
        }
        change.print(try change.question(id), base, format, in: shared.language)
    }
}
