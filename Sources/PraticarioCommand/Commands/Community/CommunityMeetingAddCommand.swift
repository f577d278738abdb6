import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct CommunityMeetingAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Aggiunge un incontro. / Add a meeting.",
        discussion: """
            Ciò che si dice di chi c'era o di che cosa si è deciso fa dell'incontro uno svolto;
            una data che deve venire, uno previsto.
            Who was there or what was decided makes it a held one; a day to come, a planned one.

            Esempi / Examples:
              praticario community meeting add giovani --date 2026-05-12 --mode online
              praticario comunita incontro aggiungi giovani --date 2026-03-10 --mode "in presenza" \\
                --place Foggia --organization "Circolo Aurora" --people 12 --topic "Chi tiene le chiavi" \\
                --decision "Scrivere un regolamento" --sheet orto-di-via-mazzini
            """,
        aliases: ["aggiungi"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Option(help: "Il numero, altrimenti quello che segue. / Its number, by default the next one.")
    var number: Int?

    @OptionGroup var options: MeetingOptions
    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        var meeting = Meeting()
        options.apply(to: &meeting)
        meeting.number = number
        if meeting.status == nil, options.isOfHeld { meeting.status = .held }
        if meeting.status == nil, let date = meeting.date, date.isBefore(.today) {
            throw Failure(
                it: "il giorno è passato: l'incontro c'è stato? --status svolto, o --status annullato",
                en: "the day is past: did it take place? --status held, or --status cancelled")
        }
        meeting.status = meeting.status ?? .planned
        let change = try base.add(meeting, to: community)
        guard let added = change.community.meetings.last else { return }
        change.print(.meeting(added), base, format, in: shared.language)
    }
}
