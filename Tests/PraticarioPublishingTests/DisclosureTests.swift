import Praticario
import PraticarioSystem
import Testing

@testable import PraticarioCorpus
@testable import PraticarioPublishing
import PraticarioSearch

/// What may leave the house, and to whom.
@Suite struct DisclosureTests {
    private static func head(_ publication: Publication, example: Bool = false, licence: String?) -> EntryHead {
        var entry = Entry(id: "x", kind: .practice, title: "X", origin: Origin(path: "schede/x.md"))
        entry.publication = publication
        entry.isExample = example
        entry.licence = licence
        return EntryHead(entry)
    }

    private typealias Reason = KnowledgeBase.LeftOut.Reason

    @Test(
        arguments: [
            // Published, with an open licence: to everybody.
            (head(.published, licence: "CC-BY-4.0"), nil, nil, nil),
            (head(.published, licence: "CC BY-NC 4.0"), nil, nil, Reason.closedLicence),
            (head(.published, licence: "una licenza mia"), nil, nil, .closedLicence),
            (head(.published, licence: nil), nil, .noLicence, .noLicence),
            (head(.published, example: true, licence: "CC0-1.0"), nil, .example, .example),
            (head(.draft, licence: "CC0-1.0"), .unpublished, .unpublished, .unpublished),
            (head(.inReview, licence: nil), .unpublished, .unpublished, .unpublished),
            (head(.archived, example: true, licence: nil), .unpublished, .unpublished, .unpublished),
        ]
            as [(
                EntryHead, KnowledgeBase.LeftOut.Reason?, KnowledgeBase.LeftOut.Reason?, KnowledgeBase.LeftOut.Reason?
            )])
    func `a sheet leaves for whom it may`(
        head: EntryHead, readers: KnowledgeBase.LeftOut.Reason?, anyone: KnowledgeBase.LeftOut.Reason?,
        openData: KnowledgeBase.LeftOut.Reason?
    ) {
        for (audience, reason) in [(Audience.readers, readers), (.anyone, anyone), (.openData, openData)] {
            #expect(Disclosure(audience: audience, includesDrafts: false).reason(toKeep: head) == reason)
        }
        #expect(Disclosure(audience: .readers, includesDrafts: true).reason(toKeep: head) == nil)
        #expect(Disclosure(audience: .anyone, includesDrafts: true).reason(toKeep: head) == anyone)
        #expect(Disclosure(audience: .openData, includesDrafts: true).reason(toKeep: head) == openData)
    }

    @Test func `what is made to be published goes to anyone, data to be used again need an open licence`() {
        let audiences = Dictionary(grouping: ExportFormat.allCases, by: \.audience)
        #expect(audiences[.anyone] == [.site, .bundle])
        #expect(audiences[.openData] == [.jsonld, .dcat])
    }

    @Test func `a sheet leaves without internal notes, relations that lead nowhere, and what is to be completed`() {
        var entry = Entry(id: "x", kind: .practice, title: "X", origin: Origin(path: "schede/x.md"))
        entry.body = "Aperto.\n\n## Note interne\n\nChiuso.\n"
        entry.sections = [
            EntrySection(title: "", line: 1, text: "Aperto."),
            EntrySection(title: "Note interne", line: 3, text: "Chiuso."),
        ]
        entry.relations = [Relation(kind: .answers, target: "y"), Relation(kind: .answers, target: "z")]
        entry.isIncomplete = true
        let data = Disclosure.data(entry)
        #expect(data.body == "Aperto.\n" && data.sections.map(\.text) == ["Aperto."])
        let document = Disclosure.document(entry) { $0 == "y" }
        #expect(document.relations.map(\.target) == ["y"] && !document.isIncomplete)
    }

    @Test(arguments: ["schede", "schede/x.csv", "tabelle/x.csv", "raccolte/x.md", "vocabolari", "praticario.yaml"])
    func `nothing is written where the knowledge base has its own files`(path: String) {
        let folder = KnowledgeBaseFolder(root: "/tmp/archivio")
        #expect(throws: ExportProblem.self) { try Disclosure.keepOut(folder.path(path), of: folder) }
    }

    @Test(arguments: ["schede2", "schede2/x.csv", "praticario.yaml.md", "esportazioni/schede", "sito"])
    func `beside them there is room`(path: String) {
        let folder = KnowledgeBaseFolder(root: "/tmp/archivio")
        #expect(throws: Never.self) { try Disclosure.keepOut(folder.path(path), of: folder) }
    }
}
