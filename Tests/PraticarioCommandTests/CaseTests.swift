import Foundation
import Praticario
import PraticarioSearch
import PraticarioSystem
import Testing

/// Cases that failed once, on small files of their own or on the corpus.
@Suite struct CaseTests {
    /// A base of the sheets in a folder of `Fixtures/casi`.
    private static func base(_ name: String) throws -> KnowledgeBase {
        let folder = try TemporaryFolders.make()
        let sheets = folder.appending(path: "schede")
        try FileManager.default.copyItem(
            at: Program.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures/casi/\(name)"), to: sheets)
        let result = try Program.run(["init", folder.appending(path: "nuovo").path()], in: folder)
        try #require(result.status == 0, "\(result.text)")
        let base = folder.appending(path: "nuovo")
        for file in try FileManager.default.contentsOfDirectory(at: sheets, includingPropertiesForKeys: nil) {
            try FileManager.default.copyItem(
                at: file, to: base.appending(path: "schede").appending(path: file.lastPathComponent))
        }
        return try KnowledgeBase.open(base.path())
    }

    @Test func `what hyphens join is found closed, and the other way round`() throws {
        let base = try Self.base("trattino")
        for (question, title) in [
            ("antiusura", "Sportello"), ("anti-usura", "Sportello"), ("coprogettazione", "Tavolo"),
            ("co-progettazione", "Tavolo"), ("socio-sanitaria", "Tavolo"), ("sociosanitarie", "Tavolo"),
            ("anti\u{2011}usura", "Sportello"), ("\"anti-usura\"", "Sportello"),
        ] {
            #expect(try base.search(question).hits.map(\.head.title) == [title], "\(question)")
        }
        #expect(try base.search("tavolo -socio-sanitario").total == 0)
        let marked = try #require(try base.search("antiusura").hits.first).snippet.filter(\.isHighlighted).map(\.text)
        #expect(marked == ["anti", "usura"])
    }

    @Test(arguments: ["antimafia", "anti-mafia", "microaree", "micro-aree", "ecomuseo", "eco-museo", "dopo-scuola"])
    func `either spelling finds the same sheets of the corpus first`(question: String) throws {
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        let other = question.contains("-") ? question.filter { $0 != "-" } : question
        let found = try base.search(question).hits.map(\.id)
        #expect(!found.isEmpty)
        #expect(try found.first == base.search(other).hits.first?.id)
    }

    @Test func `a year is counted by what its filter finds`() throws {
        let base = try Self.base("anno")
        let counts = try #require(try base.search("orto").facets[.year])
        #expect(counts.map(\.key).sorted() == ["2005", "2007"])
        for count in counts { #expect(try base.search("orto anno:\(count.key)").total == count.count, "\(count.key)") }
    }

    @Test func `words of the language and names of networks are never corrected`() throws {
        let file = Program.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures/casi/parole/domande.txt")
        let words = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        #expect(words.count >= 8)
        for word in words + ["causa", "neve", "uisp", "acli", "auser", "bulgaro", "Samone"] {
            let results = try base.search(word)
            #expect(results.query.corrections == [], "\(word)")
            #expect(results.total > 0 || results.query.absent == [word] || !results.query.recognized.isEmpty, "\(word)")
        }
    }

    @Test(arguments: [
        ("sport disabili vicino a Bologna", "baskin-cremona"), ("esempi di orti a scuola", "orto-in-condotta"),
        ("aiuto bambini autistici scuola Lombardia", "la-semente-spello"),
        ("violenza donne centro antiviolenza Puglia", "casa-internazionale-delle-donne"),
        ("come si apre un emporio", "emporio-solidale"),
    ])
    func `the sheet on the subject comes first, whatever else the question says`(question: String, id: String) throws {
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        #expect(try base.search(question).hits.first?.id.hasPrefix(id) == true)
    }

    @Test func `what no sheet is about is said, and a theme without sheets by its name`() throws {
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        let results = try base.search("bullismo a scuola")
        #expect(results.query.absent == ["bullismo"])
        #expect(results.query.notes.contains { $0.it.contains("«Bullismo e cyberbullismo» non ha ancora schede") })
        #expect(results.total > 0)
        #expect(try base.search("bandi per orti").query.absent == [])
        let text = try SharedBase.corpus.run(["search", "bullismo a scuola"]).text
        #expect(text.contains("nessuna scheda parla di «bullismo»: ecco le più vicine"))
    }

    @Test func `that a sheet is an example is no word of it`() throws {
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        let found = try base.search("esempi").hits.map(\.id)
        #expect(!found.contains("biblioteca-degli-attrezzi") && !found.contains("doposcuola-con-i-nonni"))
    }

    @Test func `everyday words offer no territory`() throws {
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        for question in [
            "lavorare in campagna", "il paese", "tessere la lana", "un prato per tutti", "nave", "il quarto giorno",
            "noci",
            "portici", "penne e quaderni", "patti", "cascina", "resto fermo", "Campagna elettorale", "zia Paola",
            "le campane",
        ] {
            let results = try base.search(question)
            #expect(results.query.recognized.filter { $0.facet == .territory } == [], "\(question)")
            #expect(results.offered == [], "\(question)")
        }
        for question in ["scuole a Prato", "comune di Campagna", "orti Prato (PO)", "associazioni di Fermo"] {
            #expect(try base.search(question).query.recognized.contains { $0.facet == .territory }, "\(question)")
        }
    }
}
