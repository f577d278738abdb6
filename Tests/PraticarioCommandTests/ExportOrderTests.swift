import Foundation
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// An export holds the sheets in the order of the answer, whatever its format.
@Suite struct ExportOrderTests {
    private let base: TemporaryBase
    private var folder: URL { URL(filePath: base.folder.root) }

    /// The more often the word, the better the answer: neither the order of the ids nor that of the titles.
    private static let answer = ["uno", "zeta", "alfa"]

    init() throws {
        base = try TemporaryBase()
        for (id, count) in zip(Self.answer, [9, 4, 1]) {
            try base.write(
                """
                ---
                titolo: Titolo di \(id)
                tipo: pratica
                pubblicazione: pubblicata
                licenza: CC0-1.0
                temi: [sport]
                territori: [Roma]
                ---
                \(Array(repeating: "palestra", count: count).joined(separator: " ")) \
                \(Array(repeating: "altro", count: 10 - count).joined(separator: " ")).

                """, to: "schede/\(id).md")
        }
    }

    private func written(_ file: String, as format: String) throws -> String {
        let result = try Program.run(
            ["export", "palestra", "--format", format, "--output", "uscita"], in: folder)
        #expect(result.status == 0, "\(result.text)")
        defer { try? FileManager.default.removeItem(at: folder.appending(path: "uscita")) }
        let path = folder.appending(path: "uscita" + (file.isEmpty ? "" : "/" + file))
        return try String(contentsOf: path, encoding: .utf8)
    }

    /// In the order in which they stand first.
    private func order(_ text: String) -> [String] {
        Self.answer.compactMap { id in text.range(of: "Titolo di \(id)").map { (id, $0.lowerBound) } }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }

    @Test func `a list of ids has the order of the answer`() throws {
        let result = try Program.run(["search", "palestra", "--format", "ids"], in: folder)
        #expect(result.text == Self.answer.map { $0 + "\n" }.joined())
    }

    @Test(arguments: ["csv", "jsonl"])
    func `a list of sheets has the order of the answer`(format: String) throws {
        let text = try Program.run(["search", "palestra", "--format", format], in: folder).text
        #expect(order(text) == Self.answer)
    }

    @Test(arguments: [
        ("markdown", "", "## Indice"), ("html", "", "<main"), ("csv", "", ""), ("json", "", "\"sheets\":["),
        ("jsonl", "", ""),
        ("jsonld", "", "CreativeWork"), ("page", "", "<noscript>"), ("page", "", "\"sheets\":["),
        ("site", "index.html", "class=\"cards\""), ("site", "temi/sport.html", "class=\"cards\""),
        ("site", "cerca.html", "\"sheets\":["),
    ])
    func `an export has the order of the answer`(format: String, file: String, after: String) throws {
        let text = try written(file, as: format)
        let start = after.isEmpty ? text.startIndex : try #require(text.range(of: after)?.upperBound)
        #expect(order(String(text[start...])) == Self.answer)
    }
}
