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

    /// All concepts, the narrower under each of the broader.
    func tree(width: Int, _ style: Style) -> String {
        lines(from: scheme.topConcepts, width, style).joined(separator: "\n")
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
        // With several broader concepts one line tells of each and of what stands above it.
        for (index, id) in concept.broader.enumerated() {
            guard let parent = scheme.position(of: id) else { continue }
            let above = scheme.pathToTop(from: parent).reversed().map { scheme.concepts[$0].prefLabel[language] }
            if index == 0 { lines.append("") }
            lines.append((language == .english ? "Under: " : "Sotto: ") + above.joined(separator: " › "))
        }
        let below = scheme.narrower(of: position)
        if !below.isEmpty { lines += [""] + self.lines(from: below, width, style) }
        return lines.joined(separator: "\n")
    }

    /// What stands below a concept with several broader ones is listed once, where the concept comes first.
    private func lines(from positions: [Int], _ width: Int, _ style: Style) -> [String] {
        var lines: [String] = []
        var opened: Set<Int> = []
        var waiting = positions.reversed().map { (position: $0, depth: 0) }
        while let (position, depth) = waiting.popLast() {
            lines.append(line(position, depth: depth, width, style))
            guard opened.insert(position).inserted else { continue }
            waiting += scheme.narrower(of: position).reversed().map { ($0, depth + 1) }
        }
        return lines
    }

    private func line(_ position: Int, depth: Int, _ width: Int, _ style: Style) -> String {
        let concept = scheme.concepts[position]
        let label = String(repeating: "  ", count: depth) + concept.prefLabel[language]
        let number = count(concept)
        let gap = max(1, min(width, 60) - Paragraph.columns(of: label) - number.count)
        return (depth == 0 ? style.title(label) : label) + String(repeating: " ", count: gap) + number
    }

    private func count(_ concept: Concept) -> String {
        String(counts[concept.id] ?? 0)
    }
}
