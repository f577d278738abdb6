import Foundation
@testable import Praticario
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Pictures and papers come to sheets, go, and come back.
@Suite struct AttachingTests {
    private static let sheet = "---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n\nTesto.\n"

    private func text(_ base: TemporaryBase, _ path: String) -> String {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func isThere(_ base: TemporaryBase, _ path: String) -> Bool {
        Files.type(of: base.folder.path(path)) != nil
    }

    private func opened(_ base: TemporaryBase) throws -> KnowledgeBase { try KnowledgeBase.open(base.folder.root) }

    @Test func `a picture comes with its file, goes with it, and both are undone`() throws {
        let files = try TemporaryBase()
        try files.write(Self.sheet, to: "schede/orto.md")
        let base = try opened(files)
        let name = try base.attach(
            SampleFiles.jpeg(), called: "C:\\Foto del Campo.JPG", as: .picture,
            saying: ["description": "Il campo:\nuna rete", "credit": "Rete"], to: "orto")
        #expect(name == "foto-del-campo.jpg" && isThere(files, "schede/orto/foto-del-campo.jpg"))
        let entry = try #require(try base.entry("orto"))
        #expect(entry.pictures.map(\.description) == ["Il campo: una rete"] && entry.pictures[0].credit == "Rete")
        #expect(try base.snapshot().diagnostics().map(\.code) == [])
        let second = try base.attach(
            SampleFiles.jpeg(), called: "foto-del-campo.jpg", as: .picture, saying: ["description": "Altra"], to: "orto"
        )
        #expect(second == "foto-del-campo-2.jpg")
        try base.describe(second, as: .picture, saying: ["description": "Ancora"], of: "orto")
        #expect(try base.entry("orto")?.pictures.map(\.description) == ["Il campo: una rete", "Ancora"])
        try base.detach(name, as: .picture, from: "orto")
        #expect(!isThere(files, "schede/orto/foto-del-campo.jpg") && isThere(files, "schede/orto/foto-del-campo-2.jpg"))
        let journal = EditJournal(files.folder)
        try journal.undo()
        #expect(try Files.read(files.folder.path("schede/orto/foto-del-campo.jpg")) == SampleFiles.jpeg())
        for _ in 0..<3 { try journal.undo() }
        #expect(text(files, "schede/orto.md") == Self.sheet && !isThere(files, "schede/orto/foto-del-campo.jpg"))
    }

    @Test func `what cannot be taken changes nothing`() throws {
        let files = try TemporaryBase()
        try files.write(Self.sheet, to: "schede/orto.md")
        let base = try opened(files)
        let wrong: [([UInt8], AttachedUse, [String: String])] = [
            (SampleFiles.pdf, .picture, ["description": "x"]), (SampleFiles.jpeg(), .paper, [:]),
            (SampleFiles.jpeg(), .picture, [:]), (SampleFiles.jpeg(), .picture, ["description": " \n"]),
            (SampleFiles.jpeg(exif: true), .picture, ["description": "x"]),
            (SampleFiles.docx(macros: true), .paper, [:]),
            (SampleFiles.pdf + [UInt8](repeating: 0, count: 10 << 20), .paper, [:]),
        ]
        for (bytes, use, said) in wrong {
            #expect(throws: AttachProblem.self) {
                try base.attach(bytes, called: "a", as: use, saying: said, to: "orto")
            }
        }
        #expect(throws: SheetEditProblem.self) {
            try base.attach(SampleFiles.pdf, called: "a", as: .paper, saying: [:], to: "nessuna")
        }
        #expect(throws: AttachProblem.self) { try base.detach("../orto.md", as: .paper, from: "orto") }
        #expect(text(files, "schede/orto.md") == Self.sheet && !isThere(files, "schede/orto"))
    }

    @Test(arguments: [
        ("../../fuori.pdf", "fuori.pdf"), ("🌻.pdf", "documento.pdf"), ("Città & Orti.PDF", "citta-orti.pdf"),
        ("", "documento.pdf"),
        ("a.pdf.exe", "a-pdf.pdf"),
    ])
    func `a name becomes one that every system has`(sent: String, name: String) throws {
        let files = try TemporaryBase()
        try files.write(Self.sheet, to: "schede/orto.md")
        let base = try opened(files)
        #expect(
            try base.attach(SampleFiles.pdf, called: sent, as: .paper, saying: ["title": "Atto"], to: "orto") == name)
        #expect(isThere(files, "schede/orto/" + name))
    }

    @Test func `rows of a table have theirs beside the table, and share them`() throws {
        let files = try TemporaryBase()
        try files.write(
            "Id,Titolo,Tipo,Temi,Territori\na,Campo,idea,sport,Roma\nb,Rete,idea,sport,Roma\n", to: "tabelle/t.csv")
        try files.write(
            "colonne: {Id: id, Titolo: titolo, Tipo: tipo, Temi: temi, Territori: territori}\n", to: "tabelle/t.yaml")
        let base = try opened(files)
        let picture = try base.attach(
            SampleFiles.jpeg(), called: "f.jpg", as: .picture, saying: ["description": "Una rete; rossa"], to: "a")
        let paper = try base.attach(SampleFiles.pdf, called: "r.pdf", as: .paper, saying: [:], to: "b")
        #expect(isThere(files, "tabelle/t/f.jpg") && isThere(files, "tabelle/t/r.pdf"))
        #expect(try base.entry("a")?.pictures.map(\.description) == ["Una rete; rossa"])
        #expect(try base.entry("b")?.attachments.map(\.file) == [paper])
        try files.write(text(files, "tabelle/t.csv").replacing("r.pdf", with: "r.pdf; f.jpg"), to: "tabelle/t.csv")
        try base.refresh()
        try base.detach(picture, as: .picture, from: "a")
        #expect(isThere(files, "tabelle/t/f.jpg"), "another row names it")
        try base.delete(["b"])
        #expect(!isThere(files, "tabelle/t/r.pdf") && !isThere(files, "tabelle/t/f.jpg"))
    }

    @Test func `files go with their sheet: renamed, deleted, forgotten`() throws {
        let files = try TemporaryBase()
        try files.write(Self.sheet, to: "schede/orto.md")
        let base = try opened(files)
        try base.attach(SampleFiles.pdf, called: "r.pdf", as: .paper, saying: [:], to: "orto")
        try base.rename("orto", to: "campo")
        #expect(isThere(files, "schede/campo/r.pdf") && !isThere(files, "schede/orto/r.pdf"))
        #expect(try base.snapshot().diagnostics().map(\.code) == [])
        try base.delete(["campo"])
        #expect(!isThere(files, "schede/campo/r.pdf"))
        try EditJournal(files.folder).undo()
        #expect(isThere(files, "schede/campo/r.pdf"))
        try base.refresh()
        _ = try base.forget("campo")
        #expect(!isThere(files, "schede/campo/r.pdf") && EditJournal(files.folder).edits().isEmpty)
    }

    @Test func `a file that comes or goes by hand is told at the next look`() throws {
        let files = try TemporaryBase()
        try files.write(Self.sheet.replacing("---\n\n", with: "allegati: [r.pdf]\n---\n\n"), to: "schede/orto.md")
        let base = try opened(files)
        #expect(try base.snapshot().diagnostics().map(\.code) == [.missingFile])
        try files.write(SampleFiles.pdf, to: "schede/orto/r.pdf")
        try base.refresh()
        #expect(try base.snapshot().diagnostics().map(\.code) == [])
        try files.write("altro", to: "schede/orto/r.pdf")
        try base.refresh()
        #expect(try base.snapshot().diagnostics().map(\.code) == [.wrongFileType])
    }
}
