import Foundation
import PraticarioCorpus
import PraticarioSystem
import Testing

/// `docs/schede.md` tells whoever writes a sheet of every field, and its example is a sheet.
@Suite struct SheetDocumentTests {
    private static let text = Result {
        try String(contentsOf: Program.repository.appending(path: "docs/schede.md"), encoding: .utf8)
    }

    @Test func `every field has a row, with every part that it has`() throws {
        let rows = try Self.text.get().split(separator: "\n").filter { $0.hasPrefix("| `") }
        for field in SheetField.all {
            let row = rows.first { row in
                row.split(separator: "|")[0].matches(of: #/`([^`]+)`/#).contains { $0.output.1 == field.italian }
            }
            let found = try #require(row, "\(field.italian)")
            // Partners are bodies, as the row above says.
            for part in field.shape.parts where field.name != .partners {
                #expect(found.contains("`\(part.italian)`"), "\(field.italian).\(part.italian)")
            }
        }
    }

    @Test func `the example is a sheet without errors`() throws {
        let text = try Self.text.get()
        let example = try #require(text.firstMatch(of: #/```yaml\n([\s\S]*?)```/#)?.output.1)
        let vocabularies = Corpus.load(
            KnowledgeBaseFolder(root: Program.repository.appending(path: "corpus").path()), today: .today
        ).vocabularies
        let file = ParsedFile(Array(example.utf8), path: "schede/x.md", vocabularies)
        #expect(
            !file.diagnostics.contains { $0.severity == .error && $0.code != .missingSource }, "\(file.diagnostics)")
        #expect(file.sheets.first?.people.count == 3 && file.sheets.first?.costs.first?.payer == "il Comune")
    }

    @Test func `the headings that it names are the standard ones`() throws {
        let text = try Self.text.get().replacing("\n", with: " ")
        for section in StandardSection.allCases {
            #expect(text.contains("«\(section.label.it)»"), "\(section.label.it)")
        }
    }
}
