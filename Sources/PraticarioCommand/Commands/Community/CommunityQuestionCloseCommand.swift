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

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let change = try base.closeQuestion(id, of: community, by: said(sheets), at: meeting, isPartly: partly)
        change.print(try change.question(id), base, format, in: shared.language)
    }
}

extension CommunityChange {
    /// The question that is named so.
    func question(_ id: String) throws -> CommunityChangeOutput.Part {
        let names = community.questions.enumerated().map { $1.name(at: $0) }
        guard let index = names.firstIndex(of: id) else { throw CommunityProblem.unknownQuestion(id, known: names) }
        return .question(at: index)
    }
}
