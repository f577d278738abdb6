import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import TestSupport
import Testing

@testable import PraticarioIndex

/// A base and what changed since are one index, whatever happens between the writing of the one and the other.
@Suite struct SegmentTests {
    private let base: TemporaryBase
    private let store: IndexStore
    private let files: IndexFiles
    private var recent: String { files.recent ?? "" }
    private static let questions = [
        "orto", "\"orto sociale\"", "anzian*", "-anziani", "tema:anziani", "titolo:orto", "orto territorio:puglia",
        "ortto",
    ]

    init() throws {
        base = try TemporaryBase()
        store = IndexStore(base.folder, environment: [:])
        files = IndexLocation(base.folder, environment: [:], .everything).files
        try write(0..<30)
        _ = try store.refresh(today: testDay)
    }

    private func write(_ numbers: Range<Int>, seed: Int = 3) throws {
        var sheets = GeneratedSheets(seed: seed + numbers.lowerBound)
        for number in numbers { try base.write(sheets.sheet(), to: "schede/s\(number).md") }
    }

    /// What is answered is what the files alone would give.
    private func expectAnswers(_ archive: some Archive, _ corpus: Corpus? = nil) throws {
        let linear = LinearSearcher(corpus ?? Corpus.load(base.folder, today: testDay))
        for question in Self.questions {
            #expect(try describe(archive.answer(question)) == describe(linear.answer(question)), "\(question)")
        }
        #expect(try archive.ids() == linear.ids())
    }

    @Test func `a small change leaves the base as it was, and a great one makes it anew`() throws {
        let inode = Files.stamp(files.base)?.inode
        try write(4..<6, seed: 8)
        base.remove("schede/s7.md")
        #expect(try store.refresh(today: testDay).filesRead == 2)
        #expect(Files.stamp(files.base)?.inode == inode && Files.type(of: recent) == .file)
        try expectAnswers(store.openAsItStands(today: testDay))
        // What the segment holds already is not told again.
        try write(9..<10, seed: 9)
        let report = try store.refresh(today: testDay)
        #expect(report.filesRead == 1 && report.outcome == .updated)
        #expect(try store.refresh(today: testDay).outcome == .current)
        try write(0..<30, seed: 10)
        #expect(try store.refresh(today: testDay).filesRead == 30)
        #expect(Files.stamp(files.base)?.inode != inode && Files.type(of: recent) == nil)
        try expectAnswers(store.openAsItStands(today: testDay))
    }

    @Test func `what changed back is the base alone again in every answer`() throws {
        let sheet = try Files.read(base.folder.path("schede/s3.md"))
        try write(3..<4, seed: 11)
        _ = try store.refresh(today: testDay)
        try Files.write(sheet, to: base.folder.path("schede/s3.md"))
        _ = try store.refresh(today: testDay)
        try expectAnswers(store.openAsItStands(today: testDay))
    }

    /// An update that is killed between its two steps leaves a segment beside a base to which it does not belong.
    @Test func `a recent segment counts for nothing beside another base`() throws {
        try write(1..<3, seed: 12)
        _ = try store.refresh(today: testDay)
        let old = try Files.read(recent)
        try write(2..<5, seed: 13)
        _ = try store.refresh(today: testDay, fromNothing: true)
        #expect(Files.type(of: recent) == nil)
        try Files.write(old, to: recent)
        try expectAnswers(store.openAsItStands(today: testDay))
        #expect(try store.refresh(today: testDay).outcome == .current)
    }

    @Test(arguments: [0, 1, 4_000, 30_000])
    func `a recent segment that is damaged is made anew`(length: Int) throws {
        try write(1..<3, seed: 14)
        _ = try store.refresh(today: testDay)
        try Files.write(Array(Files.read(recent).prefix(length)), to: recent)
        try expectAnswers(store.open(today: testDay).archive)
        #expect(try store.refresh(today: testDay).outcome == .current)
    }

    @Test func `a reader keeps both files that it opened`() throws {
        try write(1..<3, seed: 15)
        _ = try store.refresh(today: testDay)
        let corpus = Corpus.load(base.folder, today: testDay)
        let searcher = try store.openAsItStands(today: testDay)
        try write(2..<4, seed: 16)
        _ = try store.refresh(today: testDay)
        try expectAnswers(searcher, corpus)
        _ = try store.refresh(today: testDay, fromNothing: true)
        try expectAnswers(searcher, corpus)
        try expectAnswers(store.openAsItStands(today: testDay))
    }

    @Test func `a sheet that waited behind another with its id comes in from the base`() throws {
        try base.write("---\nid: uno\ntitolo: Primo orto\ntipo: idea\n---\n", to: "schede/a-primo.md")
        try base.write("id;Titolo;Tipo\nuno;Secondo orto;idea\ndue;Orto accanto;idea\n", to: "tabelle/t.csv")
        try base.write("colonne:\n  id: id\n  Titolo: titolo\n  Tipo: tipo\n", to: "tabelle/t.yaml")
        _ = try store.refresh(today: testDay, fromNothing: true)
        base.remove("schede/a-primo.md")
        _ = try store.refresh(today: testDay)
        #expect(Files.type(of: recent) == .file)
        let searcher = try store.openAsItStands(today: testDay)
        #expect(try searcher.heads(["uno", "due"]).map(\.title) == ["Secondo orto", "Orto accanto"])
        try expectAnswers(searcher)
        #expect(try store.refresh(today: testDay).outcome == .current)
    }

    @Test func `readers find one state or the next while updates go on`() async throws {
        let before = try store.openAsItStands(today: testDay).ids().count
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (store, folder, files) = (store, base.folder, files)
            group.addTask {
                for number in 0..<40 {
                    try Files.write(
                        Array("---\ntitolo: Orto \(number)\ntipo: idea\n---\n".utf8),
                        to: folder.path("schede/n\(number % 5).md"))
                    _ = try store.refresh(today: testDay, fromNothing: number % 8 == 7)
                }
            }
            for _ in 0..<2 {
                group.addTask {
                    for _ in 0..<60 {
                        let searcher = try IndexSearcher(files)
                        #expect(try (before...(before + 5)).contains(searcher.ids().count))
                        #expect(try !searcher.answer("orto").hits.isEmpty)
                    }
                }
            }
            try await group.waitForAll()
        }
        try expectAnswers(store.openAsItStands(today: testDay))
    }
}
