import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import Testing

/// What programs read of us: byte for byte what `JSONEncoder` writes.
struct JSONTextTests {
    private func expected(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private struct Numbers: Encodable {
        var small: Int8 = -3
        var large = UInt64.max
        var whole = 2.0
        var share = 0.1
        var tiny = 1e-9
        var huge = 1.5e300
        var single: Float = 0.3
        var nothing: Int?
        var nested: [[Int?]] = [[], [1, nil]]
        var kind = EntryKind.practice
        var theURLOfIt = true
        var year2Begins = false
    }

    private struct ByHand: Encodable {
        enum Key: String, CodingKey {
            case second, firstOfAll
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            var list = container.nestedUnkeyedContainer(forKey: .second)
            try list.encode("a")
            try list.encodeNil()
            var inner = list.nestedContainer(keyedBy: Key.self)
            try inner.encodeNil(forKey: .firstOfAll)
            var outer = container.nestedContainer(keyedBy: Key.self, forKey: .firstOfAll)
            try outer.encode([String: Int](), forKey: .second)
        }
    }

    @Test func `numbers of all sizes`() throws {
        #expect(try JSONText.of(Numbers()) == expected(Numbers()))
    }

    @Test func `what is put together by hand`() throws {
        #expect(try JSONText.of(ByHand()) == expected(ByHand()))
    }

    @Test func `keys of dictionaries stay as they are`() throws {
        let value = ["chiaveInItaliano": ["b": LocalizedText(it: "è", en: "is")], "A": [:], "è": [:], "/x\"": [:]]
        #expect(try JSONText.of(value) == expected(value))
        let byFacet = [Facet.targetGroup: 1]
        #expect(try JSONText.of(byFacet) == expected(byFacet))
    }

    @Test(arguments: [
        "", "è «così» / \\ \" 😀", "\u{0}\u{1F}\u{7F}\u{80}\u{8}\u{C}\n\r\t", "\u{2028}\"\u{338}", "e\u{301}",
    ])
    func `texts`(text: String) throws {
        #expect(try JSONText.of(text) == expected(text))
        #expect(try JSONText.of([text: [text]]) == expected([text: [text]]))
    }

    @Test func `answers`() throws {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: repository.appending(path: "corpus"), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let base = try KnowledgeBase.open(folder.path())
        for question in ["anziani soli", "tema:carcere", "xyzzy", "orti nel molise", ""] {
            let output = SearchOutput(try base.search(question), base.values, offset: 0)
            #expect(try JSONText.of(output) == expected(output))
        }
        for id in try base.ids() {
            guard let entry = try base.entry(id) else { continue }
            #expect(try JSONText.of(entry) == expected(entry))
        }
        let review = ReviewOutput(try base.review())
        #expect(try JSONText.of(review) == expected(review))
    }
}
