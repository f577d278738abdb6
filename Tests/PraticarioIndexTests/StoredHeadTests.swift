import Foundation
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import Testing

@testable import PraticarioIndex

/// What lists show of documents, as the index keeps it.
@Suite struct StoredHeadTests {
    private static let heads: [SearchDocument.Head] = [
        .sheet(
            EntryHead(
                id: "orto", kind: .practice, title: "Orto «di» tutti\u{1F}\n", summary: "", publication: .draft,
                isExample: true, isIncomplete: false, themes: ["ambiente", "è"], territories: ["072006"],
                organization: "Ente", licence: "CC0-1.0",
                origin: Origin(path: "schede/elenco.csv", row: 300, line: 7, before: 2))),
        .sheet(
            EntryHead(
                id: "b", kind: .idea, title: String(repeating: "a", count: 300), summary: nil, publication: .published,
                isExample: false, isIncomplete: true, themes: [], territories: [], organization: nil, licence: nil,
                origin: Origin(path: "b.md"))),
        .other(
            DocumentHead(
                id: "c", kind: LocalizedText(it: "Incontro", en: "Meeting"), title: "Primo", summary: nil,
                date: PartialDate(year: 2026, month: 3, day: 1), isExample: false, origin: Origin(path: "c.md", line: 4)
            )),
    ]

    @Test(arguments: heads)
    func `a head comes back as it was`(head: SearchDocument.Head) throws {
        #expect(try StoredHead.decode(Data(StoredHead.encode(head))) == head)
    }

    @Test(arguments: heads)
    func `whatever part of a head is missing, it is damage`(head: SearchDocument.Head) {
        let bytes = StoredHead.encode(head)
        for count in 0..<bytes.count {
            #expect(throws: ArchiveProblem.self) { try StoredHead.decode(Data(bytes.prefix(count))) }
        }
    }
}
