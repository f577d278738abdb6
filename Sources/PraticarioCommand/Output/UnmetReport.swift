import Praticario
import PraticarioCorpus
import PraticarioSystem

/// The questions without an answer, as a person reads them on a terminal.
struct UnmetReport {
    private let unmet: UnmetQuestions
    private let language: Language

    init(_ unmet: UnmetQuestions, language: Language) {
        self.unmet = unmet
        self.language = language
    }

    func text(width: Int) throws -> String {
        guard unmet.areKept else {
            return language.say(
                "Le domande senza risposta non si conservano. Per conservarle qui: praticario unmet --on",
                "Questions without an answer are not kept. To keep them here: praticario unmet --on")
        }
        let questions = try unmet.all()
        guard !questions.isEmpty else {
            return language.say("Nessuna domanda senza risposta, finora.", "No question without an answer so far.")
        }
        return questions.flatMap { lines(of: $0, width) }.joined(separator: "\n")
    }

    private func lines(of question: UnmetQuestions.Question, _ width: Int) -> [String] {
        var facts = [
            language.say(
                counted(question.count, "volta", "volte"), counted(question.count, "time", "times")),
            language.say("ultima ", "last ") + question.last.iso8601,
        ]
        if !question.absent.isEmpty {
            let words = question.absent.map { "«\(Paragraph.harmless($0))»" }.joined(separator: ", ")
            facts.append(language.say("nessuna scheda parla di ", "no sheet is about ") + words)
        }
        return Paragraph.lines(Paragraph.harmless(question.text), width: width, indent: 0)
            + Paragraph.lines(facts.joined(separator: " · "), width: width, indent: 3)
    }
}
