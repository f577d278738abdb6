import Foundation
import PraticarioCorpus
import PraticarioSearch
import TestSupport
import Testing
import PraticarioSystem

/// Every diagnostic code has a file that shows it, alone, and a paragraph that explains it.
@Suite struct BrokenFixturesTests {
    private static let today = PartialDate(year: 2026, month: 11, day: 24)!
    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let broken = repository.appending(path: "Tests/PraticarioCorpusTests/Fixtures/broken")

    private static let queries: [DiagnosticCode: String] = [
        .unknownFilter: "foo:bar", .unknownFilterValue: "tema:boh", .emptyFilter: "tema:", .unclosedPhrase: "\"aperta",
        .queryTooLong: String(repeating: "parola ", count: 100),
    ]
    /// Made by the test: what git does not keep, or nobody wants to keep.
    private static let made: Set<DiagnosticCode> = [.oversizedFile, .unreadableFile, .missingVocabulary]
    /// The tests of imports and `HostileTextTests` show them: no one file shows them alone.
    private static let shownElsewhere: Set<DiagnosticCode> = [
        .nearDuplicate, .repeatedID, .keptCorrection, .deletedRow, .totalRow, .suspectColumn, .moreProblems,
    ]
    private static let ofFiles = DiagnosticCode.allCases.filter { queries[$0] == nil && !shownElsewhere.contains($0) }

    private static let columnMap = "colonne: {Titolo: titolo, Tipo: tipo, Temi: temi, Territori: territori}\n"

    /// Puts the fixture of a code into a knowledge base that is otherwise right.
    private func base(with code: DiagnosticCode) throws -> TemporaryBase {
        let base = try TemporaryBase()
        switch code {
        case .oversizedFile:
            try base.write(String(repeating: "x", count: Record.sizeLimit + 1), to: "schede/oversized-file.md")
        case .unreadableFile: base.remove("praticario.yaml")
        case .missingVocabulary: base.remove("vocabolari/destinatari.yaml")
        default:
            let items = try FileManager.default.contentsOfDirectory(at: Self.broken, includingPropertiesForKeys: nil)
            let item = try #require(
                items.first { $0.lastPathComponent.hasPrefix(code.rawValue + ".") && $0.pathExtension == "csv" }
                    ?? items.first { $0.lastPathComponent.prefix { $0 != "." } == code.rawValue })
            try put(item, into: base)
        }
        return base
    }

    /// Of the sheets and communities, and of the collections and the programme beside them.
    private func diagnostics(with code: DiagnosticCode) throws -> [Diagnostic] {
        let base = try base(with: code)
        return try withExtendedLifetime(base) {
            let corpus = Corpus.load(base.folder, today: Self.today)
            let collections = CollectionFiles(in: base.folder)
            let check = CollectionCheck(
                known: Set(corpus.entries.map(\.id)), archive: LinearSearcher(corpus))
            let (programme, ofProgramme) = Programme.read(base.folder)
            return try corpus.diagnostics + collections.diagnostics + ofProgramme
                + ProgrammeCheck.diagnostics(programme, corpus.communities, today: Self.today)
                + collections.collections.flatMap(check.diagnostics)
        }
    }

    private static let sheet = """
        ---
        titolo: Palestra
        tipo: idea
        temi: [sport]
        territori: [Roma]
        ---

        """

    private func put(_ item: URL, into base: TemporaryBase) throws {
        let name = item.lastPathComponent
        let target: String
        if item.hasDirectoryPath {
            for folder in try FileManager.default.contentsOfDirectory(at: item, includingPropertiesForKeys: nil) {
                try Files.makeFolder(base.folder.path(folder.lastPathComponent))
                for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
                    try FileManager.default.copyItem(
                        at: file,
                        to: URL(filePath: base.folder.path("\(folder.lastPathComponent)/\(file.lastPathComponent)")))
                }
            }
            return
        } else if name.hasSuffix(".temi.yaml") {
            target = "vocabolari/temi.yaml"
        } else if name.hasSuffix(".territori.tsv") {
            target = "vocabolari/territori.tsv"
        } else if name.hasSuffix(".aree.yaml") {
            target = "vocabolari/aree.yaml"
        } else if name.hasSuffix(".praticario.yaml") {
            target = "praticario.yaml"
        } else if name.hasSuffix(".raccolte.md") {
            target = "raccolte/\(name)"
            try Files.makeFolder(base.folder.path("raccolte"))
            try base.write(Self.sheet, to: "schede/palestra.md")
        } else if name.hasSuffix(".comunita.yaml") || name.hasSuffix(".programma.yaml") {
            target = name.hasSuffix(".programma.yaml") ? Programme.file : "comunita/\(name)"
            try Files.makeFolder(base.folder.path("comunita"))
            try base.write(Self.sheet, to: "schede/palestra.md")
        } else if name.hasSuffix(".csv") {
            // A table, and what its columns are, where the fixture says so.
            target = "tabelle/\(name)"
            try Files.makeFolder(base.folder.path("tabelle"))
            let map = item.deletingPathExtension().appendingPathExtension("yaml")
            let text = (try? String(contentsOf: map, encoding: .utf8)) ?? Self.columnMap
            if !name.hasPrefix("missing-column-map") {
                try base.write(text, to: ContentFiles.File.mapPath(ofTable: target))
            }
        } else {
            target = "schede/\(name)"
        }
        base.remove(target)
        try FileManager.default.copyItem(atPath: item.path(), toPath: base.folder.path(target))
    }

    @Test(arguments: ofFiles)
    func `its file shows the code and no other`(code: DiagnosticCode) throws {
        let diagnostics = try diagnostics(with: code)
        #expect(Set(diagnostics.map(\.code)) == [code])
        #expect(diagnostics.allSatisfy { $0.path != nil && !$0.message.it.isEmpty && !$0.message.en.isEmpty })
    }

    @Test(arguments: [
        (DiagnosticCode.malformedHeader, TextPlace(line: 2, column: 9)),
        (DiagnosticCode.yamlMark, TextPlace(line: 2, column: 14)),
        (.unknownField, TextPlace(line: 8, column: 1)),
        (.repeatedField, TextPlace(line: 4, column: 1)), (.wrongType, TextPlace(line: 8, column: 10)),
        (.unknownValue, TextPlace(line: 8, column: 8)), (.unknownTheme, TextPlace(line: 4, column: 15)),
        (.unknownTerritory, TextPlace(line: 5, column: 13)), (.ambiguousTerritory, TextPlace(line: 5, column: 13)),
        (.invalidDate, TextPlace(line: 8, column: 9)), (.invalidURL, TextPlace(line: 7, column: 29)),
        (.invalidTaxCode, TextPlace(line: 8, column: 46)), (.endBeforeStart, TextPlace(line: 9, column: 7)),
        (.danglingReference, TextPlace(line: 8, column: 24)), (.duplicateID, TextPlace(line: 8, column: 5)),
        (.malformedTerritories, TextPlace(line: 3, column: 1)), (.malformedSettings, TextPlace(line: 2, column: 1)),
        (.malformedTable, TextPlace(row: 2, column: 1)), (.unmappedColumn, TextPlace(row: 1, column: 5)),
        (.malformedColumnMap, TextPlace(line: 6, column: 11)), (.personalData, TextPlace(line: 10, column: 1)),
        (.sensitivePlace, TextPlace(line: 5, column: 12)), (.malformedCollection, TextPlace(line: 6, column: 1)),
        (.unknownMember, TextPlace(line: 7, column: 1)), (.missingEvidence, TextPlace(line: 5, column: 1)),
        (.offPlan, TextPlace(line: 5, column: 1)), (.malformedCommunity, TextPlace(line: 1, column: 9)),
        (.invalidFileName, TextPlace(line: 6, column: 12)), (.missingFile, TextPlace(line: 6, column: 12)),
        (.wrongFileType, TextPlace(line: 6, column: 19)), (.pictureMetadata, TextPlace(line: 6, column: 19)),
        (.repeatedEntry, TextPlace(line: 5, column: 1)), (.emptySearch, TextPlace(line: 5, column: 1)),
    ])
    func `the place is where the mistake stands`(code: DiagnosticCode, place: TextPlace) throws {
        let diagnostics = try diagnostics(with: code)
        #expect(diagnostics.map(\.place) == [place])
    }

    @Test(arguments: queries.keys.sorted { $0.rawValue < $1.rawValue })
    func `its question shows the code`(code: DiagnosticCode) throws {
        let query = QuestionReading(try #require(Self.queries[code])).resolve(FacetValues(SmallWorld.vocabularies))
        #expect(query.understood.diagnostics.map(\.code) == [code])
        #expect(query.understood.diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test func `every code has a fixture of its own, and every fixture a code`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.broken.path())
        let codes = names.map { String($0.prefix { $0 != "." }) }
        #expect(Set(codes) == Set(Self.ofFiles.filter { !Self.made.contains($0) }.map(\.rawValue)))
        #expect(names.filter { !$0.hasSuffix(".yaml") || $0.split(separator: ".").count > 2 }.count == Set(codes).count)
    }

    @Test func `the document explains every code once, and no other`() throws {
        let text = try String(contentsOf: Self.repository.appending(path: "docs/diagnostics.md"), encoding: .utf8)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
        #expect(headings == DiagnosticCode.allCases.map(\.rawValue))
    }

    @Test func `a diagnostic is written with its line and a caret under the place`() {
        let corpus = ParsedFile(
            Array("---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Rmoa]\n---\n".utf8), path: "schede/x.md",
            SmallWorld.vocabularies)
        #expect(
            corpus.diagnostics.first?.text(in: .english) == """
                schede/x.md:5:13: error: unknown territory: “Rmoa”; did you mean “Roma”? [unknown-territory]
                    territori: [Rmoa]
                                ^
                """)
    }
}
