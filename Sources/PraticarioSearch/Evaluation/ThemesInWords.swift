import ItalianText
package import PraticarioCorpus
import PraticarioSystem

/// Themes that a question names by several words, in those that people use every day too: `lasciare l'appartamento`.
///
/// Said side by side they mean the theme, while each of them stands in sheets about something else. So the label of the theme,
/// which all its sheets have, counts as one more word.
package enum ThemesInWords {
    /// The question with the labels of such themes.
    package static func adding(to query: ResolvedQuery, _ vocabularies: Vocabularies) -> ResolvedQuery {
        var query = query
        let scheme = vocabularies.themes
        for position in positions(in: query, scheme) {
            query.addBroader(label: scheme.concepts[position].prefLabel.it, vocabularies.analyzer)
        }
        return query
    }

    private static func positions(in query: ResolvedQuery, _ scheme: ConceptScheme) -> [Int] {
        let stems = query.terms.filter { $0.territories.isEmpty && !$0.inTitle && !$0.pattern.isPrefix }
            .flatMap(\.pattern.terms)
        // A label with but one word that is no stop word is meant only where all of it was typed: `da mangiare`.
        let typed = query.understood.recognized
            .filter { $0.facet == .theme && $0.text.contains(where: \.isWhitespace) }
            .flatMap(\.keys).compactMap(scheme.position)
        return Set(scheme.positions(withLabelIn: stems) + typed).sorted()
    }
}

extension ResolvedQuery {
    /// The words of a theme's label as one term that nobody typed: every sheet of the theme, and of those below it, has them
    /// among its words.
    mutating func addBroader(label: String, _ analyzer: TextAnalyzer) {
        let pattern = TermPattern(analyzer.words(in: label).map { $0.stem ?? $0.exact })
        guard !pattern.terms.isEmpty, terms.count < Question.wordLimit,
            !terms.contains(where: { $0.pattern == pattern })
        else { return }
        var term = QueryTerm(text: label, pattern: pattern)
        term.role = .broader
        terms.append(term)
    }
}
