import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// Pictures and papers in the browser.
@Suite struct FilesPageTests {
    private static func sheet(_ state: String) -> String {
        "---\ntitolo: Orto\ntipo: idea\npubblicazione: \(state)\ntemi: [sport]\nterritori: [Roma]\n---\n\nTesto.\n"
    }

    private static func with(
        _ base: TemporaryBase, _ role: Role = .editor,
        _ work: @escaping @Sendable (_ writer: WebClient, _ reader: WebClient) async throws -> Void
    ) async throws {
        let link = try People(base.folder).add("Anna", role: role).link
        try await RunningServer.withPeople(base) { client in
            try await work(client.keeping(try await client.post("/entra", [("codice", link)])), client)
        }
    }

    private static let page = "/schede/orto/allegati"

    @Test func `a photograph goes in, is shown, and goes with undo`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet("bozza"), to: "schede/orto.md")
        try await Self.with(base) { editor, reader in
            let sent = try await editor.upload(
                Self.page + "/immagine", file: "file", SampleFiles.photograph, as: "../IMG 1.jpg",
                [("descrizione", "Il \"campo\""), ("credito", "Rete")], from: Self.page)
            #expect(sent.status == 303 && sent.headers["location"] == Self.page + "?fatto=allegato")
            let sheet = try await editor.get("/schede/orto")
            #expect(sheet.text.contains("<img src=\"/schede/orto/file/img-1.jpg\" alt=\"Il &quot;campo&quot;\""))
            #expect(sheet.text.contains("<figcaption dir=\"auto\">Rete</figcaption>"))
            let picture = try await editor.get("/schede/orto/file/img-1.jpg")
            #expect(picture.status == 200 && picture.headers["content-type"] == "image/jpeg")
            #expect(picture.headers["x-content-type-options"] == "nosniff")
            #expect(picture.headers["content-disposition"]?.hasPrefix("inline") == true)
            #expect(picture.body.firstRange(of: Array("Fotocamera".utf8)) == nil)
            // A draft and what belongs to it are nobody else's.
            for path in ["/schede/orto/file/img-1.jpg", "/schede/orto"] {
                let hidden = try await reader.get(path)
                #expect(hidden.status == 404)
            }
            let page = try await editor.get(Self.page)
            #expect(page.text.contains("20 × 40") && page.text.contains("value=\"Rete\""))
            let changed = try await editor.post(
                Self.page + "/cambia", [("file", "img-1.jpg"), ("uso", "picture"), ("testo", "La rete")],
                from: Self.page)
            #expect(changed.status == 303)
            let gone = try await editor.post(
                Self.page + "/togli", [("file", "img-1.jpg"), ("uso", "picture")], from: Self.page)
            #expect(gone.status == 303)
            let none = try await editor.get("/schede/orto/file/img-1.jpg")
            #expect(none.status == 404)
        }
        let journal = EditJournal(base.folder)
        #expect(journal.edits().map(\.title).first == "Anna: toglie «img-1.jpg» da «orto»")
        try journal.undo()
        #expect(Files.type(of: base.folder.path("schede/orto/img-1.jpg")) == .file)
    }

    @Test func `a paper is a download for whoever may read the sheet`() async throws {
        let base = try TemporaryBase()
        try base.write(
            Self.sheet("pubblicata").replacing(
                "---\n\n", with: "allegati: [{file: Atto à.pdf, titolo: Il \"patto\"}]\n---\n\n"),
            to: "schede/orto.md")
        try base.write(SampleFiles.pdf, to: "schede/orto/Atto à.pdf")
        try base.write(SampleFiles.pdf, to: "schede/orto/altro.pdf")
        try await Self.with(base) { _, reader in
            let sheet = try await reader.get("/schede/orto")
            let address = try #require(sheet.text.firstMatch(of: #/href="(\/schede\/orto\/file\/[^"]+)"/#)?.output.1)
            let paper = try await reader.get(String(address))
            #expect(paper.status == 200 && paper.body == SampleFiles.pdf)
            #expect(paper.headers["content-type"] == "application/pdf")
            #expect(
                paper.headers["content-disposition"]
                    == "attachment; filename=\"Atto__.pdf\"; filename*=UTF-8''Atto%20%C3%A0.pdf")
            for path in ["altro.pdf", "..%2F..%2Fpraticario.yaml", "%2E%2E%2Forto.md", "orto.md"] {
                let none = try await reader.get("/schede/orto/file/" + path)
                #expect(none.status == 404, "\(path)")
            }
        }
    }

    @Test func `what cannot be taken is told, and what was typed comes back`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet("bozza"), to: "schede/orto.md")
        let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8)
        try await Self.with(base) { editor, _ in
            for (bytes, name) in [
                (SampleFiles.pdf, "foto.jpg"), (svg, "disegno.svg"),
                (SampleFiles.png(width: 30_000, height: 30_000), "b.png"), ([], ""),
            ] {
                let answer = try await editor.upload(
                    Self.page + "/immagine", file: "file", bytes, as: name, [("descrizione", "Ciò che ho scritto")],
                    from: Self.page)
                #expect(answer.status == 422, "\(name)")
                #expect(answer.text.contains("role=\"alert\"") && answer.text.contains("value=\"Ciò che ho scritto\""))
            }
            let undescribed = try await editor.upload(
                Self.page + "/immagine", file: "file", SampleFiles.photograph, as: "a.jpg", [], from: Self.page)
            #expect(undescribed.status == 422)
            let tampered = try await editor.post(
                Self.page + "/immagine",
                [
                    ("immagine.nome", "a.jpg"), ("descrizione", "x"),
                    ("immagine.contenuto", Data(SampleFiles.photograph).base64EncodedString()),
                ], from: Self.page)
            #expect(tampered.status == 422)
            let huge = try await editor.upload(
                Self.page + "/documento", file: "file", [UInt8](repeating: 1, count: 40 << 20), as: "a.pdf", [],
                from: Self.page)
            #expect(huge.status == 413)
        }
        #expect(Files.type(of: base.folder.path("schede/orto")) == nil)
        #expect(EditJournal(base.folder).edits().isEmpty)
    }

    @Test(arguments: ["", "guarda"])
    func `a picture is looked at before it is added, and stays where something else is missing`(
        action: String
    ) async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet("bozza"), to: "schede/orto.md")
        try await Self.with(base) { editor, _ in
            let looked = try await editor.upload(
                Self.page + "/immagine", file: "file", SampleFiles.photograph, as: "Il <campo>.jpg",
                [("credito", "Rete"), ("azione", action)], from: Self.page)
            #expect(looked.status == (action.isEmpty ? 422 : 200))
            let form = Form(looked.text, containing: "id=\"aggiungi-immagine\"")
            #expect(form.values["immagine.nome"] == "Il <campo>.jpg" && form.values["credito"] == "Rete")
            #expect(looked.text.contains("<img src=\"data:image/jpeg;base64,"))
            // It carries no more than it will, either.
            let carried = Data(base64Encoded: form.values["immagine.contenuto"] ?? "") ?? Data()
            #expect(!carried.isEmpty && [UInt8](carried).firstRange(of: Array("Fotocamera".utf8)) == nil)
            #expect(Files.type(of: base.folder.path("schede/orto")) == nil)
            let added = try await editor.post(
                Self.page + "/immagine", form.filled(["descrizione": "Il campo", "azione": ""]), token: form.token)
            #expect(added.status == 303, "\(added.text)")
            let sheet = try await editor.get("/schede/orto")
            #expect(sheet.text.contains("alt=\"Il campo\"") && sheet.text.contains("Rete"))
        }
        #expect(EditJournal(base.folder).edits().count == 1)
    }

    @Test func `who proposes adds to drafts, and not to what is out`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet("pubblicata"), to: "schede/orto.md")
        try base.write(Self.sheet("bozza").replacing("Orto", with: "Campo"), to: "schede/campo.md")
        try await Self.with(base, .member) { member, _ in
            for (id, status) in [("orto", 403), ("campo", 303)] {
                let answer = try await member.upload(
                    "/schede/\(id)/allegati/documento", file: "file", SampleFiles.pdf, as: "a.pdf",
                    [("titolo", "Atto")],
                    from: "/schede/campo/allegati")
                #expect(answer.status == status, "\(id)")
            }
        }
    }
}
