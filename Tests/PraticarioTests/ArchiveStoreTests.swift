import Foundation
import Praticario
import PraticarioCorpus
import PraticarioIndex
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem
import Synchronization
import TestSupport
import Testing

/// A knowledge base over any archive: the index, or what looks at every sheet.
@Suite struct ArchiveStoreTests {
    private let base: TemporaryBase

    init() throws {
        base = try TemporaryBase()
        var sheets = GeneratedSheets(seed: 11)
        for number in 0..<30 { try base.write(sheets.sheet(), to: "schede/s\(number).md") }
        try base.write(
            "---\ntitolo: Scelte\n---\n- [Uno](scheda:s1) — Prima.\n\n```ricerca limite=3\norto\n```\n",
            to: "raccolte/scelte.md")
    }

    private func both() throws -> [KnowledgeBase] {
        [
            try KnowledgeBase(base.folder, LinearStore(base.folder)),
            try KnowledgeBase(base.folder, IndexStore(base.folder, environment: [:])),
        ]
    }

    @Test func `two engines make one knowledge base`() async throws {
        let bases = try both()
        var request = SearchRequest(limit: nil)
        request.wantsEntries = true
        for question in ["orto sociale", "raccolta:scelte", "anziani foggia", "tema:sport tipo:soluzione", "ortoo"] {
            let results = try bases.map { try $0.search(question, request) }
            #expect(results[0] == results[1], "\(question)")
            let coded = try JSONDecoder().decode(SearchResults.self, from: JSONEncoder().encode(results[0]))
            #expect(coded == results[0])
        }
        var answers: [[String]] = []
        for knowledgeBase in bases {
            var own: [String] = []
            let collection = try knowledgeBase.existingCollection("scelte")
            own.append("\(try knowledgeBase.contents(of: collection))")
            own.append("\(try knowledgeBase.review())")
            let ids = try knowledgeBase.ids()
            own.append("\(try ids.map { try knowledgeBase.snapshot().entries(relatedTo: $0).map(\.id) })")
            own.append("\(try knowledgeBase.diagnostics())")
            own.append("\(try knowledgeBase.counts(of: .territory).sorted { $0.key < $1.key })")
            var lines = ""
            _ = try knowledgeBase.export(.search("orto"), as: .jsonl, to: &lines, includingDrafts: true)
            own.append(lines)
            answers.append(own)
        }
        for (linear, index) in zip(answers[0], answers[1]) { #expect(linear == index) }
        #expect(answers[0].allSatisfy { $0.count > 2 })
    }

    @Test func `where nothing changed the archive that stands goes on answering`() throws {
        let knowledgeBase = try KnowledgeBase(base.folder, IndexStore(base.folder, environment: [:]))
        let before = knowledgeBase.snapshot().archive as AnyObject
        try knowledgeBase.refresh()
        #expect(knowledgeBase.snapshot().archive as AnyObject === before)
        try base.write("---\ntitolo: Nuova\ntipo: idea\n---\n", to: "schede/nuova.md")
        try knowledgeBase.refresh()
        #expect(knowledgeBase.snapshot().archive as AnyObject !== before)
        #expect(try knowledgeBase.ids().contains("nuova"))
        // One that is asked for anew is another one.
        let edition = knowledgeBase.snapshot().edition
        try knowledgeBase.refresh(fromNothing: true)
        #expect(knowledgeBase.snapshot().edition != edition)
    }

    @Test func `what is not published is in no count, no suggestion and no text of an archive of what is`() throws {
        try base.write(
            "---\ntitolo: Orto ippopotamo\ntipo: idea\nterritori: Bari\n---\n## Cosa\n\nGiraffe.\n",
            to: "schede/bozza.md")
        try base.write(
            """
            ---
            titolo: Orto in vista
            tipo: pratica
            territori: Bari
            pubblicazione: pubblicata
            collegate:
              simile_a: [bozza]
            ---
            ## Che cosa si fa

            Si zappa.

            ## Note interne

            Zanzibar.

            """, to: "schede/pubblica.md")
        let archives = [
            try KnowledgeBase(base.folder, LinearStore(base.folder, scope: .published)),
            try KnowledgeBase(base.folder, IndexStore(base.folder, environment: [:], scope: .published)),
        ]
        let everything = try both()[1]
        for question in ["orto", "", "ippopotamo", "ippopotammo", "giraffe", "zanzibar", "tema:sport", "foggia orto"] {
            var request = SearchRequest(limit: nil)
            request.wantsEntries = true
            let results = try archives.map { try $0.search(question, request) }
            #expect(results[0] == results[1], "\(question)")
            #expect(results[0].hits.allSatisfy { $0.head.publication == .published })
            let published = try everything.search(question, request).hits.filter { $0.head.publication == .published }
            #expect(results[0].hits.count <= published.count)
        }
        for archive in archives {
            let snapshot = archive.snapshot()
            #expect(try snapshot.entry("bozza") == nil)
            let entry = try #require(try snapshot.entry("pubblica"))
            #expect(!entry.body.contains("Zanzibar") && entry.sections.allSatisfy { !$0.text.contains("Zanzibar") })
            #expect(entry.relations.isEmpty)
            #expect(try snapshot.search("zanzibar").total == 0 && snapshot.search("ippopotamo").total == 0)
            #expect(try snapshot.search("ippopotammo").query.corrections.isEmpty)
            #expect(try snapshot.similar(to: "pubblica").allSatisfy { $0.head.publication == .published })
        }
        // The other way round nothing changes: each archive has a file of its own.
        #expect(try everything.snapshot().entry("pubblica")?.relations.count == 1)
        #expect(try everything.search("ippopotamo").total == 1 && everything.search("zanzibar").total == 1)
    }

    @Test func `a sheet that is taken back leaves the archive of what is published`() throws {
        let text = "---\ntitolo: Ippopotamo\ntipo: idea\nterritori: Bari\npubblicazione: pubblicata\n---\n"
        try base.write(text, to: "schede/nuova.md")
        let knowledgeBase = try KnowledgeBase(
            base.folder, IndexStore(base.folder, environment: [:], scope: .published))
        #expect(try knowledgeBase.search("ippopotamo").total == 1)
        try base.write(text.replacing("pubblicata", with: "bozza"), to: "schede/nuova.md")
        try knowledgeBase.refresh()
        #expect(try knowledgeBase.search("ippopotamo").total == 0)
        #expect(try knowledgeBase.snapshot().entry("nuova") == nil)
        try base.write(text, to: "schede/nuova.md")
        try knowledgeBase.refresh()
        #expect(try knowledgeBase.search("ippopotamo").total == 1)
    }

    @Test func `a snapshot stays as it is while the knowledge base goes on`() throws {
        for knowledgeBase in try both() {
            let before = knowledgeBase.snapshot()
            let ids = try before.ids()
            try base.write("---\ntitolo: Nuova\ntipo: idea\n---\n", to: "schede/nuova.md")
            try knowledgeBase.refresh()
            #expect(try before.ids() == ids)
            #expect(try before.search("titolo:nuova").total == 0)
            #expect(try knowledgeBase.search("titolo:nuova").total == 1)
            base.remove("schede/nuova.md")
            try knowledgeBase.refresh()
        }
    }

    @Test func `a refresh that changed something is told, and the telling ends with the knowledge base`() async throws {
        for (changes, sheets) in try changesOfKnowledgeBasesThatAreGone() {
            var told: [Int] = []
            for await report in changes { told.append(report.sheets) }
            #expect(told == sheets)
        }
    }

    /// With the numbers of sheets that should be told. The streams have ended, so that what is not told is missing and not
    /// waited for.
    private func changesOfKnowledgeBasesThatAreGone() throws -> [(AsyncStream<IndexReport>, [Int])] {
        try both().map { knowledgeBase in
            let changes = knowledgeBase.changes()
            let count = try knowledgeBase.snapshot().ids().count
            try knowledgeBase.refresh()
            try base.write("---\ntitolo: Nuova\ntipo: idea\n---\n", to: "schede/nuova.md")
            try knowledgeBase.refresh()
            base.remove("schede/nuova.md")
            try knowledgeBase.refresh()
            return (changes, [count + 1, count])
        }
    }

    @Test func `what another process took into the index is told, too`() async throws {
        let (changes, sheets) = try changesMadeByOthers()
        var told: [Int] = []
        for await report in changes { told.append(report.sheets) }
        #expect(told == sheets)
    }

    private func changesMadeByOthers() throws -> (AsyncStream<IndexReport>, [Int]) {
        let (one, other) = (try both()[1], try both()[1])
        let changes = one.changes()
        let count = try one.snapshot().ids().count
        try base.write("---\ntitolo: Nuova\ntipo: idea\n---\n", to: "schede/nuova.md")
        try other.refresh()
        #expect(try one.refresh().outcome == .current)
        try one.refresh()
        return (changes, [count + 1])
    }

    @Test func `many threads search at once, and each has the whole answer`() async throws {
        let knowledgeBase = try both()[1]
        let expected = try knowledgeBase.search("orto sociale", SearchRequest(limit: nil))
        try await withThrowingTaskGroup(of: SearchResults.self) { group in
            for number in 0..<40 {
                group.addTask {
                    if number == 20 {
                        try await knowledgeBase.read { _ in _ = try knowledgeBase.refresh(fromNothing: true) }
                    }
                    return try await knowledgeBase.read { try $0.search("orto sociale", SearchRequest(limit: nil)) }
                }
            }
            for try await results in group { #expect(results == expected) }
        }
    }

    @Test func `a reader that is cancelled stops reading`() async throws {
        let knowledgeBase = try both()[1]
        let started = Mutex(false)
        let task = Task {
            try await knowledgeBase.read { snapshot in
                while true {
                    _ = try snapshot.search("orto")
                    started.withLock { $0 = true }
                }
            } as Void
        }
        while !started.withLock({ $0 }) { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `a damaged archive is made anew once, and nothing else makes it anew`() throws {
        let store = LinearStore(base.folder)
        let knowledgeBase = try KnowledgeBase(base.folder, store)
        #expect(store.made == 1)
        var asked = 0
        let answer = try knowledgeBase.answering { snapshot in
            asked += 1
            if asked == 1 { throw ArchiveProblem.damaged }
            return try snapshot.ids().count
        }
        #expect(answer > 0 && asked == 2 && store.made == 2)
        #expect(throws: ArchiveProblem.self) { try knowledgeBase.answering { _ in throw ArchiveProblem.damaged } }
        #expect(store.made == 3)
        #expect(throws: FileProblem.self) {
            try knowledgeBase.answering { _ in throw FileProblem(path: "disco", reason: "pieno") }
        }
        #expect(store.made == 3)
    }

    @Test func `what is not asked for is not made`() throws {
        for knowledgeBase in try both() {
            let heads = try knowledgeBase.search("orto foggia", .allHeads)
            #expect(heads.hits.count == heads.total && heads.facets.isEmpty && heads.offered.isEmpty)
            #expect(heads.hits.allSatisfy { $0.snippet.isEmpty && $0.entry == nil && $0.explanation.isEmpty })
            let counts = try knowledgeBase.search("orto", .counts(of: [.kind, .year]))
            #expect(counts.hits.isEmpty && Set(counts.facets.keys) == [.kind, .year] && counts.total > 0)
        }
    }

    @Test func `the order that a question names holds unless the request names one`() throws {
        let knowledgeBase = try both()[1]
        let byTitle = try knowledgeBase.search("orto", limit: 50, sort: .title).hits.map(\.id)
        #expect(try knowledgeBase.search("orto ordine:titolo", limit: 50).hits.map(\.id) == byTitle)
        #expect(try knowledgeBase.search("orto ordine:data", limit: 50, sort: .title).hits.map(\.id) == byTitle)
        #expect(try knowledgeBase.search("orto", limit: 50).hits.map(\.id) != byTitle)
        var question = Question.words("orto")
        question.sort = .title
        #expect(try knowledgeBase.search(question, SearchRequest(limit: 50)).hits.map(\.id) == byTitle)
    }
}
