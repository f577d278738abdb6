import Foundation
import Praticario
import PraticarioCorpus
import TestSupport
import Testing

/// What is told about sheets that people write, through the program, with the vocabularies that it brings along.
@Suite struct ContentTests {
    /// Codes of what is wrong with each sheet.
    private func codes(_ headers: [String]) throws -> [[String]] {
        let folder = try TemporaryFolders.make().appending(path: "archivio")
        _ = try Program.run(["init", folder.path()], in: folder.deletingLastPathComponent())
        for (number, header) in headers.enumerated() {
            try Data("---\ntipo: idea\n\(header)\n---\nTesto.\n".utf8)
                .write(to: folder.appending(path: "schede/s\(number).md"))
        }
        let check = try Program.run(["check", "--format", "json", "--kb", folder.path()], in: folder).json()
        let problems = try #require(check["problems"] as? [[String: Any]])
        return headers.indices.map { number in
            problems.filter { $0["path"] as? String == "schede/s\(number).md" }.compactMap { $0["code"] as? String }
        }
    }

    @Test func `a refuge that could be found is warned of, whatever says that it is one`() throws {
        let cases = [
            ("titolo: Casa\ntemi: [violenza-sulle-donne]\nterritori: [Foggia]", true),
            ("titolo: Casa\ntemi: [tratta-e-sfruttamento]\nterritori: [Foggia]", true),
            ("titolo: Casa\ntemi: [violenza-sulle-donne]\nterritori: [provincia di Foggia]\nluogo: via Roma", true),
            ("titolo: Casa\ntemi: [violenza-sulle-donne]\nterritori: [provincia di Foggia]", false),
            ("titolo: La casa rifugio\ntemi: [anziani]\nterritori: [Foggia]", true),
            ("titolo: Casa\nsintesi: Un centro antiviolenza.\ntemi: [anziani]\nterritori: [Foggia]", true),
            ("titolo: Casa\nsintesi: Contro la tratta di esseri umani.\ntemi: [anziani]\nterritori: [Foggia]", true),
            ("titolo: Casa\ntemi: [anziani]\nterritori: [Foggia]", false),
        ]
        let found = try codes(cases.map(\.0))
        for (codes, (header, isWarned)) in zip(found, cases) {
            #expect(codes == (isWarned ? ["sensitive-place"] : []), "\(header)")
        }
    }

    /// Each pair speaks of something else than the others: `true` where the second is like the first.
    private static let pairs: [(String, String, String, String, Bool)] = [
        // Three words of five in common: 0.6.
        ("Orto sociale condiviso urbano", "Foggia", "Orto sociale condiviso nuovo", "Foggia", true),
        // Four of seven: 0.57.
        (
            "Banda musicale giovanile strada piazza", "Foggia", "Banda musicale giovanile strada mare cielo", "Foggia",
            false
        ),
        // Another territory.
        ("Cucina popolare quartiere", "Foggia", "Cucina popolare quartiere", "Lecce", false),
        // One word says too little.
        ("Biblioteca", "Foggia", "Biblioteca", "Foggia", false),
        // Other forms of the same words.
        ("Laboratorio teatrale detenuti", "Foggia", "Laboratori teatrali detenuto", "Foggia", true),
        ("Ciclofficina", "Foggia", "Sartoria solidale", "Foggia", false),
    ]

    @Test func `rows alike are told from the share of words on`() throws {
        let base = try TemporaryBase()
        var rows = ["Titolo;Tipo;Temi;Dove;Ente"]
        for (number, pair) in Self.pairs.enumerated() {
            rows += ["\(pair.0);idea;sport;\(pair.1);a\(number)", "\(pair.2);idea;sport;\(pair.3);b\(number)"]
        }
        try base.write(rows.joined(separator: "\n"), to: "righe.csv")
        let result = try Program.run(
            ["import", "righe.csv", "--dry-run", "--format", "json"], in: URL(filePath: base.folder.root))
        let problems = try #require(result.json()["problems"] as? [[String: Any]])
        let told = problems.filter { $0["code"] as? String == "near-duplicate" }.compactMap { $0["line"] as? Int }
        let expected = Self.pairs.enumerated().filter { $0.element.4 }.map { 2 * $0.offset + 3 }
        #expect(told == expected, "\(problems)")
    }

    @Test(arguments: [
        ("Chiedere a Anna.Bianchi@coop.example", 1), ("ufficio.stampa@gmail.com", 0), ("anna@gmail.com", 1),
        ("rete@alice.it", 0), ("anna@cooperativa.it", 0), ("tel. 0881 123456", 0), ("349 1234567", 1),
        ("349-123-4567", 1), ("3491234567 e anna@libero.it", 2), ("iban IT60X0542811101000000123456", 1),
        ("RSSMRA80A01H501U", 1), ("P.IVA 12345678903", 0), ("protocollo 2019/3491234567", 0),
    ])
    func `data of persons are told by their shape`(text: String, count: Int) throws {
        let sheet = "---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n\(text)\n"
        let parsed = ParsedFile(Array(sheet.utf8), path: "schede/x.md", SmallWorld.vocabularies)
        #expect(parsed.diagnostics.map(\.code) == Array(repeating: .personalData, count: count))
    }
}
