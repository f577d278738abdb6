import TestSupport
import Testing

@testable import PraticarioCorpus

/// Most lines of a header are plain: what YAML makes of their values need not be asked.
@Suite struct PlainLineTests {
    @Test(arguments: [
        "titolo: Orto di quartiere", "titolo: \"Sport: una cosa per tutti\"", "inizio: 2019-03-01",
        "temi: [sport, terza-eta]",
        "territori: [\"058091\", \"Castro (LE)\"]", "vuoto:", "indirizzo: via Mazzini 3/a",
    ])
    func `words, numbers, quotations and lists are plain`(line: String) {
        #expect(YAMLLine.isPlain(line[...]))
    }

    @Test(arguments: [
        "titolo: Sport: una cosa", "titolo: Orto #1", "titolo: @orto", "temi: [sport, [a]]", "temi: [sport",
        "a: \"b\" c",
        "a: \"b", "a: \"b\\\"\"", "- voce", "a: - b", "a: ,b", "a: 'b'", "url: https://example.org",
    ])
    func `what may mean something else is looked at`(line: String) {
        #expect(!YAMLLine.isPlain(line[...]))
    }

    @Test(arguments: 1...4)
    func `nothing is told of a plain line, whatever it holds`(seed: Int) {
        var random = SeededGenerator(seed)
        let pieces = [
            "a", "titolo", "B9", "è", " ", " ", ": ", ":", "\"", "\"", "[", "]", ", ", ",", "-", "- ", "_", ".", "/",
            "(", ")",
            "#", " #", "'", "*x", "&x", "\\", "\u{A0}", "?", "|", "{", "}", "\t", "~", "null", "2019-01",
        ]
        var plain = 0
        for _ in 0..<60_000 {
            let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in random.pick(pieces) }.joined()
            let line = random.chance(0.5) ? "chiave: " + text : text
            guard YAMLLine.isPlain(line[...]) else { continue }
            plain += 1
            guard let read = YAMLLine(line[...]) else { continue }
            for hasMore in [false, true] {
                let verdict = YAMLValue(read.value, isItem: read.isItem, hasMore: hasMore).verdict(["x"], ["x"])
                #expect(verdict == .fine, "\(line)")
            }
        }
        #expect(plain > 1_000)
    }
}
