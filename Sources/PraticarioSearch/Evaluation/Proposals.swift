import PraticarioCorpus
import PraticarioSystem

/// Filters worth trying when nothing was found: themes and territories that look like what was typed, and have sheets.
enum Proposals {
    private static let limit = 4

    static func make(for query: ResolvedQuery, in archive: some Archive) throws -> [RecognizedValue] {
        let words = query.terms.filter { !$0.inTitle && !$0.pattern.isPrefix }.map(\.text)
        guard !words.isEmpty else { return [] }
        let values = archive.values
        let counts = try archive.search(ResolvedQuery(), .counts(of: [.theme, .territory])).facets
        let themes = Set((counts[.theme] ?? []).map(\.key))
        let territories = Set((counts[.territory] ?? []).map(\.key))
        var proposals: [RecognizedValue] = []
        func propose(_ facet: Facet, _ key: String, _ word: String) {
            guard !proposals.contains(where: { $0.keys == [key] }) else { return }
            let label = values.label(of: key, in: facet).it
            let value = label.contains(where: \.isWhitespace) ? "\"\(label)\"" : label
            let filter = "\(facet.filters[0].name(in: .italian)):\(value)"
            proposals.append(RecognizedValue(facet: facet, text: word, keys: [key], filter: filter))
        }
        let scheme = values.vocabularies.themes
        let register = values.vocabularies.territories
        for word in words {
            let labels = scheme.concepts.lazy.flatMap { [$0.prefLabel.it] + $0.altLabels }
            var positions = scheme.positions(matching: word)
            // A word that is spelled right is no slip of a label.
            let mayBeSlip = !Spelling.isRight(word, values)
            if positions.isEmpty, mayBeSlip, let near = Suggestion.nearest(to: word, among: labels) {
                positions = scheme.positions(matching: near)
            }
            for position in positions where themes.contains(scheme.concepts[position].id) {
                propose(.theme, scheme.concepts[position].id, word)
            }
            let names = register.territories.lazy.filter { territories.contains($0.code) }.flatMap {
                [$0.name] + $0.alternativeNames
            }
            if mayBeSlip, let near = Suggestion.nearest(to: word, among: names) {
                for position in register.positions(ofQueryValue: near)
                where territories.contains(register.territories[position].code) {
                    propose(.territory, register.territories[position].code, word)
                }
            }
        }
        return Array(proposals.prefix(limit))
    }
}
