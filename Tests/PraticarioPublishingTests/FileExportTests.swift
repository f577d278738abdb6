import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem
import TestSupport
import Testing

/// Pictures and papers in what leaves the house.
@Suite struct FileExportTests {
    private static func sheet(_ title: String, _ state: String) -> String {
        """
        ---
        titolo: \(title)
        tipo: idea
        pubblicazione: \(state)
        temi: [sport]
        territori: [Roma]
        immagini: [{file: foto 1.jpg, descrizione: "Un «campo» <rosso>", credito: Rete & amici}, {file: manca.jpg, descrizione: Che non c'è}]
        allegati: [{file: atto.pdf, titolo: Il regolamento}]
        licenza: CC-BY-4.0
        permesso: {da: Rete, data: 2026-01-02}
        ---

        Testo.
        """
    }

    private static func files() throws -> TemporaryBase {
        let base = try TemporaryBase()
        for (id, state) in [("campo", "pubblicata"), ("bozza", "bozza")] {
            try base.write(sheet(id, state), to: "schede/\(id).md")
            try base.write(SampleFiles.jpeg(), to: "schede/\(id)/foto 1.jpg")
            try base.write(SampleFiles.pdf, to: "schede/\(id)/atto.pdf")
        }
        return base
    }

    private static func list(_ folder: String) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).filter {
            Files.type(of: folder + "/" + $0) == .file && !$0.hasPrefix(".")
        }.sorted()
    }

    private static func text(_ path: String) throws -> String { String(decoding: try Files.read(path), as: UTF8.self) }

    @Test func `a site and a bundle carry them, and nothing of a sheet that stays at home`() async throws {
        let files = try Self.files()
        let base = try KnowledgeBase.open(files.folder.root)
        let out = files.folder.path("uscite")
        try await base.export(.search(""), as: .site, to: out + "/sito")
        let site = Self.list(out + "/sito").filter { $0.hasPrefix("schede/") }
        #expect(site == ["schede/campo.html", "schede/campo/atto.pdf", "schede/campo/foto 1.jpg"])
        let page = try Self.text(out + "/sito/schede/campo.html")
        #expect(page.contains("<img src=\"campo/foto%201.jpg\" alt=\"Un «campo» &lt;rosso&gt;\""))
        #expect(page.contains("<a href=\"campo/atto.pdf\">Il regolamento</a> (PDF, 1 kB)"))
        #expect(page.contains("Rete &amp; amici") && !page.contains("manca.jpg"))

        try await base.export(.search(""), as: .bundle, to: out + "/archivio")
        let bundle = Self.list(out + "/archivio").filter { $0.hasPrefix("schede/") }
        #expect(bundle == ["schede/campo.md", "schede/campo/atto.pdf", "schede/campo/foto 1.jpg"])
        let again = Corpus.load(KnowledgeBaseFolder(root: out + "/archivio"), today: .today)
        #expect(again.diagnostics.map(\.code) == [])
        #expect(
            again.entries.map(\.pictures.count) == [1]
                && again.entries[0].attachments.map(\.title) == ["Il regolamento"])
    }

    @Test func `a page holds its pictures, Markdown leads to them, a short document says nothing`() async throws {
        let files = try Self.files()
        let base = try KnowledgeBase.open(files.folder.root)
        func written(_ format: ExportFormat, _ options: ExportOptions = ExportOptions()) throws -> String {
            var text = ""
            try base.export(.search(""), as: format, to: &text, options: options)
            return text
        }
        let html = try written(.html)
        #expect(html.contains("src=\"data:image/jpeg;base64,\(Data(SampleFiles.jpeg()).base64EncodedString())\""))
        #expect(html.contains("Il regolamento (PDF, 1 kB)"))
        #expect(try written(.markdown).contains("](<schede/campo/foto%201.jpg>)"))
        #expect(try written(.markdown).contains("[Il regolamento](<schede/campo/atto.pdf>)"))
        #expect(try written(.json).contains("\"file\":\"foto 1.jpg\""))
        #expect(try written(.csv).contains("foto 1.jpg"))
        var short = ExportOptions()
        short.detail = .short
        #expect(try !written(.html, short).contains("<img"))
    }

    @Test(arguments: [ExportFormat.docx, .odt, .epub, .pdf])
    func `a document of another program has the picture in it`(format: ExportFormat) async throws {
        let files = try Self.files()
        try files.write(SampleFiles.photographWithoutData, to: "schede/campo/foto 1.jpg")
        let base = try KnowledgeBase.open(files.folder.root)
        let path = files.folder.path("uscita." + format.rawValue)
        try await base.export(.search(""), as: format, to: path)
        let bytes = try Files.read(path)
        let mark = format == .pdf ? "/DCTDecode" : ".jpg"
        #expect(bytes.firstRange(of: Array(mark.utf8)) != nil)
    }
}
