import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import TestSupport
import Testing

/// A sheet whose body withdraws its consent leaves nothing behind that we could reach.
@Suite struct ForgettingTests {
    private let base: TemporaryBase
    private static let secret = "parola-che-nessuno-deve-trovare"

    init() throws {
        base = try TemporaryBase()
        try base.write("---\ntitolo: Via\ntipo: idea\n---\n\(Self.secret)\n", to: "schede/via.md")
        try base.write("---\ntitolo: Resta\ntipo: idea\ncollegate:\n  simile_a: [via]\n---\n", to: "schede/resta.md")
        try base.write(
            "id;Titolo;Tipo;Che cosa si fa\nriga;Riga;idea;\(Self.secret)\naltra;Altra;idea;x\n", to: "tabelle/t.csv")
        try base.write(
            "colonne:\n  id: id\n  Titolo: titolo\n  Tipo: tipo\n  Che cosa si fa: Che cosa si fa\n",
            to: "tabelle/t.yaml")
        try base.write("id;Titolo;Che cosa si fa\nriga;Riga;\(Self.secret)\naltra;Altra;x\n", to: "origini/t.csv")
    }

    /// The files of the knowledge base, hidden ones too, in which the secret stands.
    private func remains() throws -> [String] {
        let secret = Array(Self.secret.utf8)
        let walk = FileManager.default.enumerator(atPath: base.folder.root)
        return (walk?.compactMap { $0 as? String } ?? []).filter { path in
            (try? Files.read(base.folder.path(path)))?.firstRange(of: secret) != nil
        }.sorted()
    }

    @Test func `nothing of a file is left, even where it was deleted before`() throws {
        let kb = try KnowledgeBase.open(base.folder.root, environment: [:])
        try kb.setPublication(.published, of: ["via"])
        let published = try KnowledgeBase.open(base.folder.root, environment: [:], scope: .published)
        #expect(try published.search(Self.secret).total == 1)
        try kb.delete(["via"])
        #expect(try remains().contains { $0.hasPrefix(".praticario/annulla/") })
        let forgotten = try kb.forget("via")
        #expect(forgotten.edits == 2 && forgotten.files.isEmpty)
        #expect(try remains() == ["origini/t.csv", "tabelle/t.csv", ".praticario/index.sqlite"].sorted())
        #expect(throws: SheetEditProblem.self) { try kb.forget("via") }
    }

    @Test func `nothing of a row is left, and the other rows stay`() throws {
        let kb = try KnowledgeBase.open(base.folder.root, environment: [:])
        try kb.setPublication(.archived, of: ["riga"])
        let forgotten = try kb.forget("riga")
        #expect(Set(forgotten.files) == ["tabelle/t.csv", "origini/t.csv"] && forgotten.edits == 1)
        #expect(try kb.entry("altra")?.title == "Altra")
        _ = try kb.forget("via")
        #expect(try remains() == [])
        #expect(try kb.entry("resta") != nil)
    }

    @Test func `a sheet that had another id, and what a killed command left, are forgotten too`() throws {
        let kb = try KnowledgeBase.open(base.folder.root, environment: [:])
        try kb.setPublication(.archived, of: ["via"])
        try kb.rename("via", to: "altra-via")
        try base.write(Self.secret, to: ".praticario/annulla/000009.123-1.tmp/0")
        try base.write(Self.secret, to: ".praticario/annulla/000010/0")
        #expect(try kb.forget("altra-via").edits == 2)
        _ = try kb.forget("riga")
        #expect(try remains() == [])
    }

    @Test func `what people typed of it or proposed goes, and what they wrote of other sheets stays`() throws {
        let kb = try KnowledgeBase.open(base.folder.root, environment: [:])
        let own = [
            "bozze/anna/scheda-via.json": "{\"title\": \"\", \"fields\": \"\(Self.secret)\"}",
            "bozze/anna/nuova-1.json": "{\"title\": \"VIA\", \"fields\": \"\(Self.secret)\"}",
            "proposte/1.json": "{\"sheet\": \"via\", \"title\": \"Altro\", \"after\": \"\(Self.secret)\"}",
            "bozze/bruno/scheda-via.json.x.tmp": "{\"fields\": \"\(Self.secret)",
        ]
        let others = [
            "bozze/anna/scheda-resta.json": "{\"title\": \"Resta\", \"fields\": \"via\"}",
            "proposte/2.json": "{\"sheet\": \"resta\", \"title\": \"Resta\", \"after\": \"via\"}",
        ]
        for (path, text) in own.merging(others, uniquingKeysWith: { a, _ in a }) {
            try base.write(text, to: ".praticario-private/" + path)
        }
        #expect(try kb.forget("via").writings == 3)
        _ = try kb.forget("riga")
        #expect(try remains() == [])
        for path in others.keys { #expect(Files.type(of: base.folder.path(".praticario-private/" + path)) == .file) }
        // Nothing else need hold it.
        try base.write(own["proposte/1.json"] ?? "", to: ".praticario-private/proposte/3.json")
        #expect(try kb.forget("via").writings == 1)
        #expect(throws: SheetEditProblem.self) { try kb.forget("via") }
    }

    @Test func `a spreadsheet that waits with a row of it goes as a whole, and is named; others stay`() throws {
        let kb = try KnowledgeBase.open(base.folder.root, environment: [:])
        try base.write(
            "---\ntitolo: Orto in via\nid: orto-ente\ntipo: idea\n---\n", to: "schede/orto.md")
        try kb.refresh()
        let waiting = [
            // By its title, whatever the separator and the encoding; by title and organization; by its id.
            "a": ("r.csv", Array("sep=,\nA,B\nx,\(Self.secret)\ny,VIA \n".utf8)),
            "b": ("r.csv", Array("A;B;C\nEnte;12;Orto\n".utf8)), "c": ("da-correggere.csv", Array("id\nvia\n".utf8)),
            "d": ("r.csv", "Città;Titolo\nForlì;Via\n".unicodeScalars.map { UInt8($0.value) }),
        ]
        let others = ["e": "Titolo;Tema\nAltra via;Orto\nOrto;Ente nuovo\n", "f": "Che cosa\nVia del mare e via\n"]
        func put(_ name: String, _ file: String, _ bytes: [UInt8], _ choices: String) throws {
            let place = WaitingImports.place + "/\(name)/"
            try base.write(bytes, to: place + file)
            try base.write(choices, to: place + WaitingImports.choices)
        }
        for (name, file) in waiting { try put(name, file.0, file.1, "{\"name\": \"Foglio \(name)\"}") }
        for (name, text) in others { try put(name, "r.csv", Array(text.utf8), "{\"name\": \"Foglio \(name)\"}") }
        try put(
            "g", "r.csv", Array("A\nx\n".utf8), "{\"name\": \"G\", \"rows\": {\"rows\": {\"2\": {\"A\": \"Via\"}}}}")
        try put("h", "rete.zip", [1, 2, 3], "{\"name\": \"H\", \"names\": [\"via\"]}")
        #expect(try Set(kb.importsNaming("via")) == ["Foglio a", "Foglio c", "Foglio d", "G", "H"])
        #expect(try Set(kb.forget("via").imports) == ["Foglio a", "Foglio c", "Foglio d", "G", "H"])
        #expect(try kb.forget("orto-ente").imports == ["Foglio b"])
        let left = try Files.list(base.folder.path(WaitingImports.place)).map(\.name).sorted()
        #expect(left == ["e", "f"])
        // One that never became a sheet is forgotten, too.
        #expect(try kb.forget("altra-via").imports == ["Foglio e"])
    }

    @Test func `what still refers to it is named`() throws {
        let kb = try KnowledgeBase.open(base.folder.root, environment: [:])
        #expect(try kb.forget("via").stillReferring == ["resta"])
    }
}
