import ArgumentParser
import Praticario
import PraticarioSystem

struct UnmetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmet",
        abstract: "Elenca le domande senza risposta. / List the questions without an answer.",
        discussion: """
            Che cosa la gente cerca e nessuna scheda dice: la prossima scheda da
            scrivere. Le domande restano su questo computer, e si conservano solo
            dopo --on.
            What people look for and no sheet says. Questions stay on this computer,
            and are kept only after --on.

            Esempi / Examples:
              praticario unmet --on
              praticario senza-risposta
              praticario unmet --off       (le dimentica / forgets them)
            """,
        aliases: ["senza-risposta"])

    @Flag(help: "Da ora le conserva. / Keep them from now on.")
    var on = false

    @Flag(help: "Non le conserva più, e dimentica quelle che ci sono. / Keep none, and forget those there are.")
    var off = false

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if on && off { throw ValidationError("--on o/or --off") }
    }

    func run() throws {
        let unmet = UnmetQuestions(of: try shared.find())
        if on { try unmet.start() }
        if off { unmet.stop() }
        switch format {
        case .json: Terminal.print(JSONText.of(try UnmetOutput(unmet)))
        case .text: Terminal.print(try UnmetReport(unmet, language: shared.language).text(width: Terminal.width))
        }
    }
}
