import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Every field goes in, by either way, and comes out again. `FieldFacesTests` follow it to readers.
@Suite struct FieldWalkTests {
    /// Without what says where it stood.
    private static func comparable(_ entry: Entry) -> Entry {
        var entry = entry
        entry.isIncomplete = false
        entry.sections = []
        return entry
    }

    /// Whether an entry says what a leaf says: by its mark, else in comparison with one that does not.
    private static func says(_ leaf: MarkedField.Leaf, _ marked: MarkedField, _ entry: Entry) throws -> Bool {
        let value = String(describing: marked.field.row.value(entry)).lowercased()
        if let mark = leaf.mark { return value.contains(mark) }
        return try marked.field.row.value(entry) != marked.field.row.value(#require(marked.entry(without: leaf)))
    }

    @Test func `the table has a row for each field, and every word for one means that one`() {
        #expect(SheetField.all.map(\.name) == FieldName.allCases)
        var owners: [String: FieldName] = [:]
        for field in SheetField.all {
            for key in Set([field.name.rawValue, field.italian] + field.aliases) {
                #expect(owners.updateValue(field.name, forKey: FieldName.normalized(key)) == nil, "\(key)")
                #expect(FieldName(key: key) == field.name)
            }
        }
    }

    @Test(arguments: MarkedField.all, Language.allCases)
    func `a header is read, with every part of every field`(marked: MarkedField, language: Language) throws {
        let parsed = ParsedFile(
            Array(marked.sheet(in: language).utf8), path: "schede/x.md", SmallWorld.vocabularies)
        let codes = Set(parsed.diagnostics.map(\.code))
        #expect(codes.isSubset(of: [.missingSource, .missingResults]), "\(parsed.diagnostics)")
        let entry = try #require(parsed.sheets.first)
        for leaf in marked.leaves { #expect(try Self.says(leaf, marked, entry), "\(leaf.path)") }
    }

    @Test(arguments: MarkedField.all, Language.allCases)
    func `a sheet that is written is read again as it was`(marked: MarkedField, language: Language) throws {
        let entry = try #require(marked.entry())
        let text = SheetText(entry, language: language) { _ in nil }.text
        let again = ParsedFile(Array(text.utf8), path: "schede/x.md", SmallWorld.vocabularies)
        #expect(Self.comparable(try #require(again.sheets.first)) == Self.comparable(entry))
        #expect(text.contains("\n\(marked.field.key(in: language)):"))
    }

    /// What no column can hold.
    private static let noColumn: [String: String] = [
        "results.indicators": "a list of figures, each with fields of its own"
    ]

    @Test(arguments: MarkedField.all, Language.allCases)
    func `a row of a table is read, with a column for every part`(marked: MarkedField, language: Language) throws {
        let standard: [(TableTarget, String)] = [
            (.field(.title), "Modello"), (.field(.kind), "pratica"), (.field(.themes), "scuola"),
            (.field(.territories), "Roma"),
        ]
        var columns = standard.filter { $0.0 != .field(marked.field) }
        let parts = marked.field.row.shape.parts.map(\.english)
        let leaves = marked.leaves.filter { leaf in !Self.noColumn.keys.contains { leaf.path.hasPrefix($0) } }
        for leaf in leaves {
            let part = leaf.path.split(separator: ".").dropFirst().first.map(String.init)
            columns.append((part.map { .part(marked.field, $0) } ?? .field(marked.field), leaf.typed))
        }
        #expect(
            parts.isEmpty
                || Set(columns.map(\.0)).isSuperset(
                    of: parts.filter {
                        Self.noColumn["\(marked.field.rawValue).\($0)"] == nil
                    }.map { .part(marked.field, $0) })
        )
        for (target, _) in columns { #expect(TableTarget(target.text(in: language)) == target) }

        let map = TableMap(
            columns: columns.enumerated().map { TableMap.Column(heading: "c\($0.offset)", target: $0.element.0) })
        let read = TableMap.read(Array(map.text(in: language).utf8), path: "t.yaml")
        #expect(read.diagnostics == [])
        let rows =
            columns.indices.map { "c\($0)" }.joined(separator: ",") + "\n"
            + columns.map(\.1).joined(separator: ",") + "\n"
        let file = ParsedFile(
            table: Array(rows.utf8), map: Array(map.text(in: language).utf8), path: "tabelle/t.csv",
            SmallWorld.vocabularies)
        let entry = try #require(file.sheets.first, "\(file.diagnostics)")
        for leaf in leaves { #expect(try Self.says(leaf, marked, entry), "\(leaf.path): \(file.diagnostics)") }
    }
}
