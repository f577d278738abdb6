import Foundation
import Praticario
import Testing
import PraticarioCorpus
import PraticarioSearch
import PraticarioPublishing
import PraticarioSystem

/// Collections and exports as users of the library see them, on the real corpus.
@Suite struct CollectionsTests {
    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Copies of the corpus: the first only read; in the second each test has collections of its own.
    private static let (corpus, edited) = (Result { try copy() }, Result { try copy() })

    private static func copy() throws -> KnowledgeBase {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-corpus-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: repository.appending(path: "corpus"), to: folder)
        return try KnowledgeBase.open(folder.path())
    }

    private let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
    private let base: KnowledgeBase

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        base = try Self.corpus.get()
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path() }

    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

    @Test func `the collections of the corpus are right, and none is thin`() throws {
        let collections = base.collections()
        #expect(collections.count >= 5)
        for collection in collections {
            #expect(collection.entries.count >= 4, "\(collection.id)")
            #expect(try base.contents(of: collection).count > collection.entries.count, "\(collection.id)")
        }
        #expect(try base.diagnostics().filter { $0.path?.hasPrefix("raccolte/") == true } == [])
    }

    @Test func `what is wrong with a collection is told at its place`() throws {
        let base = try Self.edited.get()
        let text =
            "---\ntitolo: Rotta\n---\n- [x](scheda:baskin-cremoma)\n\nVedi [y](scheda:non-ce).\n\n```ricerca\ntema:xyzzy\n```\n"
        try Data(text.utf8).write(to: URL(filePath: base.folder.path("raccolte/rotta.md")))
        let problems = try base.diagnostics().filter { $0.path == "raccolte/rotta.md" }
        #expect(problems.map(\.code) == [.danglingReference, .danglingReference, .emptySearch, .unknownFilterValue])
        #expect(problems.map(\.place?.line) == [4, 6, 9, 9])
        #expect(problems[0].message.it.contains("baskin-cremona"))
        #expect(try base.contents(of: base.existingCollection("rotta")).count == 1)
    }

    @Test func `a collection filters a search, by its id or title, and can be excluded`() throws {
        let collection = try base.existingCollection("sport-e-inclusione")
        let ids = Set(collection.entries.map(\.id))
        for name in ["sport-e-inclusione", "\"Sport e inclusione\""] {
            #expect(try Set(base.search("raccolta:\(name)", limit: 50).hits.map(\.id)) == ids)
        }
        let all = try base.search("sport", limit: 100).total
        let inside = try base.search("sport raccolta:sport-e-inclusione").total
        let outside = try base.search("sport -raccolta:sport-e-inclusione", limit: 100)
        #expect(inside > 0 && inside + outside.total == all)
        #expect(ids.isDisjoint(with: outside.hits.map(\.id)))
        #expect(try base.search("raccolta:non-ce").query.diagnostics.map(\.code) == [.unknownFilterValue])
    }

    @Test func `a collection is made, filled, reordered, frozen and exported`() throws {
        let base = try Self.edited.get()
        let file = try base.newCollection("Prove di «raccolta»", curator: "Rete")
        #expect(file == "raccolte/prove-di-raccolta.md")
        let ids = try base.search("tipo:pratica", limit: 3).hits.map(\.id)
        #expect(try base.add(ids, to: "prove-di-raccolta") == ids)
        #expect(try base.add(ids, to: "prove-di-raccolta") == [])
        try base.move(ids[2], in: "prove-di-raccolta", to: .first)
        try base.remove([ids[0]], from: "prove-di-raccolta")
        #expect(try base.existingCollection("prove-di-raccolta").entries.map(\.id) == [ids[2], ids[1]])
        try base.add(search: "tema:carcere", to: "prove-di-raccolta", limit: 2)
        let before = try base.contents(of: base.existingCollection("prove-di-raccolta"))
        #expect(try base.freeze("prove-di-raccolta") == 1)
        let frozen = try base.existingCollection("prove-di-raccolta")
        #expect(frozen.searches.isEmpty && frozen.entries.count == before.count)
        #expect(throws: CollectionProblem.self) { try base.add(["non-ce"], to: "prove-di-raccolta") }
        #expect(throws: CollectionProblem.self) { try base.newCollection("Prove di raccolta") }
        #expect(throws: CollectionProblem.self) { try base.existingCollection("prove-di-racolta") }
    }

    @Test func `a search that names its own collection ends`() throws {
        let base = try Self.edited.get()
        let text = "---\ntitolo: Giro\n---\n```ricerca\nraccolta:giro\n```\n"
        try Data(text.utf8).write(to: URL(filePath: base.folder.path("raccolte/giro.md")))
        #expect(try base.search("raccolta:giro").query.diagnostics.isEmpty)
    }

    // MARK: Exports

    @Test func `what may not leave stays, and is listed with the reason`() async throws {
        let all = try base.search("", limit: 500).hits.map(\.head)
        let examples = all.filter(\.isExample).map(\.id)
        let report = try await base.export(.search(""), as: .jsonld, to: path("dati.jsonld"))
        #expect(Set(report.leftOut.filter { $0.reason == .example }.map(\.id)) == Set(examples))
        #expect(report.sheets + report.leftOut.count == all.count)
        let readers = try await base.export(.search(""), as: .jsonl, to: path("dati.jsonl"))
        #expect(readers.sheets == all.filter { $0.publication == .published }.count)
    }

    @Test func `nothing is written among the sheets`() async throws {
        let base = try Self.edited.get()
        for place in ["schede/x.csv", "tabelle/x.csv", "raccolte/x.md", "praticario.yaml", "schede"] {
            await #expect(throws: ExportProblem.self) {
                try await base.export(.search(""), as: .csv, to: base.folder.path(place))
            }
        }
        #expect(try base.refresh().outcome == .current)
    }

    @Test func `a folder that is not ours is not replaced, one of ours is`() async throws {
        try FileManager.default.createDirectory(at: folder.appending(path: "mio"), withIntermediateDirectories: true)
        try Data("caro".utf8).write(to: folder.appending(path: "mio/file.txt"))
        let sport = KnowledgeBase.ExportSource.search("tema:sport tipo:pratica")
        await #expect(throws: ExportProblem.self) { try await base.export(sport, as: .site, to: path("mio")) }
        #expect(try bytes("mio/file.txt") == Data("caro".utf8))
        for _ in 1...2 { try await base.export(sport, as: .site, to: path("sito")) }
        try await base.export(sport, as: .bundle, to: path("pacco"))
        await #expect(throws: ExportProblem.self) {
            try await base.export(sport, as: .bundle, to: path("pacco"))
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        #expect(names == ["mio", "pacco", "sito"])
    }

    @Test func `what people put into a site goes along when it is made again, and what is gone goes`() async throws {
        try await base.export(.search("tema:sport tipo:pratica"), as: .site, to: path("sito"))
        let pages = try FileManager.default.contentsOfDirectory(atPath: path("sito/schede"))
        try Data("mio.it".utf8).write(to: folder.appending(path: "sito/CNAME"))
        try FileManager.default.createDirectory(
            at: folder.appending(path: "sito/.git"), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: folder.appending(path: "sito/.git/config"))
        try Data("y".utf8).write(to: folder.appending(path: "sito/schede/mia.html"))
        try await base.export(.search("tema:carcere tipo:pratica"), as: .site, to: path("sito"))
        #expect(try bytes("sito/CNAME") == Data("mio.it".utf8) && bytes("sito/.git/config") == Data("x".utf8))
        let now = try FileManager.default.contentsOfDirectory(atPath: path("sito/schede"))
        #expect(now.contains("mia.html") && !Set(pages).isSubset(of: now))
    }

    @Test func `a link to a file stays a link, a file keeps its permissions, a device stays a device`() async throws {
        let sport = KnowledgeBase.ExportSource.search("tema:sport")
        try Data().write(to: folder.appending(path: "vero.jsonl"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("vero.jsonl"))
        try FileManager.default.createSymbolicLink(atPath: path("link.jsonl"), withDestinationPath: path("vero.jsonl"))
        try await base.export(sport, as: .jsonl, to: path("link.jsonl"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link.jsonl")) == path("vero.jsonl"))
        let attributes = try FileManager.default.attributesOfItem(atPath: path("vero.jsonl"))
        #expect(attributes[.posixPermissions] as? Int == 0o600 && attributes[.size] as? Int ?? 0 > 0)
        try await base.export(sport, as: .jsonl, to: "/dev/null")
        #expect(
            try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
                == .typeCharacterSpecial)
    }

    @Test func `only open data where that is asked for`() async throws {
        let report = try await base.export(.search(""), as: .csv, to: path("aperti.csv"), audience: .openData)
        #expect(report.leftOut.contains { $0.reason == .example })
    }

    @Test func `a bundle of the whole corpus is a knowledge base that gives the same bundle`() async throws {
        try await base.export(.search("tipo:pratica"), as: .bundle, to: path("uno"))
        let one = try KnowledgeBase.open(path("uno"))
        #expect(try one.diagnostics().filter { $0.severity == .error } == [])
        try await one.export(.search("tipo:pratica"), as: .bundle, to: path("due"))
        let files = try FileManager.default.subpathsOfDirectory(atPath: path("uno"))
        #expect(files.count > 60)
        for file in files where file.hasSuffix(".md") || file.hasSuffix(".yaml") || file.hasSuffix(".tsv") {
            #expect(try bytes("uno/" + file) == bytes("due/" + file), "\(file)")
        }
        let ids = try one.ids()
        for (before, after) in zip(try base.entries(ids), try one.entries(ids)) {
            #expect(try comparable(after) == comparable(before))
        }
    }

    /// As JSON, without what says where it stood, and what never leaves.
    private func comparable(_ entry: Entry) throws -> String {
        var entry = entry
        entry.body = SheetText.publicBody(of: entry)
        entry.sections = entry.publicSections.map { EntrySection(title: $0.title, line: 0, text: $0.text) }
        entry.isIncomplete = false
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(entry), as: UTF8.self).replacing(#/"origin":\{[^}]*\}/#, with: "")
    }

    @Test func `a collection goes along in its bundle`() async throws {
        let collection = try base.existingCollection("dal-carcere-al-lavoro")
        try await base.export(.collection(collection), as: .bundle, to: path("carcere"))
        let other = try KnowledgeBase.open(path("carcere"))
        #expect(try other.existingCollection("dal-carcere-al-lavoro").entries.map(\.id) == collection.entries.map(\.id))
        #expect(
            try bytes("carcere/raccolte/dal-carcere-al-lavoro.md")
                == Data(contentsOf: Self.repository.appending(path: "corpus/raccolte/dal-carcere-al-lavoro.md")))
    }
}
