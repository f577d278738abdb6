import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What people looked for and no sheet says: the next sheets to write.
struct UnmetPage: Page {
    static let template = "unmet"
    static let address = "/senza-risposta"

    let title: String
    let done: String?
    let areKept: Bool
    let questions: [Row]
    /// How many more there are.
    let more: Int?

    struct Row: Sendable {
        let text: String
        /// Asks it again, without counting as asked.
        let address: String
        let facts: String
    }

    /// As many are shown.
    private static let limit = 200

    init(_ questions: [UnmetQuestions.Question], areKept: Bool, done: String? = nil, _ language: Language) {
        title = language.say("Domande senza risposta", "Questions without an answer")
        self.done = DoneWords.sentence(done, language)
        self.areKept = areKept
        self.questions = questions.prefix(Self.limit).map { question in
            var facts = [
                question.count == 1
                    ? language.say("una volta", "once")
                    : language.say("\(question.count) volte", "\(question.count) times"),
                language.say("ultima: ", "last: ") + question.last.text(in: language),
            ]
            if !question.absent.isEmpty {
                let words = question.absent.map { "«\($0)»" }.joined(separator: ", ")
                facts.append(language.say("nessuna scheda parla di \(words)", "no sheet is about \(words)"))
            }
            var state = SearchState()
            (state.text, state.sort) = (question.text, .relevance)
            return Row(text: question.text, address: state.address, facts: facts.joined(separator: " · "))
        }
        more = questions.count > self.questions.count ? questions.count - self.questions.count : nil
    }
}

extension WebLibrary {
    @Sendable func unmetQuestions(_ request: Request, _ context: WebContext) async throws -> Response {
        let (unmet, done) = (UnmetQuestions(of: whole.folder), request.fields["fatto"])
        let (areKept, questions) = try await Background.run { (unmet.areKept, try unmet.all()) }
        return try await respond(request, context) { _ in
            UnmetPage(questions, areKept: areKept, done: done, context.language)
        }
    }

    @Sendable func keepUnmetQuestions(_ request: Request, _ context: WebContext) async throws -> Response {
        let unmet = UnmetQuestions(of: whole.folder)
        switch context.form.fields["azione"] {
        case "conserva":
            try await Background.run { try unmet.start() }
            return .redirect(to: UnmetPage.address + "?fatto=conservate")
        case "dimentica":
            try await Background.run { unmet.stop() }
            return .redirect(to: UnmetPage.address + "?fatto=dimenticate")
        default: throw WebProblem.badValue(name: "azione")
        }
    }
}
