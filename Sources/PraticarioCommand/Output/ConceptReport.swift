import Praticario
import PraticarioSystem
import PraticarioCorpus

/// Themes or target groups as a person reads them on a terminal.
struct ConceptReport {
    private let scheme: ConceptScheme
    private let counts: [String: Int]
    private let language: Language

    init(_ scheme: ConceptScheme, _ counts: [String: Int], language: Language) {
        self.scheme = scheme
        self.counts = counts
        self.language = language
    }

    /// All concepts, the narrower under the broader.
    func tree(width: Int, _ style: Style) -> String {
        scheme.topConcepts.flatMap { lines(from: $0, depth: 0, width, style) }.joined(separator: "\n")
    }

    /// One concept: what it means, its synonyms, what stands above and below it.
    func text(of position: Int, width: Int, _ style: Style) -> String {
        let concept = scheme.concepts[position]
        var lines = [style.title(concept.prefLabel[language]) + "  \(count(concept))  " + style.faint(concept.id)]
        if let note = concept.scopeNote { lines += Paragraph.lines(note, width: width, indent: 0) }
        if !concept.altLabels.isEmpty {
            let label = language == .english ? "Also: " : "Anche: "
            lines += [""] + Paragraph.lines(label + concept.altLabels.joined(separator: ", "), width: width, indent: 0)
        }
        let above = scheme.pathToTop(from: position).dropFirst().reversed().map {
            scheme.concepts[$0].prefLabel[language]
        }
        if !above.isEmpty {
            lines += ["", (language == .english ? "Under: " : "Sotto: ") + above.joined(separator: " › ")]
        }
        let below = scheme.narrower(of: position)
        if !below.isEmpty { lines += [""] + below.flatMap { self.lines(from: $0, depth: 0, width, style) } }
        return lines.joined(separator: "\n")
    }

    private func lines(from position: Int, depth: Int, _ width: Int, _ style: Style) -> [String] {
        let concept = scheme.concepts[position]
        let label = String(repeating: "  ", count: depth) + concept.prefLabel[language]
        let number = count(concept)
        let gap = max(1, min(width, 60) - Paragraph.columns(of: label) - number.count)
        let line = (depth == 0 ? style.title(label) : label) + String(repeating: " ", count: gap) + number
        return [line] + scheme.narrower(of: position).flatMap { lines(from: $0, depth: depth + 1, width, style) }
    }

    private func count(_ concept: Concept) -> String {
        String(counts[concept.id] ?? 0)
    }
}
