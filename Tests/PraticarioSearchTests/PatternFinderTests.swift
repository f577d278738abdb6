import ItalianText
import Testing

@testable import PraticarioSearch

/// What is marked in texts is what `TermText` finds, looking at each word.
@Suite struct PatternFinderTests {
    private static let texts = [
        "Gli orti sociali dell’antica scuola: un orto, due orti.", "L'anti-mafia sociale e l’antimafia; anti mafia.",
        "città citta CITTÀ", "", "Un doposcuola e il dopo-scuola di quartiere", "orto", "R&S e c/o 50+",
    ]

    private static let terms: [QueryTerm] = {
        func stem(_ word: String) -> String { TextAnalyzer.italian.words(in: word).last?.stem ?? word }
        var inTitle = QueryTerm(text: "titolo:orto", pattern: TermPattern([stem("orto")]))
        inTitle.inTitle = true
        return [
            QueryTerm(
                text: "orti", pattern: TermPattern([stem("orti")]), exactPattern: TermPattern(["\u{E000}orti"])),
            QueryTerm(text: "orti sociali", pattern: TermPattern([stem("orti"), stem("sociali")])),
            QueryTerm(text: "cit*", pattern: TermPattern(["\u{E000}cit"], isPrefix: true)),
            QueryTerm(text: "un or*", pattern: TermPattern(["\u{E000}un", "\u{E000}or"], isPrefix: true)),
            QueryTerm(text: "antimafia", pattern: TermPattern([stem("antimafia")])),
            QueryTerm(text: "doposcuola", pattern: TermPattern([stem("doposcuola")])), inTitle,
            QueryTerm(text: "di", pattern: TermPattern(["\u{E000}di"])),
        ]
    }()

    @Test(arguments: texts) func `the same words are found, for the same terms`(text: String) {
        let words = TermText(text, .italian)
        for terms in [Self.terms, Array(Self.terms.reversed())] + Self.terms.map({ [$0] }) {
            var expected: [Int: Int] = [:]
            for (index, term) in terms.enumerated() where !term.inTitle {
                for pattern in term.patterns {
                    for start in words.occurrences(of: pattern) {
                        let isClosed = pattern.terms.count == 1 && words.words[start].closedStem == pattern.terms[0]
                        let length = isClosed ? words.words[start].joined : pattern.terms.count
                        for word in start..<(start + length) { expected[word] = min(expected[word] ?? index, index) }
                    }
                }
            }
            let found = PatternFinder(terms, .italian).words(in: text)
            #expect(
                found.map { "\($0.range) \($0.term)" }
                    == expected.sorted { $0.key < $1.key }.map { "\(words.words[$0.key].range) \($0.value)" })
        }
    }
}
