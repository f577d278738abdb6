@testable import PraticarioCorpus
import PraticarioSystem
import Testing

/// What a sheet says as it is typed, changed part by part.
@Suite struct SheetContentTests {
    private static let text =
        "---\r\ntitolo: Orto   # il nome\r\ntipo: idea\r\ntemi: [sport, cultura]\r\n# un commento\r\nfonti:\r\n  - titolo: Sito\r\n    url: https://esempio.org\r\n    nota: mia\r\nsconosciuto: resta\r\n---\r\nPrima.\r\n\r\n## Il bisogno\r\n\r\nUno.\r\n\r\nDue.\r\n\r\nChe cosa si fa\r\n---\r\n\r\n- a\r\n- b\r\n\r\n## Note interne\r\nSegreto.\r\n"

    private func content(_ text: String) throws -> SheetContent {
        SheetContent(try #require(Record.parse(Array(text.utf8), path: "schede/x.md").record))
    }

    private func part(_ field: FieldName, _ key: String, _ text: String) -> FieldValue.Part {
        FieldValue.Part(part: field.row.shape.parts.first { $0.english == key }!, value: .text(text))
    }

    @Test func `fields and sections are read as they are typed`() throws {
        let content = try content(Self.text)
        #expect(content.text(.title) == "Orto")
        #expect(content[.field(.themes)] == .list([.text("sport"), .text("cultura")]))
        guard case .list(let sources) = content[.field(.sources)], case .parts(let parts) = sources[0] else {
            Issue.record("no sources")
            return
        }
        #expect(parts.map(\.part.english) == ["title", "url", "nota"])
        #expect(
            content.sections == [
                .section(""), .section("Il bisogno"), .section("Che cosa si fa"), .section("Note interne"),
            ])
        #expect(content[.section("Il bisogno")] == .text("Uno.\n\nDue."))
        #expect(content[.section("Che cosa si fa")] == .text("- a\n- b"))
    }

    @Test(arguments: [
        (
            "titolo: Orto   # il nome\r\n", "titolo: \"Orto: due\"   # il nome\r\n", SheetContent.Part.field(.title),
            FieldValue.text("Orto: due")
        ),
        ("temi: [sport, cultura]\r\n", "temi: [sport]\r\n", .field(.themes), .list([.text("sport")])),
        ("temi: [sport, cultura]\r\n", "", .field(.themes), .list([])),
        ("Uno.\r\n\r\nDue.\r\n", "Tre.\r\n\r\n- quattro\r\n", .section("Il bisogno"), .text("Tre.\n\n- quattro")),
        ("Prima.\r\n", "Dopo.\r\n", .section(""), .text("Dopo.")),
        ("## Il bisogno\r\n\r\nUno.\r\n\r\nDue.\r\n\r\n", "", .section("Il bisogno"), .text("")),
        ("Segreto.\r\n", "Altro.\r\n", .section("Note interne"), .text("Altro.")),
        (
            "## Note interne\r\n", "## Risultati\r\n\r\nCento.\r\n\r\n## Note interne\r\n", .section("Risultati"),
            .text("Cento.")
        ),
        ("## Il bisogno", "## Il bisogno", .section("Il bisogno"), .text("Uno.\n\nDue.")),
    ])
    func `a change writes the lines of its part and no other`(
        old: String, new: String, part: SheetContent.Part, value: FieldValue
    ) throws {
        var file = try #require(SheetFileText(Array(Self.text.utf8), path: "schede/x.md"))
        switch part {
        case .field(let field):
            let isSet1 = file.set(FieldEdit(field, value), in: .italian)
            #expect(isSet1)
        case .section:
            guard case .text(let text) = value else { return }
            let isSet2 = file.set(part, to: text)
            #expect(isSet2)
        }
        #expect(String(decoding: file.bytes, as: UTF8.self) == Self.text.replacing(old, with: new))
        let read = try content(String(decoding: file.bytes, as: UTF8.self))[part]
        #expect(value.isEmpty ? read.isEmpty : read == value)
    }

    @Test func `sources are written a line each`() throws {
        var file = try #require(SheetFileText(Array(Self.text.utf8), path: "schede/x.md"))
        let value = FieldValue.list([
            .parts([part(.sources, "title", "Uno: due"), part(.sources, "url", "https://a.it")]),
            .parts([part(.sources, "title", "Tre")]),
        ])
        let isSet3 = file.set(FieldEdit(.sources, value), in: .italian)
        #expect(isSet3)
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(
            text.contains(
                "fonti:\r\n  - titolo: \"Uno: due\"\r\n    url: \"https://a.it\"\r\n  - titolo: Tre\r\nsconosciuto: resta"
            ))
        #expect(try content(text)[.field(.sources)] == value)
    }

    @Test func `text that would swallow what stands below is not written`() throws {
        var file = try #require(SheetFileText(Array(Self.text.utf8), path: "schede/x.md"))
        let isSet4 = file.set(.section("Il bisogno"), to: "```\nmai chiuso")
        #expect(!isSet4)
        #expect(file.bytes == Array(Self.text.utf8))
        let both = file.set(.section("Il bisogno"), to: "Testo\n\n## Un titolo mio\n\nAltro")
        #expect(both)
    }

    @Test func `a new file reads as what it was made of`() throws {
        var content = SheetContent()
        content[.field(.title)] = .text("Orto \"uno\": # due")
        content[.field(.kind)] = .text("idea")
        content[.field(.organization)] = .parts([
            part(.organization, "name", "Rete"), part(.organization, "url", "https://a.it"),
        ])
        content[.field(.themes)] = .list([.text("sport")])
        content[.section("Il bisogno")] = .text("Uno.\n\n- due")
        let text = String(decoding: SheetFileText.new(content, in: .italian), as: UTF8.self)
        #expect(try self.content(text) == content)
        #expect(
            text.hasPrefix(
                "---\ntitolo: \"Orto \\\"uno\\\": # due\"\ntipo: idea\ntemi: [sport]\norganizzazione:\n  nome: Rete\n"))
    }

    @Test func `what two people changed comes together, and what both changed is told`() throws {
        let base = try content(Self.text)
        var (mine, theirs) = (base, base)
        mine[.field(.title)] = .text("Mio")
        mine[.section("Il bisogno")] = .text("Mio testo")
        theirs[.section("Il bisogno")] = .text("Suo testo")
        theirs[.field(.themes)] = .list([])
        theirs[.section("Risultati")] = .text("Cento")
        let (merged, conflicts) = mine.merged(since: base, into: theirs)
        #expect(conflicts == [.section("Il bisogno")])
        #expect(merged.text(.title) == "Mio" && merged[.field(.themes)].isEmpty)
        #expect(merged[.section("Il bisogno")] == .text("Mio testo"))
        #expect(merged[.section("Risultati")] == .text("Cento"))
        // The same change twice is none.
        #expect(theirs.merged(since: base, into: theirs).conflicts.isEmpty)
    }

    @Test func `a row is changed in its cells`() throws {
        let table =
            "Titolo;Tipo;Temi;Dove;Fonte;Link;Racconto\n\"Uno; e due\";idea;sport;Roma;Sito;https://a.it;Prima parte\nDue;idea;sport;Roma;;;\n"
        let map =
            "colonne:\n  Titolo: titolo\n  Tipo: tipo\n  Temi: temi\n  Dove: territori\n  Fonte: fonti\n  Link: fonti.url\n  Racconto: Che cosa si fa\n"
        var text = try #require(TableFileText(Array(table.utf8), map: Array(map.utf8), path: "tabelle/t.csv"))
        let isSet5 = text.set(FieldEdit(.themes, .list([.text("sport"), .text("cultura")])), row: 2, in: .italian)
        #expect(isSet5)
        let areSet = text.set(
            FieldEdit(
                .sources,
                .list([
                    .parts([part(.sources, "title", "Uno")]),
                    .parts([part(.sources, "title", "Due"), part(.sources, "url", "https://b.it")]),
                ])), row: 2, in: .italian)
        #expect(areSet)
        let isSet6 = text.set(.section("Che cosa si fa"), to: "Una *riga*;\n\ndue \"righe\"", row: 2, in: .italian)
        #expect(isSet6)
        #expect(
            String(decoding: text.bytes, as: UTF8.self)
                == "Titolo;Tipo;Temi;Dove;Fonte;Link;Racconto\n\"Uno; e due\";idea;\"sport; cultura\";Roma;\"Uno; Due\";\"-; https://b.it\";\"Una *riga*;\ndue \"\"righe\"\"\"\nDue;idea;sport;Roma;;;\n"
        )
        let record = SheetTable.read(text.bytes, map: text.map, path: "tabelle/t.csv").records[0]
        #expect(SheetContent(record)[.section("Che cosa si fa")] == .text("Una *riga*;\ndue \"righe\""))
        let isSet7 = text.set(FieldEdit(.sources, .none), row: 2, in: .italian)
        #expect(isSet7)
        #expect(String(decoding: text.bytes, as: UTF8.self).contains(";Roma;;;\"Una"))
    }

    @Test func `a problem is told of the part it stands in`() throws {
        let record = try #require(Record.parse(Array(Self.text.utf8), path: "schede/x.md").record)
        let places = SheetPlaces(record)
        let expected: [(line: Int, part: SheetContent.Part?)] = [
            (1, nil), (2, .field(.title)), (4, .field(.themes)), (7, .field(.sources)), (8, .field(.sources)),
            (10, nil), (12, .section("")), (14, .section("Il bisogno")), (18, .section("Il bisogno")),
            (20, .section("Che cosa si fa")), (27, .section("Note interne")),
        ]
        for (line, part) in expected { #expect(places.part(at: TextPlace(line: line, column: 1)) == part, "\(line)") }
    }

    @Test func `every field explains itself`() {
        for field in SheetField.all {
            #expect(field.explanation?.it.isEmpty == false && field.explanation?.en.isEmpty == false, "\(field.name)")
        }
    }
}
