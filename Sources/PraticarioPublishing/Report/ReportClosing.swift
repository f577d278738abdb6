import PraticarioCorpus
import PraticarioReport
import PraticarioSystem

/// The communities beside each other, what the figures do not say, and every record with its place.
struct ReportClosing {
    private let words: ReportWords

    init(_ words: ReportWords) {
        self.words = words
    }

    var blocks: [DocumentBlock] {
        words.report.chapters.isEmpty ? [] : ReportMatrix(words).blocks + regions + limits + ReportAnnexes(words).blocks
    }

    private var regions: [DocumentBlock] {
        let figure = CoverageFigure(words)
        guard let block = figure.block else { return [] }
        return [words.heading(3, "Dove", "Where"), block, figure.credit]
    }

    private var limits: [DocumentBlock] {
        [
            words.heading(3, "Che cosa i numeri non dicono", "What the figures do not say"),
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
