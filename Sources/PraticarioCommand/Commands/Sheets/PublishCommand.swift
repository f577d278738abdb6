import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Pubblica schede, con chi lo ha permesso e quando. / Publish sheets, with who allowed it and when.",
        discussion: """
            Cambia solo i campi che servono, nel file della scheda o nella riga della tabella; una
            scheda con errori non si pubblica. Senza licenza prende quella di praticario.yaml.
            `praticario undo` rimette tutto com'era.
            Changes only the fields concerned, in the sheet's file or in the table's row; a sheet
            with errors is not published. `praticario undo` puts everything back.

            Esempi / Examples:
              praticario publish baskin-cremona --by "Baskin Cremona"
              praticario pubblica orto doposcuola --by "Rete degli orti" --date 2026-05-14
              praticario publish orto --licence CC-BY-4.0
            """,
        aliases: ["pubblica"])

    @Argument(help: "Gli id delle schede. / The sheets' ids.")
    var ids: [String]

    @Option(
        help: ArgumentHelp(
            "L'organizzazione che lo ha permesso. / The organization that allowed it.", valueName: "organizzazione"))
    var by: String?

    @Option(help: "Quando, altrimenti oggi. / When, by default today.")
    var date: String?

    @Option(help: "La licenza, come CC-BY-4.0. / The licence, such as CC-BY-4.0.")
    var licence: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        for (name, text) in [("--by", by), ("--licence", licence)] {
            if let text, text.trimmingSpaces().isEmpty { throw ValidationError("\(name): vuoto / empty") }
        }
        if let date, PartialDate(date) == nil { throw ValidationError("--date: 2026-05-14, 14/5/2026") }
        if date != nil, by == nil { throw ValidationError("--date: con --by / with --by") }
    }

    func run() throws {
        let language = shared.language
        let sheets: [Entry]
        do {
            sheets = try shared.open().publish(
                ids, by: by?.trimmingSpaces(), on: date.flatMap { PartialDate($0) } ?? .today,
                licence: licence?.trimmingSpaces())
        } catch let problem as SheetEditProblem {
            throw Failure(problem.message(allowingWith: "--by"))
        }
        SheetChangeReport(language: language).print(sheets)
        for sheet in sheets where sheet.licence == nil {
            Terminal.printError(
                language.say(
                    "\(sheet.id): senza licenza resta fuori dal sito e dai dati aperti; aggiungila con --licence CC-BY-4.0, o in praticario.yaml",
                    "\(sheet.id): without a licence it stays out of the site and of open data; add one with --licence CC-BY-4.0, or in praticario.yaml"
                ))
        }
    }
}
