import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What a form says of a community, done as the commands do it.
struct CommunityWriting {
    let base: KnowledgeBase
    let community: String

    /// - Parameter key: of the form.
    func take(_ key: String, _ fields: FormFields) throws {
        let values = SmallFormValues(fields: fields, key: key)
        if key.hasPrefix("svolto-"), let number = Int(key.dropFirst("svolto-".count)) {
            try base.changeMeeting(number, of: community) { meeting in
                try Self.grow(&meeting, values)
                meeting.status = .held
            }
        } else if key.hasPrefix("risposta-") {
            try base.closeQuestion(
                String(key.dropFirst("risposta-".count)), of: community, by: values.lines("schede"),
                at: try values.number("incontro"), isPartly: values["quanto"] == "parte")
        } else {
            switch key {
            case "incontro": try addMeeting(values)
            case "domanda": try addQuestion(values)
            case "esito": try addOutcome(values)
            default: throw WebProblem.notFound
            }
        }
    }

    private static func grow(_ meeting: inout Meeting, _ values: SmallFormValues) throws {
        func add(_ texts: [String], to list: inout [String]) {
            for text in texts where !list.contains(text) { list.append(text) }
        }
        meeting.date = try values.date("data") ?? meeting.date
        meeting.people = try values.number("persone") ?? meeting.people
        add(values.lines("enti"), to: &meeting.organizations)
        add(values.lines("argomenti"), to: &meeting.topics)
        add(values.lines("decisioni"), to: &meeting.decisions)
        add(values.lines("schede"), to: &meeting.sheets)
    }

    private func addMeeting(_ values: SmallFormValues) throws {
        var meeting = Meeting()
        try Self.grow(&meeting, values)
        meeting.mode = values.choice("modo")
        meeting.place = values["luogo"]
        let isOfHeld = !meeting.organizations.isEmpty || meeting.people != nil || !meeting.decisions.isEmpty
        meeting.status = values.choice("stato") ?? (isOfHeld ? .held : nil)
        if meeting.status == nil, let date = meeting.date, date.isBefore(.today) { throw WebProblem.heldOrNot }
        meeting.status = meeting.status ?? .planned
        try base.add(meeting, to: community)
    }

    private func addQuestion(_ values: SmallFormValues) throws {
        guard let text = values["domanda"] else { throw WebProblem.missing("domanda", "question") }
        var question = KnowledgeQuestion(question: text)
        question.theme = values["tema"]
        question.openedAt = try values.number("incontro")
        question.status = .open
        try base.add(question, to: community)
    }

    private func addOutcome(_ values: SmallFormValues) throws {
        guard let title = values["titolo"] else { throw WebProblem.missing("titolo", "title") }
        guard let kind: OutcomeKind = values.choice("tipo") else { throw WebProblem.missing("che cos'è", "what it is") }
        var outcome = Outcome(kind: kind, title: title)
        outcome.status = values.choice("stato")
        outcome.date = try values.date("data")
        outcome.territories = values.lines("territori")
        outcome.meeting = try values.number("incontro")
        outcome.evidence = values["evidenza"]
        outcome.sheets = values.lines("schede")
        switch kind {
        case .adoption: (outcome.by, outcome.what) = (values["da"], values.choice("che-cosa"))
        case .partnership:
            outcome.parties = values.lines("parti")
            outcome.instrument = values.choice("strumento")
        case .intervention: outcome.targetGroups = values.lines("destinatari")
        }
        try base.log(outcome, in: community)
    }
}
