import Foundation
import PraticarioSearch
import PraticarioSystem
import TestSupport
import Testing

@testable import PraticarioCorpus
@testable import PraticarioPublishing

/// Every field is shown by every face, or stands on the list of what the face leaves out, with the reason.
@Suite struct FieldFacesTests {
    /// A way in which a sheet is shown: what it makes of a choice, and what it leaves out of one, by path.
    struct Face: Sendable, CustomTestStringConvertible {
        let name: String
        let leftOut: [String: String]
        let text: @Sendable (Choice, Edition) throws -> String

        var testDescription: String { name }

        /// Why a leaf is left out, or the field or part that it belongs to.
        func reason(_ path: String) -> String? {
            leftOut.first { path == $0.key || path.hasPrefix($0.key + ".") }?.value
        }
    }

    static let faces = [facts, table, markdown, html, page, json, lines, graph, search]

    private static func written(_ write: (inout String) throws -> Void) rethrows -> String {
        var text = ""
        try write(&text)
        return text
    }

    private static func byPath(_ fields: [FieldName: String], _ others: [String: String]) -> [String: String] {
        Dictionary(fields.map { ($0.key.rawValue, $0.value) }) { first, _ in first }.merging(others) { $1 }
    }

    // MARK: The faces

    private static let archive = "it is for those who keep the archive"
    private static let figures = "a figure's own history is in the table and in the JSON"
    /// What the facts leave out of fields that they show.
    private static let details: [String: String] = [
        "organization.runts_section": archive, "organization.tax_code": archive,
        "partners.runts_section": archive, "partners.tax_code": archive,
        "results.indicators.baseline": figures, "results.indicators.date": figures,
        "results.indicators.source": figures, "results.documented": "results that are told say it themselves",
    ]
    /// What a document says beside the facts, so that these leave it out.
    private static let beside = ["id", "title", "summary", "example", "sources", "permission"]

    private static let document = byPath(SheetFacts.leftOut, details).filter { !beside.contains($0.key) }
        .merging(["permission.date": archive]) { $1 }

    static let facts = Face(name: "facts", leftOut: byPath(SheetFacts.leftOut, details)) { choice, edition in
        try written { out in
            try choice.forEachSheet { entry, _ in
                for fact in SheetFacts(entry, edition.values, language: edition.language).facts {
                    out += "\(fact.label): \(fact.value)\n"
                }
            }
        }
    }

    static let table = Face(
        name: "table", leftOut: [:]
    ) { choice, edition in try written { try TableExport(choice, edition, .rfc4180).write(to: &$0) } }

    static let markdown = Face(name: "markdown", leftOut: document.merging(["language": "nothing reads it"]) { $1 }) {
        choice, edition in try written { try MarkdownDocument(Document(choice, edition)).write(to: &$0) }
    }

    static let html = Face(name: "html", leftOut: document.filter { $0.key != "language" }) { choice, edition in
        try written { try HTMLDocument(Document(choice, edition)).write(to: &$0) }
    }

    private static let short = "a page that is searched shows whom, not what they are: the documents have it"

    /// The words of communities, pictures and papers are searched there.
    static let page = Face(
        name: "page",
        leftOut: document.filter { !["community", "pictures", "attachments"].contains($0.key) }.merging([
            "pictures.file": short, "pictures.credit": short, "attachments.file": short,
            "organization.role": short, "organization.type": short, "organization.legal_form": short,
            "organization.url": short, "sources.accessed": short, "language": short,
        ]) { $1 }
    ) { choice, edition in try written { try SearchPage(choice, edition).write(to: &$0) } }

    static let json = Face(name: "json", leftOut: [:]) { choice, edition in
        try written { try JSONExport(choice, edition).write(to: &$0) }
    }

    static let lines = Face(name: "jsonl", leftOut: [:]) { choice, edition in
        try written { try JSONExport(choice, edition).writeLines(to: &$0) }
    }

    static let graph = Face(
        name: "jsonld",
        leftOut: byPath(
            SchemaOrgData.leftOut,
            [
                "organization.role": "the JSON has it", "organization.type": "the JSON has it",
                "organization.legal_form": "the JSON has it", "organization.runts_section": "the JSON has it",
                "organization.tax_code": "the JSON has it", "partners.role": "the JSON has it",
                "partners.type": "the JSON has it", "partners.legal_form": "the JSON has it",
                "partners.runts_section": "the JSON has it", "partners.tax_code": "the JSON has it",
                "sources.accessed": "the JSON has it", "permission.date": archive,
                "status": "it only closes the years of what has a start",
            ])
    ) { choice, edition in try written { try SchemaOrgData(choice, edition).write(to: &$0) } }

    private static let filter = "it is a filter"
    private static let fact = "it is shown, and nobody looks for sheets by its words"

    static let search = Face(
        name: "search",
        leftOut: [
            "id": "`show` asks for it", "kind": filter, "status": filter, "start": filter, "end": filter,
            "verification": filter, "publication": filter, "example": fact, "public_place": fact, "scope": fact,
            "contact": fact,
            "organization.role": fact, "organization.type": fact, "organization.legal_form": fact,
            "organization.runts_section": fact, "organization.tax_code": fact, "organization.url": fact,
            "partners.role": fact, "partners.type": fact, "partners.legal_form": fact,
            "partners.runts_section": fact, "partners.tax_code": fact, "partners.url": fact,
            "people.number": fact, "costs.period": fact, "results.indicators.value": fact,
            "results.indicators.unit": fact, "results.indicators.baseline": fact,
            "results.indicators.date": fact, "results.indicators.source": fact, "results.documented": fact,
            "related": "they are ids",
            "pictures.file": fact, "pictures.credit": fact, "attachments.file": fact,
            "adoptions.where": fact, "adoptions.date": fact, "meeting": archive, "sources": fact, "licence": fact,
            "permission": fact, "language": fact, "updated": fact, "review_by": archive,
        ]
    ) { choice, edition in
        try written { out in
            try choice.forEachSheet { entry, _ in
                out += SearchDocument(entry, edition.values.vocabularies).text.fields.joined(separator: "\n")
            }
        }
    }

    // MARK: What they show

    private static let others: [Entry] = MarkedField.others.map { id in
        Entry(id: id, kind: .idea, title: "Altra", origin: Origin(path: "schede/\(id).md"))
    }

    private static func shown(_ face: Face, _ entry: Entry?, _ language: Language) throws -> String {
        var entry = try #require(entry)
        // What is to be completed depends on other fields.
        entry.isIncomplete = false
        return try face.text(
            Choice(title: "Scelta", entries: [entry] + others),
            Edition(
                settings: KnowledgeBaseSettings(), values: FacetValues(SmallWorld.vocabularies), language: language,
                date: PartialDate("2026-05-15")!)
        ).lowercased()
    }

    @Test(arguments: faces, MarkedField.all)
    func `a field is shown, or left out for a reason`(face: Face, marked: MarkedField) throws {
        for language in Language.allCases {
            let text = try Self.shown(face, marked.entry(), language)
            for leaf in marked.leaves {
                let isShown =
                    if let mark = leaf.mark {
                        text.contains(mark)
                    } else {
                        text != (try Self.shown(face, marked.entry(without: leaf), language))
                    }
                let reason = face.reason(leaf.path)
                #expect(isShown == (reason == nil), "\(leaf.path) \(reason ?? "is left out without a reason")")
            }
        }
    }

    @Test(arguments: faces)
    func `what a face leaves out are fields that there are`(face: Face) {
        let paths = MarkedField.all.flatMap(\.leaves).map(\.path)
        for path in face.leftOut.keys {
            #expect(paths.contains { $0 == path || $0.hasPrefix(path + ".") }, "\(path)")
        }
    }
}
