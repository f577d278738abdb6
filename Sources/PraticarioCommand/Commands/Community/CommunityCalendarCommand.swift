import ArgumentParser
import Praticario
import PraticarioPublishing
import PraticarioSystem

struct CommunityCalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Gli incontri come calendario .ics. / The meetings as an .ics calendar.",
        discussion: """
            Un giorno intero per ogni incontro di cui si sa il giorno; si importa in qualunque
            calendario. / A whole day for each meeting whose day is known.

            Esempi / Examples:
              praticario community calendar
              praticario comunita calendario giovani --output giovani.ics
            """,
        aliases: ["calendario"])

    @Argument(help: "Una comunità: id o titolo; altrimenti tutte. / One community; by default all.")
    var community: String?

    @Option(name: .shortAndLong, help: "Il file; - per lo standard output. / The file; - for the standard output.")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let language = shared.language
        let communities = try community.map { [try base.existingCommunity($0)] } ?? base.communities()
        let calendar = CommunityCalendar(communities, base.settings, language: language)
        guard calendar.count > 0 else {
            throw Failure(
                it: "nessun incontro ha un giorno: praticario community meeting add",
                en: "no meeting has a day: praticario community meeting add")
        }
        if output == "-" {
            Terminal.printRaw(calendar.text)
        } else {
            let path = output ?? "incontri.ics"
            try base.write(calendar, to: path)
            Terminal.print(
                path + ": "
                    + language.say(
                        counted(calendar.count, "incontro", "incontri"),
                        counted(calendar.count, "meeting", "meetings")))
        }
        if calendar.undated > 0 {
            Terminal.printError(
                language.say(
                    "avviso: restano fuori gli incontri senza un giorno: \(calendar.undated)",
                    "warning: meetings without a day are left out: \(calendar.undated)"))
        }
    }
}
