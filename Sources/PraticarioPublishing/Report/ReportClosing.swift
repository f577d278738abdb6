import PraticarioCorpus
import PraticarioReport
import PraticarioSystem
import PraticarioStatistics

/// The communities beside each other, what the figures do not say, and every record with its place.
struct ReportClosing {
    private let words: ReportWords

    init(_ words: ReportWords) {
        self.words = words
    }

    var blocks: [DocumentBlock] {
        words.report.chapters.isEmpty ? [] : matrix + regions + limits + annex
    }

    private var matrix: [DocumentBlock] {
        let header = [
            words.say("Comunità", "Community"), words.say("Incontri", "Meetings"),
            words.say("Persone (media)", "People (mean)"),
            words.say("Domande chiuse", "Questions closed"), words.say("Guadagno", "Gain"),
            words.say("Adozioni", "Adoptions"), words.say("Partenariati", "Partnerships"),
            words.say("Interventi", "Interventions"),
        ]
        let rows = words.report.chapters.map { chapter -> [String] in
            let found = chapter.indicators
            return [
                chapter.community.title, words.share(found.meetings.held, of: found.meetings.planned),
                words.decimal(found.participation.meanPeople),
                found.questions.map { words.share($0.closed, of: $0.total) } ?? words.unknown,
                words.decimal(chapter.gain?.gain?.gain),
                String(found.adoptions.organizationalForms + found.adoptions.managementModels),
                String(found.partnerships.new), String(found.interventions.done),
            ]
        }
        let cycles = words.report.chapters.map { chapter in
            [chapter.community.title]
                + ValueCycle.allCases.map { String(chapter.indicators.cycles[$0] ?? 0) }
        }
        return [
            words.heading(2, "Le comunità una accanto all'altra", "The communities beside each other"),
            words.table(header, rows, isCounts: true),
            words.heading(3, "Esiti per ciclo di creazione del valore", "Outcomes by cycle of value creation"),
            words.table(
                [words.say("Comunità", "Community")] + ValueCycle.allCases.map { $0.label[words.edition.language] },
                cycles, isCounts: true),
        ]
    }

    private var regions: [DocumentBlock] {
        let figure = CoverageFigure(words)
        guard let block = figure.block else { return [] }
        return [words.heading(2, "Dove", "Where"), block, figure.credit]
    }

    private var limits: [DocumentBlock] {
        [
            words.heading(2, "Che cosa i numeri non dicono", "What the figures do not say"),
            words.prose(
                """
                - Il guadagno è ciò che le persone dicono di sé, non una prova di ciò che sanno; chi smette di venire non risponde.
                - I gruppi sono piccoli: gli intervalli sono larghi, e confrontare due comunità chiede prudenza.
                - Un esito nato durante il programma non è per forza nato grazie al programma.
                - Conta ciò che è stato scritto: una comunità che annota di più sembra aver fatto di più.
                """,
                """
                - The gain is what people say of themselves, no test of what they know; those who stop coming do not answer.
                - Groups are small: intervals are wide, and comparing two communities calls for care.
                - An outcome that came about during the programme did not necessarily come about because of it.
                - What counts is what was written down: a community that notes more seems to have done more.
                """),
        ]
    }

    /// Nothing of a survey stands here: it tells of persons.
    private var annex: [DocumentBlock] {
        let rows = words.report.chapters.flatMap { chapter -> [[String]] in
            let community = chapter.community
            func row(_ kind: LocalizedText, _ title: String, _ date: PartialDate?, _ line: Int) -> [String] {
                [
                    kind[words.edition.language], title, date?.text(in: words.edition.language) ?? "",
                    "\(community.origin.path):\(line)",
                ]
            }
            let meetings = community.meetings.map { meeting in
                row(
                    LocalizedText(it: "incontro", en: "meeting"),
                    "\(community.title), \(meeting.number.map { String($0) } ?? "")", meeting.date, meeting.line)
            }
            let questions = community.questions.map {
                row(LocalizedText(it: "domanda", en: "question"), $0.question, nil, $0.line)
            }
            let outcomes = community.outcomes.map { row($0.kind.label, $0.title, $0.date, $0.line) }
            return meetings + questions + outcomes
        }
        guard !rows.isEmpty else { return [] }
        return [
            words.heading(2, "Allegato: ogni voce e dove sta", "Annex: every record and where it stands"),
            words.table(
                [
                    words.say("Tipo", "Kind"), words.say("Voce", "Record"), words.say("Data", "Date"),
                    words.say("Dove sta", "Where"),
                ], rows),
        ]
    }
}
