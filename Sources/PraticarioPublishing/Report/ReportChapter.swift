import PraticarioCorpus
import PraticarioReport
import PraticarioStatistics
import PraticarioSystem
import PraticarioSearch

/// One community of a report.
struct ReportChapter {
    private let chapter: Report.Chapter
    private let words: ReportWords
    private var community: Community { chapter.community }
    private var indicators: CommunityIndicators { chapter.indicators }

    init(_ chapter: Report.Chapter, _ words: ReportWords) {
        self.chapter = chapter
        self.words = words
    }

    var blocks: [DocumentBlock] {
        var blocks: [DocumentBlock] = [words.chapter(community.title)]
        if let summary = community.summary { blocks.append(.line(.init(role: .summary, text: summary))) }
        blocks.append(.facts(facts))
        let knowledge = ReportKnowledge(chapter, words)
        blocks += calendar + participation + knowledge.shared + gap
        blocks += outcomes(.adoption, "Forme e modelli adottati", "Forms and models taken up") + knowledge.crossings
        blocks += outcomes(.partnership, "Partenariati", "Partnerships") + network
        blocks += outcomes(.intervention, "Interventi", "Interventions") + counts + knowledge.chains
        blocks += time + stories + difficulties
        return blocks
    }

    private var facts: [DocumentBlock.Fact] {
        let facts = [
            (words.say("Temi", "Themes"), words.names(community.themes, .theme)),
            (words.say("Territori", "Territories"), words.names(community.territories, .territory)),
            (words.say("Facilita", "Facilitator"), community.facilitator ?? ""),
            (words.say("Ne fanno parte", "Members"), words.number(indicators.participation.members)),
            (
                words.say("Regioni dei membri", "Regions of members"),
                words.names(indicators.territories.memberRegions, .territory)
            ),
            (
                words.say("Regioni con un esito", "Regions with an outcome"),
                words.names(indicators.territories.outcomeRegions, .territory)
            ),
        ]
        return facts.filter { !$0.1.isEmpty }.map { DocumentBlock.Fact(label: $0.0, pieces: [.text($0.1)]) }
    }

    // MARK: Meetings

    private var calendar: [DocumentBlock] {
        guard !community.meetings.isEmpty else { return [] }
        let rows = community.meetings.map { meeting -> [DocumentBlock.Table.Cell] in
            [
                words.cell(meeting.number), .init(words.date(meeting.date)),
                .init(
                    [meeting.mode?.label[words.edition.language], meeting.place].compactMap { $0 }
                        .joined(separator: ", ")),
                .init(meeting.status?.label[words.edition.language] ?? words.unknown),
                meeting.status == .held ? words.cell(meeting.people) : .init(""),
                .init(meeting.topics.joined(separator: "; ")),
            ]
        }
        let counts = indicators.meetings
        return [
            words.heading(3, "Il calendario", "The calendar"),
            words.prose(
                "Incontri svolti: \(words.share(counts.held, of: counts.planned)); annullati: \(counts.cancelled); ancora da fare: \(counts.toCome).",
                "Meetings held: \(words.share(counts.held, of: counts.planned)); cancelled: \(counts.cancelled); to come: \(counts.toCome)."
            ),
            words.table(
                [
                    words.say("N.", "No."), words.say("Data", "Date"), words.say("Come", "How"),
                    words.say("Stato", "Status"), words.say("Persone", "People"), words.say("Argomenti", "Topics"),
                ], cells: rows),
        ]
    }

    private var participation: [DocumentBlock] {
        let found = indicators.participation
        guard indicators.meetings.held > 0 else { return [] }
        let present = found.present.map { words.share($0, of: found.members) } ?? words.unknown
        let rows = found.attendance.map { meeting -> [DocumentBlock.Table.Cell] in
            [
                words.cell(meeting.number), .init(words.date(meeting.date)), words.cell(meeting.people),
                words.cell(meeting.organizations), words.cell(meeting.members), .init(meeting.sheets),
            ]
        }
        return [
            words.heading(3, "La partecipazione", "Participation"),
            words.prose(
                "Persone per incontro, in media: \(words.decimal(found.meanPeople)). Enti membri che c'erano almeno una volta: \(present).",
                "People at a meeting, on average: \(words.decimal(found.meanPeople)). Member bodies that came at least once: \(present)."
            ),
            words.table(
                [
                    words.say("N.", "No."), words.say("Data", "Date"), words.say("Persone", "People"),
                    words.say("Enti presenti", "Bodies present"), words.say("Di cui membri", "Of these members"),
                    words.say("Schede condivise", "Sheets shared"),
                ], cells: rows),
        ]
    }

    // MARK: The gap

    private var gap: [DocumentBlock] {
        var blocks = [words.heading(3, "Che cosa si voleva sapere", "What people wanted to know")]
        if let questions = indicators.questions {
            blocks.append(
                words.prose(
                    "Domande: \(questions.total); chiuse \(questions.closed), in parte \(questions.partly), aperte \(questions.open).",
                    "Questions: \(questions.total); closed \(questions.closed), partly \(questions.partly), open \(questions.open)."
                ))
        }
        if !community.questions.isEmpty {
            blocks.append(
                words.table(
                    [
                        words.say("Domanda", "Question"), words.say("Stato", "Status"),
                        words.say("Risponde", "Answered by"),
                    ],
                    community.questions.map { question in
                        [
                            question.question, (question.status ?? .open).label[words.edition.language],
                            question.sheets.map(words.sheetTitle).joined(separator: "; "),
                        ]
                    }))
        }
        blocks.append(self.gain)
        return blocks
    }

    private var gain: DocumentBlock {
        guard let found = chapter.gain else {
            return words.prose(
                "Quanto si è imparato, secondo chi c'era: \(words.unknown).",
                "What was learned, as people judge themselves: \(words.unknown).")
        }
        guard let gain = found.gain else {
            return words.prose(
                "Quanto si è imparato, secondo chi c'era: non si mostra, perché hanno risposto tutte e due le volte meno di cinque persone.",
                "What was learned, as people judge themselves: not shown, since fewer than five people answered both times."
            )
        }
        return GainFigure(gain, found, of: community.id, words).block
    }

    // MARK: Outcomes

    private func outcomes(_ kind: OutcomeKind, _ it: String, _ en: String) -> [DocumentBlock] {
        let found = community.outcomes.filter { $0.kind == kind }
        guard !found.isEmpty else { return [] }
        let rows = found.map { outcome in
            [
                outcome.title,
                outcome.parties.isEmpty
                    ? [outcome.by, outcome.what?.label[words.edition.language]].compactMap { $0 }.joined(
                        separator: ", ")
                    : outcome.parties.joined(separator: ", "),
                outcome.status?.label[words.edition.language] ?? words.unknown, words.date(outcome.date),
                words.names(outcome.territories, .territory),
                ([outcome.evidence].compactMap { $0 } + outcome.toldBy.map(words.sheetTitle)).joined(separator: "; "),
            ]
        }
        let header = [
            words.say("Che cosa", "What"), words.say("Chi", "Who"), words.say("Stato", "Status"),
            words.say("Quando", "When"), words.say("Dove", "Where"), words.say("Si vede in", "Seen in"),
        ]
        // A column that nobody filled says nothing.
        let used = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        return [
            words.heading(3, it, en),
            words.table(used.map { header[$0] }, rows.map { row in used.map { row[$0] } }),
        ]
    }

    /// Interventions that began or are concluded, counted; those that are only planned by their status alone.
    private var counts: [DocumentBlock] {
        let found = indicators.interventions
        let statuses = [
            (OutcomeStatus.planned.label[words.edition.language], found.planned),
            (OutcomeStatus.started.label[words.edition.language], found.started),
            (OutcomeStatus.concluded.label[words.edition.language], found.concluded), (words.unknown, found.unstated),
        ].filter { $0.1 > 0 }
        guard !statuses.isEmpty else { return [] }
        let themes =
            words.counted(found.byTheme, .theme).map { ($0.name, $0.count) }
            + (found.withoutTheme > 0 ? [(words.unknown, found.withoutTheme)] : [])
        func rows(_ it: String, _ en: String, _ counts: [(String, Int)]) -> [(by: String, name: String, count: Int)] {
            counts.map { (words.say(it, en), $0.0, $0.1) }
        }
        return [
            words.countTable(
                words.say("Interventi, contati", "Interventions, counted"), words.say("Interventi", "Interventions"),
                rows("stato", "status", statuses) + rows("tema", "theme", themes)
                    + rows(
                        "territorio", "territory",
                        words.counted(found.byTerritory, .territory).map { ($0.name, $0.count) })
                    + rows(
                        "destinatari", "target group",
                        words.counted(found.byTargetGroup, .targetGroup).map { ($0.name, $0.count) })
            )
        ]
    }

    private var network: [DocumentBlock] {
        let found = indicators.partnerships
        guard !found.after.edges.isEmpty else { return [] }
        let names =
            community.members.map(\.name) + community.outcomes.flatMap(\.parties)
            + community.earlierPartnerships.flatMap(\.parties)
        let known = Dictionary(names.map { (OrganizationName.key($0), $0) }) { first, _ in first }
        return [NetworkFigure(found, names: known, of: community.id, words).block]
    }

    private var time: [DocumentBlock] {
        guard let figure = TimelineFigure(chapter, words).block else { return [] }
        return [words.heading(3, "Nel tempo", "Over time"), figure]
    }

    // MARK: Stories

    private var stories: [DocumentBlock] {
        let sheets = chapter.stories.compactMap(words.sheet)
        guard !sheets.isEmpty else { return [] }
        return [
            sheets.count == 1
                ? words.heading(3, "Una storia", "A story") : words.heading(3, "Due storie", "Two stories"),
            .list(
                .init(
                    style: .cards,
                    items: sheets.map { entry in
                        .init(
                            text: entry.title, summary: entry.summary,
                            detail: words.names(entry.territories, .territory))
                    })),
        ]
    }

    private var difficulties: [DocumentBlock] {
        community.difficulties.isEmpty
            ? [] : [words.heading(3, "Le difficoltà", "Difficulties"), words.list(community.difficulties)]
    }
}
