import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What is said of a meeting.
struct MeetingOptions: ParsableArguments {
    @Option(help: "Il giorno. / The day.")
    var date: PartialDate?

    @Option(help: "online o \"in presenza\". / online or \"in person\".")
    var mode: MeetingMode?

    @Option(help: "Dove, se in presenza. / Where, if in person.")
    var place: String?

    @Option(help: "previsto, svolto o annullato. / planned, held or cancelled.")
    var status: MeetingStatus?

    @Option(
        name: .customLong("organization"),
        help: "Un ente presente; si ripete. / A body that was there; may be repeated.")
    var organizations: [String] = []

    @Option(help: "Quante persone c'erano, mai i nomi. / How many people were there, never their names.")
    var people: Int?

    @Option(name: .customLong("topic"), help: "Un argomento; si ripete. / A topic; may be repeated.")
    var topics: [String] = []

    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp("Una scheda condivisa; si ripete. / A sheet shared; may be repeated.", valueName: "id"))
    var sheets: [String] = []

    @Option(name: .customLong("decision"), help: "Una decisione; si ripete. / A decision; may be repeated.")
    var decisions: [String] = []

    func validate() throws {
        if let people, !(0...1_000_000).contains(people) { throw ValidationError("--people: 0, 1, 2 …") }
    }

    /// Whether anything is said that only a meeting that was held has.
    var isOfHeld: Bool { !organizations.isEmpty || people != nil || !decisions.isEmpty }

    /// What was said takes the place of what is there; lists grow.
    func apply(to meeting: inout Meeting) {
        func grow(_ list: inout [String], _ new: [String]) {
            for text in said(new) where !list.contains(text) { list.append(text) }
        }
        meeting.date = date ?? meeting.date
        meeting.mode = mode ?? meeting.mode
        meeting.place = place.flatMap { said([$0]).first } ?? meeting.place
        meeting.status = status ?? meeting.status
        meeting.people = people ?? meeting.people
        grow(&meeting.organizations, organizations)
        grow(&meeting.topics, topics)
        grow(&meeting.sheets, sheets)
        grow(&meeting.decisions, decisions)
    }
}
