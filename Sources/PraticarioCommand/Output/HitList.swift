import Foundation
import Praticario
import PraticarioSearch
import PraticarioCorpus
import PraticarioSystem

/// Found sheets as a person reads them on a terminal.
struct HitList {
    private let values: FacetValues
    private let language: Language

    init(_ values: FacetValues, language: Language) {
        self.values = values
        self.language = language
    }

    func lines(of hit: SearchHit, number: Int, _ width: Int, _ style: Style) -> [String] {
        let head = hit.head
        let label = "\(number). "
        var title = Paragraph.lines(hit.title, width: width, indent: label.count, style.found)
        if let first = title.first {
            title[0] = label + first.dropFirst(label.count)
        }
        if !style.usesColour {
            title = Paragraph.lines(label + head.title, width: width, indent: 0)
        }
        let themes = head.themes.map { values.label(of: $0, in: .theme)[language] }
        let territories = head.territories.map { values.label(of: $0, in: .territory)[language] }
        let facts = [head.kind.label[language]] + badges(head) + [shortened(territories), shortened(themes)]
        return title
            + Paragraph.lines(facts.filter { !$0.isEmpty }.joined(separator: " · "), width: width, indent: 3)
            + Paragraph.lines(hit.snippet, width: width, indent: 3, style.found)
            + [style.faint("   " + head.id)] + explanation(hit)
    }

    /// How the score came about: for each word its part, how often it occurs, how many sheets have it.
    private func explanation(_ hit: SearchHit) -> [String] {
        guard !hit.explanation.isEmpty else { return [] }
        func number(_ value: Double, _ digits: Int) -> String {
            let text = String(format: "%.\(digits)f", value)
            return language == .english ? text : text.replacing(".", with: ",")
        }
        var lines = [language.say("   punteggio \(number(hit.score, 3)) =", "   score \(number(hit.score, 3)) =")]
        for part in hit.explanation where part.value > 0 {
            let occurrences = language.say(
                "\(number(Double(part.frequency) / 10, 1)) occorrenze pesate, in \(counted(part.sheets, "scheda", "schede"))",
                "\(number(Double(part.frequency) / 10, 1)) weighted occurrences, in \(counted(part.sheets, "sheet", "sheets"))"
            )
            let text = "«\(Paragraph.harmless(part.text))», "
            let what =
                switch part.kind {
                case .family: text + language.say("la famiglia: ", "the family: ") + occurrences
                case .exact: text + language.say("la stessa forma: ", "the same form: ") + occurrences
                case .nearness: text + language.say("parole vicine", "words near each other")
                case .share: language.say("quanto ha della domanda", "how much of the question it has")
                }
            lines.append("     + \(number(part.value, 3))  \(what)")
        }
        if hit.standing.isInPlace {
            lines.append(
                language.say(
                    "     viene dal territorio nominato: prima degli altri",
                    "     from the territory named: before others"))
        }
        if hit.hasAllWords { lines.append(language.say("     ha tutte le parole", "     has all the words")) }
        return lines
    }

    func badges(_ head: EntryHead) -> [String] {
        var badges: [String] = []
        if head.isExample { badges.append(language.say("[esempio]", "[example]")) }
        if head.publication != .published { badges.append("[\(head.publication.label[language])]") }
        if head.isIncomplete { badges.append(language.say("[da completare]", "[incomplete]")) }
        return badges
    }

    func shortened(_ names: [String]) -> String {
        names.count <= 4
            ? names.joined(separator: ", ") : names.prefix(3).joined(separator: ", ") + " +\(names.count - 3)"
    }
}
