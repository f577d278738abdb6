import Foundation
import Praticario
import Testing
import PraticarioSearch
import PraticarioCorpus
import PraticarioSystem

/// The library as its users see it: nothing but `import Praticario`, on the real corpus.
@Suite struct ThreeJobsTests {
    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A copy of the corpus, so that the tests leave no index in it.
    private static let corpus: String = {
        let copy = FileManager.default.temporaryDirectory.appending(path: "praticario-corpus-\(UUID().uuidString)")
        do {
            try FileManager.default.copyItem(at: repository.appending(path: "corpus"), to: copy)
        } catch {
            preconditionFailure("\(error)")
        }
        return copy.path()
    }()

    @Test func `practices are found by territory`() throws {
        let base = try KnowledgeBase.open(Self.corpus)
        let results = try base.search("territorio:lazio")
        #expect(results.total > 0)
        for hit in results.hits {
            let territories = hit.head.territories.flatMap { code in
                let register = base.vocabularies.territories
                return register.position(of: code).map(register.pathToTop)?.map { register.territories[$0].name } ?? []
            }
            #expect(territories.contains("Lazio"), "\(hit.id)")
        }
    }

    @Test func `solutions are found by theme`() throws {
        let base = try KnowledgeBase.open(Self.corpus)
        let results = try base.search("tipo:soluzione")
        #expect(results.total > 0)
        #expect(results.hits.allSatisfy { $0.head.kind == .solution && $0.head.isExample })
        #expect(try base.search("tema:carcere").total > 0)
        #expect(try !base.search("tipo:soluzione tema:anziani").offered.isEmpty)
    }

    @Test func `a selection can be taken away`() throws {
        let base = try KnowledgeBase.open(Self.corpus)
        let selection = try base.search("tema:\"giustizia e carcere\" tipo:pratica", limit: 50).hits.map(\.head)
        let json = try JSONEncoder().encode(selection)
        #expect(try JSONDecoder().decode([EntryHead].self, from: json) == selection)
        #expect(!selection.isEmpty)
    }

    @Test func `the corpus has no errors, and all regions`() throws {
        let base = try KnowledgeBase.open(Self.corpus)
        let errors = try base.diagnostics().filter { $0.severity == .error }
        #expect(errors.map { $0.text(in: .italian) } == [])
        let counted = try base.search("", limit: 0).facets[.territory]?.map(\.key) ?? []
        let regions = base.vocabularies.territories.territories.filter { $0.level == .region }
        #expect(regions.count == 20)
        for region in regions { #expect(counted.contains(region.code), "\(region.name)") }
        let real = try base.search("-tipo:soluzione -tipo:idea", limit: 1_000).hits.count { !$0.head.isExample }
        #expect(real >= 24)
    }

    @Test func `every sheet of the corpus states its source and stays unverified`() throws {
        let base = try KnowledgeBase.open(Self.corpus)
        for id in try base.ids() {
            let entry = try #require(try base.entry(id))
            #expect(entry.isExample || !entry.sources.isEmpty, "\(id)")
            #expect(entry.verification == 0, "\(id)")
            #expect([.practice, .experience].contains(entry.kind) || entry.isExample, "\(id)")
        }
    }

    @Test func `changes on disk are taken in by a refresh`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try KnowledgeBase.create(at: folder, title: "Prova: \"citazioni\" e #segni")
        let base = try KnowledgeBase.open(folder)
        #expect(base.settings.title == "Prova: \"citazioni\" e #segni")
        #expect(try base.search("").total == 0)
        let path = try KnowledgeBase.newSheet("Orto: dell'\"amicizia\"", kind: .idea, in: base.folder)
        #expect(path == "schede/orto-dell-amicizia.md")
        try base.refresh()
        #expect(try base.search("orti").hits.map(\.head.title) == ["Orto: dell'\"amicizia\""])
    }

    @Test func `many threads may open a knowledge base that has no index yet`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try KnowledgeBase.create(at: folder, title: "Prova")
        for number in 0..<20 {
            let file = URL(filePath: folder).appending(path: "schede/s\(number).md")
            try Data("---\ntitolo: Orto \(number)\ntipo: idea\n---\n".utf8).write(to: file)
        }
        let totals = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try KnowledgeBase.open(folder).search("orti").total } }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(totals == [Int](repeating: 20, count: 8))
    }

    @Test func `a folder that is no knowledge base is told`() {
        #expect(throws: KnowledgeBaseProblem.self) { try KnowledgeBase.open("/") }
    }
}
