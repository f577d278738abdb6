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
        words.report.chapters.isEmpty ? [] : matrix + regions + limits + ReportAnnexes(words).blocks
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
}
