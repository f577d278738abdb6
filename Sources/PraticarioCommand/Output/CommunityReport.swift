import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// Communities for people.
struct CommunityReport {
    private let values: FacetValues
    private let language: Language
    private let width: Int

    init(_ values: FacetValues, language: Language, width: Int) {
        self.values = values
        self.language = language
        self.width = width
    }

    func list(_ communities: [Community], style: Style) -> String {
        guard !communities.isEmpty else {
            return language.say(
                "Non ci sono comunità: sono file di comunita/, uno per comunità (docs/dati.md)",
                "There are no communities: they are files of comunita/, one each (docs/dati.md)")
        }
        return communities.map { community in
            var lines = Paragraph.lines(title(community), width: width, indent: 0).map(style.title)
            if let summary = community.summary { lines += Paragraph.lines(summary, width: width, indent: 2) }
            return (lines + ["  " + style.faint(counts(of: community))]).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private func title(_ community: Community) -> String {
        community.title + (community.isExample == true ? language.say(" [esempio]", " [example]") : "")
    }

    private func counts(of community: Community) -> String {
        let held = community.meetings.count { $0.status == .held }
        let open = community.questions.count { $0.status != .closed }
        return [
            community.id,
            language.say(
                "\(held) di \(counted(community.meetings.count, "incontro svolto", "incontri svolti"))",
                "\(held) of \(counted(community.meetings.count, "meeting", "meetings")) held"),
            language.say(
                counted(open, "domanda aperta", "domande aperte"),
                counted(open, "open question", "open questions")),
            language.say(
                counted(community.outcomes.count, "esito", "esiti"),
                counted(community.outcomes.count, "outcome", "outcomes")),
        ].joined(separator: " · ")
    }

    func text(_ community: Community, style: Style) -> String {
        var lines = Paragraph.lines(title(community), width: width, indent: 0).map(style.title)
        if let summary = community.summary { lines += Paragraph.lines(summary, width: width, indent: 0) }
        let facts = [
            named(community.themes, .theme), named(community.territories, .territory), community.facilitator ?? "",
        ].filter { !$0.isEmpty }
        if !facts.isEmpty { lines += Paragraph.lines(facts.joined(separator: " · "), width: width, indent: 0) }
        lines.append(style.faint(counts(of: community)))
        lines += section(
            language.say("Ne fanno parte", "Members"), style,
            community.members.map { member in
                [member.name, named([member.territory].compactMap { $0 }, .territory)].filter { !$0.isEmpty }
                    .joined(separator: ", ")
            })
        lines += section(language.say("Incontri", "Meetings"), style, community.meetings.map(text(of:)))
        lines += section(
            language.say("Domande", "Questions"), style, community.questions.enumerated().map { text(of: $1, at: $0) })
        lines += section(
            language.say("Che cosa ne è nato", "What came of it"), style, community.outcomes.map(text(of:)))
        return lines.joined(separator: "\n")
    }

    private func section(_ title: String, _ style: Style, _ items: [String]) -> [String] {
        guard !items.isEmpty else { return [] }
        return ["", style.title(title)]
            + items.flatMap { item in
                Paragraph.lines(item, width: width, indent: 4).enumerated().map { index, line in
                    index == 0 ? "  - " + line.dropFirst(4) : line
                }
            }
    }

    /// What is open for the next meeting.
    func text(_ agenda: CommunityAgenda, of community: Community, style: Style) -> String {
        let heading = language.say("Per il prossimo incontro: ", "For the next meeting: ") + title(community)
        var lines = Paragraph.lines(heading, width: width, indent: 0).map(style.title)
        lines += Paragraph.lines(
            agenda.next.map(text(of:)) ?? language.say("Nessun incontro in programma.", "No meeting is planned."),
            width: width, indent: 0)
        let sections = [
            section(
                language.say("Domande aperte", "Open questions"), style,
                agenda.questions.map { text(of: $0.question, named: $0.id) }),
            section(
                language.say("Schede nuove, non ancora condivise", "New sheets, not shared yet"), style,
                agenda.newSheets.map { "\($0.title) (\($0.id))" }),
            section(
                language.say("Decisioni da cui non è ancora nato un esito", "Decisions without an outcome yet"), style,
                agenda.decisions.map { decision in
                    decision.text
                        + (decision.meeting.map { language.say(" (incontro \($0))", " (meeting \($0))") } ?? "")
                }),
            section(
                language.say("Previsto, da avviare", "Planned, to be started"), style, agenda.planned.map(text(of:))),
        ].flatMap { $0 }
        lines += sections.isEmpty ? ["", language.say("Nulla di aperto.", "Nothing is open.")] : sections
        return lines.joined(separator: "\n")
    }

    func text(of meeting: Meeting) -> String {
        let number = meeting.number.map { "\($0). " } ?? ""
        let facts = [
            meeting.date.map { $0.text(in: language) } ?? language.say("senza data", "no date"),
            meeting.mode?.label[language], meeting.place, meeting.status?.label[language],
            meeting.people.map { language.say(counted($0, "persona", "persone"), counted($0, "person", "people")) },
        ].compactMap { $0 }
        let topics = meeting.topics.isEmpty ? "" : ": " + meeting.topics.joined(separator: "; ")
        return number + facts.joined(separator: ", ") + topics
    }

    /// With the id by which it is closed.
    func text(of question: KnowledgeQuestion, at index: Int) -> String {
        text(of: question, named: question.name(at: index))
    }

    private func text(of question: KnowledgeQuestion, named name: String) -> String {
        let status = (question.status ?? .open).label[language]
        let sheets = question.sheets.isEmpty ? "" : " (" + question.sheets.joined(separator: ", ") + ")"
        return "[\(status)] \(question.question)\(sheets) · \(name)"
    }

    func text(of outcome: Outcome) -> String {
        let facts = [
            outcome.kind.label[language], outcome.status?.label[language], outcome.date.map { $0.text(in: language) },
            named(outcome.territories, .territory),
            outcome.parties.isEmpty ? outcome.by : outcome.parties.joined(separator: ", "),
        ].compactMap { $0 }.filter { !$0.isEmpty }
        return "\(outcome.title) (\(facts.joined(separator: " · ")))"
    }

    private func named(_ keys: [String], _ facet: Facet) -> String {
        keys.map { values.label(of: $0, in: facet)[language] }.joined(separator: ", ")
    }
}
