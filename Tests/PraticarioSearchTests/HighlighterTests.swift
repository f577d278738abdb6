import PraticarioCorpus
import PraticarioSearch
import TestSupport
import Testing

/// Snippets of texts that nobody writes.
@Suite struct HighlighterTests {
    private static let header = "---\ntitolo: Segni\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n"

    /// Marks and joined pictures make one endless character, whose end must not be looked for from each of its parts.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "\u{301}", count: 400_000),
            String(repeating: "👨\u{200D}👩\u{200D}👧\u{200D}", count: 40_000),
            String(repeating: "x", count: 1_000_000),
        ])
    func `a word without end gives a snippet with one`(word: String) throws {
        let text = Self.header + "Un orto a" + word + " e poi altro.\n"
        let file = ParsedFile(Array(text.utf8), path: "schede/a.md", SmallWorld.vocabularies)
        let corpus = Corpus(
            vocabularies: SmallWorld.vocabularies, files: [file],
            today: PartialDate(year: 2026, month: 11, day: 24)!)
        let hit = try #require(try LinearSearcher(corpus).answer("orto").hits.first)
        let snippet = hit.snippet.map(\.text).joined()
        #expect(snippet.contains("orto") && snippet.unicodeScalars.count < 1_000)
    }
}
