public import ArgumentParser
import Praticario
public import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem

struct CommunitySurveyImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Porta qui le risposte a un questionario. / Take the answers to a survey in.",
        discussion: """
            Legge .xlsx (serve xlsx2csv), .ods e .csv: una riga per chi risponde, una colonna
            per domanda; o una riga per risposta, con --question e --score. Chi risponde è un
            codice che si è scelto: nomi e indirizzi non si prendono. Le risposte stanno in
            .praticario-private/questionari, da dove non esce nulla; lì accanto è scritto quale
            colonna è che cosa.
            Reads .xlsx, .ods and .csv: a row for each respondent, a column for each question.
            Respondents are codes; names and addresses are not taken.

            Esempi / Examples:
              praticario community survey import giovani prima.xlsx --wave prima --max 5
              praticario community survey import giovani dopo.xlsx --wave dopo
              praticario comunita questionario importa giovani tutte.csv --respondent "Il tuo codice" \\
                --wave-column "Quando" --before "primo incontro" --after "ultimo incontro" --max 7
            """,
        aliases: ["importa"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Argument(help: "Il foglio con le risposte. / The table with the answers.")
    var file: String

    @Option(help: "La colonna dei codici di chi risponde. / The column of the respondents' codes.")
    var respondent: String?

    @Option(help: "Quando, per tutte le righe: prima o dopo. / When, for all rows: before or after.")
    var wave: Survey.Wave?

    @Option(help: "La colonna che dice quando. / The column that says when.")
    var waveColumn: String?

    @Option(help: "Che cosa vi sta scritto prima; si ripete. / What stands there before; may be repeated.")
    var before: [String] = []

    @Option(help: "Che cosa vi sta scritto dopo; si ripete. / What stands there after; may be repeated.")
    var after: [String] = []

    @Option(help: "La colonna delle domande, se ogni riga è una risposta. / The column of questions, of a long table.")
    var question: String?

    @Option(help: "E quella dei punteggi. / And that of the scores.")
    var score: String?

    @Option(name: .customLong("max"), help: "Il punteggio più alto possibile. / The best score there is.")
    var maximum: Double?

    @Option(
        name: .customLong("ignore"),
        help: "Una colonna che non è una domanda; si ripete. / A column that is no question.")
    var ignored: [String] = []

    @Flag(help: "Mostra che cosa farebbe, non scrive nulla. / Show what it would do, write nothing.")
    var dryRun = false

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if wave != nil, waveColumn != nil { throw ValidationError("--wave, --wave-column: una sola / one of them") }
        if (question == nil) != (score == nil) { throw ValidationError("--question, --score: insieme / together") }
        if let maximum, !(0.0 < maximum && maximum <= 1_000) { throw ValidationError("--max: 5, 7, 10 …") }
    }

    func run() async throws {
        var options = SurveyImport.Options()
        (options.respondent, options.waveColumn, options.wave) = (respondent, waveColumn, wave)
        (options.question, options.score) = (question, score)
        (options.before, options.after) = (said(before), said(after))
        (options.maximum, options.ignored) = (maximum, said(ignored))
        let base = try shared.open()
        let language = shared.language
        let found: (plan: SurveyImport, survey: Survey)
        do {
            found = try await base.importSurvey(file, of: community, options, isDryRun: dryRun)
        } catch let problem as ProgramProblem {
            throw Failure(problem.message(for: ".xlsx"))
        }
        let (plan, survey) = found
        let table = Survey.paths(of: try base.existingCommunity(community).id).table
        let output = SurveyImportOutput(plan, survey, table: table, isDryRun: dryRun)
        guard format == .text else { return Terminal.print(JSONText.of(output)) }
        Terminal.print(table + (dryRun ? language.say(" (non scritto)", " (not written)") : ""))
        Terminal.print(
            language.say(
                "Righe prese: \(output.rows). Ora: \(output.before) codici prima, \(output.after) dopo, \(output.both) tutte e due le volte.",
                "Rows taken: \(output.rows). Now: \(output.before) codes before, \(output.after) after, \(output.both) both times."
            ))
        Terminal.print(language.say("Domande:", "Questions:"))
        for question in plan.questions { Terminal.print(Paragraph.harmless("  - " + question)) }
        for column in plan.dropped {
            Terminal.printError(
                Paragraph.harmless(
                    language.say("avviso: colonna lasciata fuori: ", "warning: column left out: ")
                        + "«\(column.heading)», \(column.reason[language])"))
        }
        if plan.cellsLeftOut > 0 {
            Terminal.printError(
                language.say(
                    "avviso: risposte fuori dalla scala, lasciate fuori: \(plan.cellsLeftOut)",
                    "warning: answers out of the scale, left out: \(plan.cellsLeftOut)"))
        }
        if !plan.rowsLeftOut.isEmpty {
            let rows = plan.rowsLeftOut.prefix(20).map { String($0) }.joined(separator: ", ")
            Terminal.printError(
                language.say(
                    "avviso: righe lasciate fuori, che non dicono chi o quando: \(rows)",
                    "warning: rows left out, which do not say who or when: \(rows)"))
        }
    }
}

extension Survey.Wave: ExpressibleByArgument {
    public init?(argument: String) {
        switch argument.lowercased() {
        case "prima", "before", "pre": self = .before
        case "dopo", "after", "post": self = .after
        default: return nil
        }
    }
}
