import Foundation
import Praticario
import Testing
import PraticarioSearch
import PraticarioCorpus
import PraticarioSystem
import PraticarioPublishing

/// The tutorial of the library works as it is written.
@Suite struct TutorialTests {
    private static let article = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/Praticario/Praticario.docc/ThreeJobs.md")

    @Test func `what the tutorial does works`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }

        try KnowledgeBase.create(at: folder, title: "Buone pratiche della rete")
        let sheet = """
            ---
            titolo: L'orto dei nonni
            tipo: soluzione
            pubblicazione: pubblicata
            temi: [orti sociali, solitudine degli anziani]
            territori: [provincia di Foggia]
            ---
            Anziani e ragazzi coltivano insieme.
            """
        try Data(sheet.utf8).write(to: URL(filePath: folder + "/schede/orto-dei-nonni.md"))

        let base = try KnowledgeBase.open(folder)
        let inPuglia = try base.search("territorio:puglia")
        print(inPuglia.total, inPuglia.hits.map(\.head.title))
        #expect(inPuglia.hits.map(\.head.title) == ["L'orto dei nonni"])

        let named = try base.search("anziani provincia di Foggia")
        print(named.query.recognized.map(\.filter))
        #expect(named.query.recognized.map(\.filter).contains("territorio:\"provincia di Foggia\""))

        let solutions = try base.search("tipo:soluzione tema:anziani")
        for count in solutions.facets[.territory] ?? [] {
            print(base.values.label(of: count.key, in: .territory).it, count.count)
        }
        #expect(solutions.total == 1)
        #expect(solutions.facets[.territory]?.contains { $0.key == "071" && $0.count == 1 } == true)

        let mistyped = try base.search("azniani teritorio:foggia")
        print(mistyped.query.corrections, mistyped.query.diagnostics.map { $0.text(in: .italian) })
        #expect(mistyped.query.corrections.map(\.replacement) == ["anziani"])
        #expect(mistyped.query.diagnostics.map(\.code) == [.unknownFilter])

        let report = try await base.export(.search("tema:anziani"), as: .csv, to: folder + "/anziani.csv")
        print(report.sheets, report.leftOut)
        #expect(report.sheets == 1 && report.leftOut.isEmpty)

        try base.newCollection("Per gli anziani")
        try base.add(solutions.hits.map(\.id), to: "per-gli-anziani", note: "Da qui si comincia.")
        let collection = try base.existingCollection("per-gli-anziani")
        let page = try await base.export(.collection(collection), as: .html, to: folder + "/anziani.html")
        print(collection.entries.map(\.title), page.sheets)
        #expect(collection.entries.map(\.note) == ["Da qui si comincia."] && page.sheets == 1)
    }

    @Test func `every line of the tutorial is one that was tried above`() throws {
        let tried = try Set(lines(String(contentsOf: URL(filePath: #filePath), encoding: .utf8)))
        var isCode = false
        var count = 0
        for line in try lines(String(contentsOf: Self.article, encoding: .utf8)) {
            if line.hasPrefix("```") {
                isCode = line == "```swift"
            } else if isCode {
                count += 1
                #expect(tried.contains(line), "\(line)")
            }
        }
        #expect(count > 20)
    }

    private func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
