import Foundation
import ItalianText
import Testing

/// The index side (raw bytes) and the query side (words) are one definition.
@Suite struct TermScannerTests {
    private func terms(_ bytes: [UInt8], _ scanner: TermScanner = TermScanner(.italian)) -> [String] {
        var terms: [String] = []
        bytes.withUnsafeBufferPointer { buffer in
            scanner.scan(buffer) { term, kind, range in
                terms.append("\(kind) \(String(decoding: term, as: UTF8.self)) \(range)")
                return true
            }
        }
        return terms
    }

    private func termsOfWords(_ text: String) -> [String] {
        TextAnalyzer.italian.words(in: text).flatMap { word in
            [
                ("exact", word.exact), ("closedStem", word.closedStem), ("stem", word.stem),
                ("variantStem", word.variantStem),
            ].compactMap { kind, term in
                term.map { "\(kind) \($0) \(word.range)" }
            }
        }
    }

    @Test func `scanner and words agree on every sheet of the corpus`() throws {
        let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "corpus")
        let files =
            FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        let sheets = files.filter { $0.pathExtension == "md" }
        #expect(sheets.count > 20)
        let scanner = TermScanner(.italian)
        for sheet in sheets {
            let text = try String(contentsOf: sheet, encoding: .utf8)
            #expect(terms(Array(text.utf8), scanner) == termsOfWords(text), "\(sheet.lastPathComponent)")
            for word in TextAnalyzer.italian.words(in: text) {
                let alone = try #require(TextAnalyzer.italian.words(in: word.form).first)
                #expect(alone.exact == word.exact)
                #expect(alone.stem == word.stem)
            }
        }
    }

    @Test(arguments: 1...50)
    func `random bytes never crash, and give ranges inside the text`(seed: UInt64) {
        var state = seed
        let bytes = (0..<2_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        bytes.withUnsafeBufferPointer { buffer in
            TermScanner(.italian).scan(buffer) { term, _, range in
                #expect(!term.isEmpty)
                #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count && !range.isEmpty)
                return true
            }
        }
    }

    @Test func `a word of a million letters is cut short`() {
        let found = terms([UInt8](repeating: 0x61, count: 1_000_000))
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.utf8.count < 300 })
        #expect(terms(Array(String(repeating: "e\u{301}", count: 100_000).utf8)).count >= 1)
    }

    @Test func `scanning stops when it is told to`() {
        var count = 0
        let bytes = Array("uno due tre quattro cinque".utf8)
        bytes.withUnsafeBufferPointer { buffer in
            TermScanner(.italian).scan(buffer) { _, _, _ in
                count += 1
                return count < 3
            }
        }
        #expect(count == 3)
    }
}
