import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

extension Document {
    /// The record of a meeting: who was there, by bodies, what was spoken of, shared, asked, answered and decided.
    ///
    /// - Parameter sheets: those that the community refers to, by their ids: they are named by their titles.
    init(
        _ meeting: Meeting, of community: Community, _ programme: Programme?, _ edition: Edition,
        sheets: [String: Entry]
    ) {
        let minutes = Minutes(meeting: meeting, community: community, edition: edition, sheets: sheets)
        let publisher = edition.settings.publisher ?? edition.settings.title
        let cover = Cover(
            title: minutes.title, publisher: publisher.isEmpty ? nil : publisher, summary: community.summary,
            facts: minutes.facts(programme),
            logo: edition.logo.map { Cover.Picture(name: publisher, address: $0.dataURL) },
            acknowledgement: programme?.acknowledgement ?? edition.settings.acknowledgement)
        self.init(
            title: minutes.title, language: edition.language, hasChapters: false, author: community.facilitator,
            footer: Imprint(edition).sentences(),
            opening: [.cover(cover)]
        ) { take in
            for block in minutes.blocks { try take(block) }
        }
    }
}

/// The record of one meeting, as blocks.
private struct Minutes {
    let meeting: Meeting
    let community: Community
    let edition: Edition
    let sheets: [String: Entry]

    var title: String {
        let number = meeting.number.map { " \($0)" } ?? ""
        return edition.say("Verbale dell'incontro\(number)", "Minutes of meeting\(number)") + ": " + community.title
    }

    func facts(_ programme: Programme?) -> [(label: String, value: String)] {
        let unknown = edition.say("dato non disponibile", "not available")
        let facts: [(String, String?)] = [
            (edition.say("Programma", "Programme"), programme?.title),
            (edition.say("Data", "Date"), meeting.date?.text(in: edition.language) ?? unknown),
            (
                edition.say("Come", "How"),
                [meeting.mode?.label[edition.language], meeting.place].compactMap { $0 }.joined(separator: ", ")
            ),
            (edition.say("Facilita", "Facilitator"), community.facilitator),
            (edition.say("Persone presenti", "People present"), meeting.people.map { String($0) } ?? unknown),
        ]
        return facts.compactMap { label, value in value.flatMap { $0.isEmpty ? nil : (label, $0) } }
    }

    var blocks: [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        if community.isExample == true {
            blocks.append(
                .line(
                    .init(
                        role: .mark,
                        text: edition.say("Esempio: comunità inventata.", "Example: an invented community."))))
        }
        blocks += section("Enti presenti", "Organizations present", meeting.organizations.map { .init(text: $0) })
        blocks += section("Di che cosa si è parlato", "What was spoken of", meeting.topics.map { .init(text: $0) })
        blocks += section("Schede condivise", "Sheets shared", meeting.sheets.map(sheet))
        blocks += section("Decisioni", "Decisions", meeting.decisions.map { .init(text: $0) })
        blocks += section("Domande nate qui", "Questions asked here", questions { $0.openedAt })
        blocks += section("Domande a cui si è risposto", "Questions answered here", questions { $0.closedAt })
        blocks += section("Che cosa ne è nato", "What came of it", outcomes)
        return blocks
    }

    private func section(_ it: String, _ en: String, _ items: [DocumentBlock.List.Item]) -> [DocumentBlock] {
        guard !items.isEmpty else { return [] }
        return [
            .heading(.init(level: 2, text: edition.say(it, en))), .list(.init(style: .plain, items: items)),
        ]
    }

    private func sheet(_ id: String) -> DocumentBlock.List.Item {
        guard let entry = sheets[id] else { return .init(text: id) }
        return .init(text: "\(entry.title) (\(entry.kind.label[edition.language]))", summary: entry.summary)
    }

    private func questions(at number: (KnowledgeQuestion) -> Int?) -> [DocumentBlock.List.Item] {
        guard let own = meeting.number else { return [] }
        return community.questions.filter { number($0) == own }.map { question in
            let answers = question.sheets.map { sheets[$0]?.title ?? $0 }.joined(separator: "; ")
            let status = (question.status ?? .open).label[edition.language]
            return .init(text: question.question, detail: detail([status, answers]))
        }
    }

    private var outcomes: [DocumentBlock.List.Item] {
        guard let own = meeting.number else { return [] }
        return community.outcomes.filter { $0.meeting == own }.map { outcome in
            let facts = [outcome.kind.label[edition.language], outcome.status?.label[edition.language]]
            return .init(text: outcome.title, detail: detail(facts.compactMap { $0 }))
        }
    }

    private func detail(_ facts: [String]) -> String {
        " (" + facts.filter { !$0.isEmpty }.joined(separator: ": ") + ")"
    }
}
