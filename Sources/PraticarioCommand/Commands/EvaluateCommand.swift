import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Misura la ricerca con domande già giudicate. / Measure the search by judged questions.",
        discussion: """
            Ogni riga del file: classe, domanda, giudizi, separati da tabulazioni.
            Each line of the file: a class, a question, judgments, separated by tabs.
              tema⇥orti di quartiere⇥orto-in-condotta=3 serra=1
            3 è ciò che si chiede, 2 utile, 1 lo sfiora; nessun giudizio: nessuna
            scheda risponde.
            3 is what is asked for, 2 useful, 1 touches it; no judgment: no sheet
            answers.

            Esempi / Examples:
              praticario evaluate giudizi.tsv
              praticario valuta giudizi.tsv --format json
            """,
        aliases: ["valuta"])

    @Argument(help: "Il file delle domande giudicate. / The file of judged questions.", completion: .file())
    var file: String

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let judged = JudgedQuestions(try Files.read(file), path: file)
        for diagnostic in judged.diagnostics {
            Terminal.printError(diagnostic.text(in: shared.language))
        }
        let base = try shared.open()
        let evaluation = try base.evaluate(judged)
        switch format {
        case .json: Terminal.print(JSONText.of(EvaluationOutput(evaluation)))
        case .text: Terminal.print(EvaluationReport(evaluation, language: shared.language).text)
        }
        if !judged.diagnostics.isEmpty { throw ExitCode.failure }
    }
}
