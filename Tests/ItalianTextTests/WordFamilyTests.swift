import Foundation
import ItalianText
import Testing

/// Which words meet in a search, and which must not.
@Suite struct WordFamilyTests {
    struct Pair: CustomTestStringConvertible {
        let relation: Substring
        let a: String
        let b: String
        var testDescription: String { "\(a) \(relation) \(b)" }
    }

    static let pairs: [Pair] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/famiglie.tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t")
            guard cells.count == 3, cells[0] != "relation" else { return nil }
            return Pair(relation: cells[0], a: String(cells[1]), b: String(cells[2]))
        }
    }()

    /// A word that is asked for meets an indexed one when its stem or exact form is among that one's terms.
    private func meet(asked: String, indexed: String) -> Bool {
        guard let asked = TextAnalyzer.italian.words(in: asked).first,
            let indexed = TextAnalyzer.italian.words(in: indexed).first
        else {
            return false
        }
        let terms = [indexed.exact, indexed.stem, indexed.variantStem].compactMap { $0 }
        return terms.contains(asked.exact) || asked.stem.map(terms.contains) == true
    }

    @Test(arguments: pairs)
    func `families meet and strangers do not`(pair: Pair) {
        let shouldMeet = pair.relation == "meet"
        #expect(meet(asked: pair.a, indexed: pair.b) == shouldMeet)
        #expect(meet(asked: pair.b, indexed: pair.a) == shouldMeet)
    }

    @Test func `the table of pairs is large and goes both ways`() {
        #expect(Self.pairs.count { $0.relation == "meet" } >= 120)
        #expect(Self.pairs.count { $0.relation == "part" } >= 80)
    }

    @Test func `a word typed without accents finds the accented one`() throws {
        let words = [
            "città", "comunità", "povertà", "disabilità", "attività", "perché", "società", "età", "libertà", "caffè",
        ]
        for word in words {
            let plain = TextKey.folded(word)
            #expect(meet(asked: plain, indexed: word), "\(plain) in \(word)")
            #expect(meet(asked: word, indexed: plain), "\(word) in \(plain)")
        }
    }
}
