import ItalianText
package import PraticarioCorpus
import PraticarioSystem

/// A sheet as the texts that are searched.
extension Entry {
    package func texts(in field: TextField, _ vocabularies: Vocabularies) -> [String] {
        switch field {
        case .title: [title]
        case .summary: words(in: .summary).map(withoutExampleMark)
        case .labels: vocabularies.labels(themes: themes, targetGroups: targetGroups, territories: territories)
        case .names: words(in: .names)
        case .details: words(in: .details) + ownHeadings
        case .body: sections.map(\.text).filter { !$0.isEmpty }
        }
    }

    /// Without a first sentence that says no more than that the sheet is an example: a mark shows it, and what is said of
    /// every example is no word of this one.
    private func withoutExampleMark(_ text: String) -> String {
        guard isExample, let end = text.firstIndex(where: { ".!:".contains($0) }) else { return text }
        let words = text[..<end].split { !$0.isLetter }.map { TextKey.folded(String($0)) }
        guard !words.isEmpty, words.allSatisfy(Self.exampleWords.contains) else { return text }
        return String(text[text.index(after: end)...].drop(while: \.isWhitespace))
    }

    private static let exampleWords: Set<String> = [
        "esempio", "scheda", "pratica", "idea", "inventato", "inventata", "example", "sheet", "an", "invented",
    ]

    /// Those that are not the same in all sheets.
    private var ownHeadings: [String] {
        sections.map(\.title).filter { StandardSection(named: $0) == nil && !$0.isEmpty }
    }
}
