import ArgumentParser
import Praticario
import PraticarioCorpus

struct CommunityMeetingUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract:
            "Dice di un incontro che è svolto, annullato, spostato. / Say that a meeting was held, cancelled, moved.",
        discussion: """
            Gli elenchi crescono, il resto prende il posto di ciò che c'è.
            Lists grow, all else takes the place of what is there.

            Esempi / Examples:
              praticario community meeting update giovani 3 --status svolto --people 14 \\
                --organization "Circolo Aurora" --organization "Terra Buona"
              praticario comunita incontro aggiorna giovani 4 --date 2026-06-09
            """,
        aliases: ["aggiorna"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Argument(help: "Il numero dell'incontro. / The meeting's number.")
    var number: Int

    @OptionGroup var options: MeetingOptions
    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let change = try base.changeMeeting(number, of: community) { options.apply(to: &$0) }
        change.print(
            .meeting(try change.community.existingMeeting(number)), base, format, in: shared.language)
    }
}
