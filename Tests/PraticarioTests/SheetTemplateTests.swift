import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

@testable import Praticario

/// What `praticario new` writes, by the table of fields.
@Suite struct SheetTemplateTests {
    @Test(arguments: EntryKind.allCases, Language.allCases)
    func `a new sheet offers what the fields say, and is read without surprises`(kind: EntryKind, language: Language) {
        let text = SheetTemplate(title: "Orto: \"uno\"", kind: kind, language: language).text
        let (record, problems) = Record.parse(Array(text.utf8), path: "schede/x.md")
        #expect(problems == [])
        let offered = SheetField.all.filter { $0.template?.kinds.contains(kind) == true }
        #expect(record?.fields.map(\.key) == offered.map { $0.name.key(in: language) })
        for field in offered {
            let hint = field.template?.hint[language] ?? ""
            #expect(text.contains("# \(hint)\n") || hint.isEmpty, "\(field.name)")
        }
        let file = ParsedFile(Array(text.utf8), path: "schede/x.md", SmallWorld.vocabularies)
        #expect(Set(file.diagnostics.map(\.code)).isSubset(of: [.missingField, .missingSource, .missingResults]))
        let entry = file.sheets.first
        #expect(entry?.title == "Orto: \"uno\"" && entry?.kind == kind && entry?.language == language.rawValue)
        #expect(entry?.updated == .today && entry?.publication == .draft)
    }
}
