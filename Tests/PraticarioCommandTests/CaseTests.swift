import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import Testing

/// Cases that failed once, on small files of their own or on the corpus.
@Suite struct CaseTests {
    /// A base of the sheets in a folder of `Fixtures/casi`.
    private static func base(_ name: String) throws -> KnowledgeBase {
        try KnowledgeBase.open(folder(name).path())
    }

    /// A `temi.yaml` among them becomes the vocabulary.
    private static func folder(_ name: String) throws -> URL {
        let folder = try TemporaryFolders.make()
        let sheets = folder.appending(path: "schede")
        try FileManager.default.copyItem(
            at: Program.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures/casi/\(name)"), to: sheets)
        let result = try Program.run(["init", folder.appending(path: "nuovo").path()], in: folder)
        try #require(result.status == 0, "\(result.text)")
        let base = folder.appending(path: "nuovo")
        for file in try FileManager.default.contentsOfDirectory(at: sheets, includingPropertiesForKeys: nil) {
            let isVocabulary = file.lastPathComponent == "temi.yaml"
            let place = base.appending(path: isVocabulary ? "vocabolari" : "schede").appending(
                path: file.lastPathComponent)
            if isVocabulary { try FileManager.default.removeItem(at: place) }
            try FileManager.default.copyItem(at: file, to: place)
        }
        return base
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
        ("aiuto ragazzi autistici lavoro Lombardia", "pizzaut"),
        ("violenza donne centro antiviolenza Puglia", "casa-internazionale-delle-donne"),
        ("come si apre un emporio", "portobello"),
    ])
    func `the sheet on the subject comes first, whatever else the question says`(question: String, id: String) throws {
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        #expect(try base.search(question).hits.first?.id.hasPrefix(id) == true)
    }

    @Test func `what no sheet is about is said, and a theme without sheets by its name`() throws {
        // Every narrower theme of the corpus has a sheet: without its one, this has none.
        let without = SharedBase("corpus")
        try FileManager.default.removeItem(
            at: without.knowledgeBase.appending(path: "schede/lombardia/laboratorio-dsa-cremona.md"))
        let base = try KnowledgeBase.open(without.knowledgeBase.path())
        let results = try base.search("dislessia a scuola")
        #expect(results.query.absent == ["dislessia"] && results.query.corrections.isEmpty)
        #expect(results.query.notes.contains { $0.it.contains("«DSA e inclusione scolastica» non ha ancora schede") })
        #expect(results.total > 0)
        #expect(try base.search("bandi per orti").query.absent == [])
        let text = try without.run(["search", "dislessia a scuola"]).text
        #expect(text.contains("nessuna scheda parla di «dislessia»: ecco le più vicine"))
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

    @Test func `several broader themes are all honoured`() throws {
        let folder = try Self.folder("skos-piu-padri")
        let base = try KnowledgeBase.open(folder.path())
        for (question, ids) in [
            ("tema:cura", ["a", "b"]), ("tema:scuola", ["a"]), ("tema:persone", ["a", "b"]), ("tema:medico", ["b"]),
        ] { #expect(try base.search(question).hits.map(\.id).sorted() == ids, "\(question)") }
        let counts = try #require(try base.search("").facets[.theme])
        #expect(counts.first { $0.key == "cura" }?.count == 2 && counts.first { $0.key == "persone" }?.count == 2)
        #expect(counts.first { $0.key == "scuola" }?.count == 1)
        let tree = try Program.run(["themes", "--kb", folder.path()], in: folder).text
        #expect(tree.components(separatedBy: "Infermiere a scuola").count == 3, "\(tree)")
        let one = try Program.run(["themes", "infermiere-a-scuola", "--kb", folder.path()], in: folder).text
        #expect(one.contains("Sotto: Persone › Cura") && one.contains("Sotto: Scuola"), "\(one)")
        let json = try Program.run(["themes", "--format", "json", "--kb", folder.path()], in: folder).json()
        let concepts = try #require(json["concepts"] as? [[String: Any]])
        let theme = try #require(concepts.first { $0["id"] as? String == "infermiere-a-scuola" })
        #expect(theme["all_broader"] as? [String] == ["cura", "scuola"] && theme["broader"] as? String == "cura")
        let skos = try Program.run(["export", "--format", "skos", "-o", "-", "--kb", folder.path()], in: folder).text
        #expect(skos.contains("skos:broader"), "\(skos)")
        for parent in ["cura", "scuola"] {
            let isThere = skos.split(separator: " .\n").contains {
                $0.contains("\"infermiere-a-scuola\"") && $0.contains("tema:\(parent)>")
            }
            #expect(isThere, "\(parent): \(skos)")
        }
    }

    @Test func `a sheet named index takes its folder's name, and a name says the language`() throws {
        let folder = try Self.folder("hugo-obsidian")
        let base = try KnowledgeBase.open(folder.path())
        #expect(try base.diagnostics().map(\.code) == [])
        #expect(try base.search("").hits.map(\.id).sorted() == ["orto", "orto-en", "serra"])
        let entry = try #require(try base.entry("orto-en"))
        #expect(entry.language == "en")
        #expect(try base.entry("orto")?.language == "it")
    }

    @Test func `a hash in a title cuts nothing, and is told`() throws {
        let folder = try Self.folder("cancelletto")
        let result = try Program.run(["check", "--kb", folder.path()], in: folder)
        #expect(
            result.text.contains("bando.md:2:20: avviso") && result.text.contains("bando.md:9:22: avviso"),
            "\(result.text)")
        let base = try KnowledgeBase.open(folder.path())
        let entry = try #require(try base.entry("bando"))
        #expect(entry.title == "Bando 2026 #insieme per il rione")
        #expect(entry.summary == "Laboratorio #1 per ragazzi e #2 per nonni")
    }

    @Test func `an apostrophe that opens a quotation is told where it stands`() throws {
        let folder = try Self.folder("apostrofo-iniziale")
        let result = try Program.run(["check", "--kb", folder.path()], in: folder)
        #expect(
            result.text.contains("mano.md:2:9: errore: l'apostrofo all'inizio apre una citazione"), "\(result.text)")
    }

    @Test(arguments: [
        ("Titolo;Comune;Provincia;Regione", "Orto;Agliè;Torino;Piemonte", "Agliè (TO)"),
        ("Titolo;Comune;Provincia;Regione", "Orto;Scilla;Reggio Calabria;Calabria", "Scilla (RC)"),
        ("Titolo;Comune;Provincia", "Orto;Castro;Bergamo", "Castro (BG)"),
        ("Titolo;Comune;Prov.", "Orto;Castro;LE", "Castro (LE)"),
        ("Titolo;Comune;Sigla", "Orto;Samone;TN", "Samone (TN)"),
        ("Titolo;Comune;Regione", "Orto;Castro;Puglia", "Castro (LE)"),
        ("Titolo;Comune;Provincia", "Orto;Castro (BG);Bergamo", "Castro (BG)"),
        ("Titolo;Comune;Provincia", "Orto;Castro;Provincia di Lecce", "Castro (LE)"),
        ("Titolo;Comune;Provincia", "Orto;Saint-Vincent;Aosta", "Saint-Vincent (AO)"),
        ("Titolo;Comune;Provincia", "Orto;Scilla;Città metropolitana di Reggio Calabria", "Scilla (RC)"),
        ("Titolo;Comune;Provincia", "Orto;Castro, Samone;Bergamo, Torino", "Castro (BG)|Samone (TO)"),
        ("Titolo;Provincia", "Orto;Torino", "provincia di Torino"),
        ("Titolo;Provincia;Regione", "Orto;Torino;Piemonte", "provincia di Torino"),
        ("Titolo;Comune;Provincia", "Orto;;FG", "provincia di Foggia"), ("Titolo;Regione", "Orto;Lazio", "Lazio"),
        ("Titolo;Comune", "Orto;Roma", "Roma (RM)"), ("Titolo;Comune;Provincia;Regione", "Orto;;;Molise", "Molise"),
        ("Titolo;Provincia", "Orto;001", "provincia di Torino"),
    ])
    func `comune, province and region of a row name one territory`(headings: String, row: String, names: String) throws
    {
        let folder = try TemporaryFolders.make()
        try #require(try Program.run(["init", folder.appending(path: "a").path()], in: folder).status == 0)
        try Data("\(headings)\n\(row)\n".utf8).write(to: folder.appending(path: "righe.csv"))
        let result = try Program.run(["import", "righe.csv", "--kb", "a"], in: folder)
        #expect(!result.text.contains("territorio"), "\(result.text)")
        let base = try KnowledgeBase.open(folder.appending(path: "a").path())
        let register = base.snapshot().vocabularies.territories
        let codes = names.split(separator: "|").compactMap { name -> String? in
            guard case .positions(let found) = register.meaning(ofSheetValue: String(name)) else { return nil }
            return register.territories[found[0]].code
        }
        let head = try #require(try base.search("orto").hits.first?.head, "\(result.text)")
        #expect(head.territories == codes)
    }

    @Test func `a comune that does not lie in the province beside it is asked back`() throws {
        let folder = try TemporaryFolders.make()
        try #require(try Program.run(["init", folder.appending(path: "a").path()], in: folder).status == 0)
        try Data("Titolo;Comune;Provincia\nOrto;Castro;Torino\n".utf8).write(to: folder.appending(path: "righe.csv"))
        let result = try Program.run(["import", "righe.csv", "--kb", "a"], in: folder)
        #expect(result.text.contains("«Castro (Torino)»"), "\(result.text)")
    }

    @Test(arguments: ["html", "markdown", "json", "page", "csv", "jsonl"])
    func `footnotes stand in every face of a text, those of internal notes in none`(format: String) throws {
        let folder = try Self.folder("note-a-pie")
        let result = try Program.run(["export", "--format", format, "-o", "-", "--kb", folder.path()], in: folder)
        #expect(!result.text.contains("segreto"), "\(result.text)")
        if format != "csv" { #expect(result.text.contains("aperta nel cortile"), "\(result.text)") }
        if format == "html" {
            #expect(result.text.contains("Una serra[1] di rione.") && result.text.contains("<p>[1] aperta nel cortile"))
        }
    }

    @Test func `a footnote is found, shown and never the way to an internal note`() throws {
        let folder = try Self.folder("note-a-pie")
        let base = try KnowledgeBase.open(folder.path())
        #expect(try base.search("cortile").hits.map(\.id) == ["serra"])
        let shown = try Program.run(["show", "serra", "--kb", folder.path()], in: folder).text
        #expect(shown.contains("serra[1]") && shown.contains("[1] aperta nel cortile"), "\(shown)")
    }
}
