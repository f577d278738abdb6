import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem

/// The answers to a community's survey, taken in.
extension WebLibrary {
    @Sendable func survey(_ request: Request, _ context: WebContext) async throws -> Response {
        try await surveyPage(request, context)
    }

    private func surveyPage(
        typed: FormFields? = nil, problem: LocalizedText? = nil, done: [String] = [], _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let (id, whole) = (context.part("id"), whole)
        let survey = try await Background.run { Survey.read(id, in: whole.folder).survey }
        return try await respond(request, context, status: problem == nil ? .ok : .unprocessableContent) { snapshot in
            SurveyPage(
                try snapshot.existingCommunity(id), survey, typed: typed, problem: problem, done: done,
                context.language)
        }
    }

    @Sendable func takeSurvey(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, form, imports) = (context.part("id"), context.form, imports)
        _ = try await read(context) { try $0.existingCommunity(id) }
        guard let file = form.files["foglio"], !file.bytes.isEmpty else {
            return try await surveyPage(typed: form.fields, problem: WebProblem.noFile.message, request, context)
        }
        let token = try await Background.run { try imports.add(file, kind: .experience) }
        do {
            let options = try SurveyImport.Options(form.fields)
            let path = try await Background.run { imports.path(token, try imports.choices(token).file) }
            let csv = try await Self.csv(of: path)
            let plan = try await write(context, as: "questionario «\(id)»") { base in
                try base.importSurvey(csv, path: path, of: id, options, isDryRun: false).plan
            }
            // It tells of who answered, and is not needed any more.
            try await Background.run { imports.remove(token) }
            return try await surveyPage(done: Self.told(plan, context.language), request, context)
        } catch let problem as any ExplainedError {
            try await Background.run { imports.remove(token) }
            let message = (problem as? SurveyProblem)?.onPage ?? Self.told(problem, file.name, imports.place(token))
            return try await surveyPage(typed: form.fields, problem: message, request, context)
        }
    }

    private static func told(_ plan: SurveyImport, _ language: Language) -> [String] {
        var lines = [language.say("Righe prese: \(plan.rowsTaken).", "Rows taken: \(plan.rowsTaken).")]
        lines += plan.dropped.map {
            language.say("Colonna lasciata fuori: «\($0.heading)», ", "Column left out: “\($0.heading)”, ")
                + $0.reason[language]
        }
        if plan.cellsLeftOut > 0 {
            lines.append(
                language.say(
                    "Risposte fuori dalla scala, lasciate fuori: \(plan.cellsLeftOut).",
                    "Answers out of the scale, left out: \(plan.cellsLeftOut)."))
        }
        if !plan.rowsLeftOut.isEmpty {
            let rows = plan.rowsLeftOut.prefix(20).map { String($0) }.joined(separator: ", ")
            lines.append(
                language.say(
                    "Righe lasciate fuori, che non dicono chi o quando: \(rows).",
                    "Rows left out, which do not say who or when: \(rows)."))
        }
        return lines
    }
}

extension SurveyImport.Options {
    /// - Throws: `WebProblem.badNumber`.
    fileprivate init(_ fields: FormFields) throws {
        self.init()
        let values = SmallFormValues(fields: fields, key: SurveyPage.key)
        wave = values["quando"].flatMap { ["prima": Survey.Wave.before, "dopo": .after][$0] }
        if wave == nil { waveColumn = values["colonna-quando"] }
        (respondent, question, score) = (values["codice"], values["domanda"], values["punteggio"])
        (before, after) = (values.lines("parole-prima"), values.lines("parole-dopo"))
        ignored = values.lines("fuori")
        if let text = values["massimo"] {
            guard let number = Double(text.replacing(",", with: ".")), number > 0, number <= 1_000 else {
                throw WebProblem.badNumber(text)
            }
            maximum = number
        }
        if (question == nil) != (score == nil) {
            throw WebProblem.missing(
                "anche la colonna delle domande o dei punteggi", "the column of questions or scores, too")
        }
    }
}

extension SurveyProblem {
    /// As a form says it, which has no options.
    fileprivate var onPage: LocalizedText {
        switch self {
        case .noRespondent(let headings):
            LocalizedText(
                it:
                    "Quale colonna ha i codici di chi risponde? Scrivine il titolo qui sotto; ci sono: \(Self.list(headings))",
                en:
                    "Which column has the respondents' codes? Write its heading below; there are: \(Self.list(headings))"
            )
        case .noTime(let headings):
            LocalizedText(
                it:
                    "Prima o dopo? Sceglilo qui sotto, o scrivi la colonna che lo dice; ci sono: \(Self.list(headings))",
                en:
                    "Before or after? Choose it below, or write the column that says so; there are: \(Self.list(headings))"
            )
        case .noMaximum:
            LocalizedText(
                it: "Qual è il punteggio più alto possibile? Scrivilo qui sotto: 5, per una scala da 1 a 5",
                en: "Which is the best score there is? Write it below: 5, for a scale from 1 to 5")
        case .noColumn, .personalCodes, .noScores: message
        }
    }
}
