import Foundation
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioPublishing
import PraticarioSystem
import TestSupport
import Testing

/// What one network hands over another takes in.
@Suite struct ArchiveImportTests {
    private let theirs: TemporaryBase
    private let ours: TemporaryBase

    init() throws {
        (theirs, ours) = (try TemporaryBase(), try TemporaryBase())
        for (id, more) in [("orto", "inizio: 2014 circa\n"), ("teatro", "collegate:\n  deriva_da: [orto]\n")] {
            try theirs.write(
                "---\ntitolo: \(id)\ntipo: pratica\nterritori: Foggia\ntemi: sport\n\(more)licenza: CC-BY-4.0\npermesso: {da: Ente}\npubblicazione: pubblicata\n---\n## Che cosa si fa\n\nSi lavora.\n\n## Note interne\n\nSegreto.\n",
                to: "schede/\(id).md")
        }
        try theirs.write("---\ntitolo: Orti\nlicenza: CC-BY-4.0\n---\n- [Orto](scheda:orto)\n", to: "raccolte/orti.md")
    }

    private func open(_ base: TemporaryBase) throws -> KnowledgeBase {
        try KnowledgeBase.open(base.folder.root, environment: [:])
    }

    private func handedOver(_ name: String) async throws -> String {
        let path = theirs.folder.path(name)
        let base = try open(theirs)
        try await base.export(.collection(base.existingCollection("orti")), as: .bundle, to: path)
        return path
    }

    @Test(arguments: ["consegna", "consegna.zip"])
    func `a bundle, packed or not, comes in as drafts that say the same`(name: String) async throws {
        let path = try await handedOver(name)
        let base = try open(ours)
        let plan = try base.importArchive(path, isDryRun: true)
        #expect(plan.sheets == ["orto"] && plan.collections == ["orti"])
        #expect(try base.ids() == [])
        let found = try base.importArchive(path)
        #expect(found.sheets == plan.sheets && found.collections == plan.collections && found.illegible == [])
        var taken = try #require(try base.entry("orto"))
        #expect(taken.publication == .draft && taken.permission?.by == "Ente")
        var given = try #require(try open(theirs).entry("orto"))
        #expect(taken.start?.written == "2014 circa" && taken.start == given.start)
        given.publication = .draft
        (taken.body, given.body) = ("", "")
        (taken.sections, given.sections) = ([], [])
        (taken.origin, taken.isIncomplete) = (given.origin, given.isIncomplete)
        #expect(taken == given)
        #expect(!(try Files.read(ours.folder.path("schede/orto.md"))).isEmpty)
        #expect(base.collections().map(\.id) == ["orti"])
        let again = try base.importArchive(path)
        #expect(again.sheets == [] && again.collections == [] && again.present == ["orto", "orti"])
        _ = try EditJournal(ours.folder).undo()
        #expect(Files.type(of: ours.folder.path("schede/orto.md")) == nil)
    }

    @Test func `an archive in the place of a table is told from one that is none`() async throws {
        let path = try await handedOver("consegna.zip")
        let base = try open(ours)
        await #expect(throws: ImportProblem.otherArchive(path)) { try await base.importSpreadsheet(path) }
    }

    @Test func `an archive that unfolds to more than there is room for is refused whole`() async throws {
        let path = try await handedOver("consegna.zip")
        let base = try open(ours)
        #expect(throws: ImportProblem.damaged(path)) {
            try base.importArchive(path, isDryRun: false, sizeLimit: 100)
        }
        #expect(Files.type(of: ours.folder.path("schede/orto.md")) == nil)
    }

    @Test func `what is no archive is told`() throws {
        let base = try open(ours)
        try ours.write("PK", to: "finto.zip")
        #expect(throws: ImportProblem.noArchive(ours.folder.path("finto.zip"))) {
            try base.importArchive(ours.folder.path("finto.zip"))
        }
        #expect(throws: ImportProblem.noArchive(ours.folder.path("vocabolari"))) {
            try base.importArchive(ours.folder.path("vocabolari"))
        }
    }
}
