import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What waits, as a person reads it on a terminal.
struct ReviewReport {
    private let review: Review
    private let language: Language

    init(_ review: Review, language: Language) {
        self.review = review
        self.language = language
    }

    func text(width: Int, style: Style) -> String {
        let lists = [
            (language.say("Bozze", "Drafts"), review.drafts),
            (language.say("In verifica", "In review"), review.inReview),
            (language.say("Da rileggere", "Due for review"), review.overdue),
            (language.say("Da completare", "Incomplete"), review.incomplete),
            (language.say("Senza un sì alla pubblicazione", "Without a yes to publication"), review.unconsented),
            (language.say("Simili a un'altra", "Like another one"), review.alike),
        ].filter { !$0.1.isEmpty }
        guard !lists.isEmpty else { return language.say("Niente aspetta nessuno.", "Nothing waits for anybody.") }
        return lists.map { title, items in
            let head = style.title("\(title): \(items.count)")
            return ([head] + items.flatMap { lines(of: $0, width) }).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private func lines(of item: Review.Item, _ width: Int) -> [String] {
        let place =
            item.entry.origin.path + (item.entry.origin.row.map { language.say(", riga \($0)", ", row \($0)") } ?? "")
        var lines = Paragraph.lines("\(item.entry.title) (\(place))", width: width, indent: 2)
        let who = item.whoCanAnswer ?? language.say("la scheda non dice chi", "the sheet does not say who")
        lines += Paragraph.lines(language.say("risponde: ", "who can answer: ") + who, width: width, indent: 4)
        let told: Set<DiagnosticCode> = [.reviewOverdue, .missingConsent, .nearDuplicate]
        for problem in item.problems where problem.severity == .error || told.contains(problem.code) {
            lines += Paragraph.lines("- " + problem.message[language], width: width, indent: 4)
        }
        return lines
    }
}
