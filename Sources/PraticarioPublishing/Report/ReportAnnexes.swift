import PraticarioCorpus
import PraticarioReport
import PraticarioSearch
import PraticarioSystem

/// Every record of the communities, with the file and the line where it stands. Nothing of a survey stands here: it tells of
/// persons.
struct ReportAnnexes {
    private let words: ReportWords
    private var communities: [Community] { words.report.chapters.map(\.community) }

    init(_ words: ReportWords) {
        self.words = words
    }

    var blocks: [DocumentBlock] {
        let annexes = [
            annex(
                "Allegato A: gli enti", "Annex A: the bodies",
                [
                    words.say("Ente", "Body"), words.say("Territorio", "Territory"),
                    words.say("Forma giuridica", "Legal form"), words.say("Sezione RUNTS", "RUNTS section"),
                ], \.members, \.line
            ) { member in
                [
                    .init(member.name), .init(member.territory.map { words.names([$0], .territory) } ?? words.unknown),
                    .init(label(member.legalForm)), .init(member.runtsSection?.rawValue ?? words.unknown),
                ]
            },
            annex(
                "Allegato B: i partenariati di partenza", "Annex B: partnerships at the start",
                [words.say("Parti", "Parties")], \.earlierPartnerships, \.line
            ) { [.init($0.parties.joined(separator: ", "))] },
            annex(
                "Allegato C: gli incontri", "Annex C: the meetings",
                [
                    words.say("N.", "No."), words.say("Data", "Date"), words.say("Stato", "Status"),
                    words.say("Persone", "People"), words.say("Enti presenti", "Bodies present"),
                    words.say("Schede", "Sheets"),
                ], \.meetings, \.line
            ) { meeting in
                [
                    words.cell(meeting.number), .init(words.date(meeting.date)), .init(label(meeting.status)),
                    meeting.status == .held ? words.cell(meeting.people) : .init(""),
                    meeting.status == .held
                        ? words.cell(meeting.organizations.isEmpty ? nil : meeting.organizations.count) : .init(""),
                    .init(meeting.sheets.count),
                ]
            },
            annex(
                "Allegato D: le domande", "Annex D: the questions",
                [
                    words.say("Domanda", "Question"), words.say("Stato", "Status"),
                    words.say("Nata all'incontro", "Asked at meeting"),
                    words.say("Risposta all'incontro", "Answered at meeting"),
                ], \.questions, \.line
            ) { question in
                [
                    .init(question.question), .init(label(question.status ?? .open)), words.cell(question.openedAt),
                    question.status == .closed || question.status == .partly
                        ? words.cell(question.closedAt) : .init(""),
                ]
            },
            annex(
                "Allegato E: gli esiti", "Annex E: the outcomes",
                [
                    words.say("Esito", "Outcome"), words.say("Tipo", "Kind"), words.say("Stato", "Status"),
                    words.say("Data", "Date"), words.say("Ciclo", "Cycle"),
                ], \.outcomes, \.line
            ) { outcome in
                [
                    .init(outcome.title), .init(label(outcome.kind)), .init(label(outcome.status)),
                    .init(words.date(outcome.date)),
                    .init(label(outcome.reachedCycle)),
                ]
            },
        ]
        let blocks = annexes.flatMap { $0 }
        return blocks.isEmpty ? [] : [words.chapter(words.say("Allegati", "Annexes"))] + blocks
    }

    private func label(_ value: (some ClosedVocabulary)?) -> String {
        value?.label[words.edition.language] ?? words.unknown
    }

    /// Nothing where no community has such records.
    private func annex<Record>(
        _ it: String, _ en: String, _ header: [String], _ records: KeyPath<Community, [Record]>,
        _ line: KeyPath<Record, Int>, _ cells: (Record) -> [DocumentBlock.Table.Cell]
    ) -> [DocumentBlock] {
        let rows = communities.flatMap { community in
            community[keyPath: records].map { record in
                cells(record) + [.init("\(community.origin.path):\(record[keyPath: line])")]
            }
        }
        guard !rows.isEmpty else { return [] }
        let whole = header + [words.say("Dove sta", "Where")]
        return [words.heading(3, it, en), .table(.init(header: whole, rows: rows))]
    }
}
