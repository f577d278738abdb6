import Foundation
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Names for several territories together: those of ISTAT's divisions, and those that a knowledge base declares.
@Suite struct TerritoryGroupTests {
    private static func vocabularies(areas: String? = SmallWorld.areas) -> (Vocabularies, [Diagnostic]) {
        Vocabularies.read { file in
            switch file {
            case .themes: Array(SmallWorld.themes.utf8)
            case .targetGroups: Array(SmallWorld.targetGroups.utf8)
            case .territories: Array(SmallWorld.territories.utf8)
            case .areas: areas.map { Array($0.utf8) }
            }
        }
    }

    private static func codes(_ name: String, _ register: TerritoryRegister) -> [String] {
        register.positions(ofQueryValue: name).map(register.code)
    }

    @Test(arguments: ["Capitanata e Salento", "capitanata e salento", "Foggia e Lecce"])
    func `a declared name means each of its territories, in questions and in sheets`(name: String) throws {
        let register = SmallWorld.vocabularies.territories
        #expect(Self.codes(name, register) == ["071", "075"])
        let text = "---\ntitolo: x\ntipo: idea\ntemi: [sport]\nterritori: [\(name)]\n---\n"
        let file = ParsedFile(Array(text.utf8), path: "schede/x.md", SmallWorld.vocabularies)
        #expect(file.diagnostics == [])
        #expect(file.sheets.first?.territories == ["071", "075"])
        #expect(register.children(of: try #require(register.position(of: "16"))).map(register.code) == ["071", "075"])
    }

    @Test func `an index keeps them`() throws {
        let packed = SmallWorld.vocabularies.territories.packed
        #expect(Self.codes("foggia e lecce", try #require(TerritoryRegister(packed: packed))) == ["071", "075"])
        #expect(TerritoryRegister(packed: packed.dropLast()) == nil)
    }

    @Test func `another knowledge base has others, or none`() {
        let none = Self.vocabularies(areas: nil)
        #expect(none.1 == [] && Self.codes("Foggia e Lecce", none.0.territories) == [])
        let own = Self.vocabularies(areas: "groups:\n  - {name: Due, territories: [\"12\", \"15\"]}\n")
        #expect(own.1 == [] && Self.codes("due", own.0.territories) == ["12", "15"])
    }

    @Test func `a group without a name, or of what is not there, is told`() {
        let (vocabularies, diagnostics) = Self.vocabularies(
            areas: "groups:\n  - {territories: [\"12\"]}\n  - {name: Due, territories: [\"12\", \"99\"]}\n")
        #expect(diagnostics.map(\.code) == [.malformedAreas, .malformedAreas])
        #expect(diagnostics.map(\.place?.line) == [2, 3])
        #expect(Self.codes("due", vocabularies.territories) == ["12"])
    }

    @Test func `in the corpus Romagna is three provinces`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "corpus")
        let (vocabularies, diagnostics) = Vocabularies.read { file in
            (try? Data(contentsOf: folder.appending(path: file.rawValue))).map(Array.init)
        }
        #expect(diagnostics == [])
        #expect(Self.codes("Romagna", vocabularies.territories) == ["039", "040", "099"])
        #expect(Self.codes("Mezzogiorno", vocabularies.territories) == ["4", "5"])
        #expect(Self.codes("Salento", vocabularies.territories) == ["073", "074", "075"])
        #expect(Self.codes("Salento (SA)", vocabularies.territories) == ["065115"])
    }
}
