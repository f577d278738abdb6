import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// From a draft to everybody, and back.
@Suite struct PublishingTests {
    private static let sheet =
        "---\ntitolo: Orto\ntipo: idea\nterritori: Foggia\ntemi: [sport]\norganizzazione:\n  nome: Rete\n---\n\nTesto.\n"

    private func text(_ base: TemporaryBase, _ path: String) -> String {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// An editor who is in, and somebody who is not.
    private static func with(
        _ base: TemporaryBase,
        _ work: @escaping @Sendable (_ editor: WebClient, _ reader: WebClient) async throws -> Void
    ) async throws {
        let link = try People(base.folder).add("Anna", role: .editor).link
        try await RunningServer.withPeople(base) { client in
            try await work(client.keeping(try await client.post("/entra", [("codice", link)])), client)
        }
    }

    @Test func `a sheet goes out and comes back, and everybody sees so at once`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try await Self.with(base) { editor, reader in
            let hidden = try await reader.get("/schede/orto")
            #expect(hidden.status == 404)
            let page = try await editor.get("/schede/orto/stato")
            #expect(page.text.contains("value=\"Rete\""))
            #expect(page.text.contains("list=\"elenco-licenze\"") && page.text.contains("<option value=\"CC-BY-4.0\">"))
            let wrong = try await editor.post(
                "/schede/orto/stato/pubblica", [("da", "Rete"), ("data", "ieri")], from: "/schede/orto/stato")
            #expect(wrong.status == 422 && wrong.text.contains("value=\"ieri\""))
            let published = try await editor.post(
                "/schede/orto/stato/pubblica", [("da", "Rete"), ("data", "14/5/2026"), ("licenza", "CC-BY-4.0")],
                from: "/schede/orto/stato")
            #expect(published.headers["location"] == "/schede/orto?fatto=pubblicata")
            let shown = try await reader.get("/schede/orto")
            #expect(shown.status == 200 && !shown.text.contains("/modifica"))
            #expect(text(base, "schede/orto.md").contains("permesso:\n  da: Rete\n  data: 2026-05-14\n"))
            let withdrawn = try await editor.post("/schede/orto/stato/ritira", from: "/schede/orto/stato")
            #expect(withdrawn.status == 303)
            let again = try await reader.get("/schede/orto")
            #expect(again.status == 404)
            let archived = try await editor.post("/schede/orto/stato/archivia", from: "/schede/orto/stato")
            #expect(archived.status == 303 && text(base, "schede/orto.md").contains("archiviata"))
        }
        let journal = EditJournal(base.folder)
        #expect(journal.edits().map(\.title).prefix(2) == ["Anna: archivia «orto»", "Anna: ritira «orto»"])
        for _ in 0..<3 { try journal.undo() }
        #expect(text(base, "schede/orto.md") == Self.sheet)
    }

    @Test func `a sheet with errors, or that nobody allowed, stays in`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet.replacing("organizzazione:\n  nome: Rete\n", with: ""), to: "schede/senza.md")
        try base.write(Self.sheet.replacing("Foggia", with: "Nessundove"), to: "schede/errata.md")
        try await Self.with(base) { editor, reader in
            for (id, fields) in [("senza", [("da", " ")]), ("errata", [("da", "Rete")])] {
                let page = "/schede/\(id)/stato"
                let answer = try await editor.post(page + "/pubblica", fields, from: page)
                #expect(answer.status == 422 && answer.text.contains("role=\"alert\""), "\(id)")
                let seen = try await reader.get("/schede/\(id)")
                #expect(seen.status == 404, "\(id)")
            }
        }
    }

    @Test func `deleting asks why, and is undone from the list of changes`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try await Self.with(base) { editor, _ in
            let none = try await editor.post("/schede/orto/stato/elimina", from: "/schede/orto/stato")
            #expect(none.status == 422 && text(base, "schede/orto.md") == Self.sheet)
            let gone = try await editor.post(
                "/schede/orto/stato/elimina", [("motivo", "doppia <b>")], from: "/schede/orto/stato")
            #expect(gone.headers["location"] == "/modifiche?fatto=eliminata" && text(base, "schede/orto.md").isEmpty)
            let list = try await editor.get("/modifiche")
            #expect(list.text.contains("elimina (doppia &lt;b&gt;) «orto»"))
            let form = Form(list.text, containing: "action=\"/modifiche/annulla\"")
            let key = try #require(list.text.firstMatch(of: #/name="modifica" value="([^"]+)"/#)).output.1
            // What came after the page was made is not undone with it.
            let stale = try await editor.post(
                "/modifiche/annulla", [("ultima", "altro"), ("modifica", String(key))], token: form.token)
            #expect(stale.status == 409)
            let undone = try await editor.post(
                "/modifiche/annulla", [("ultima", form.values["ultima"] ?? ""), ("modifica", String(key))],
                token: form.token)
            #expect(undone.status == 303)
            let back = try await editor.get("/schede/orto")
            #expect(back.status == 200 && text(base, "schede/orto.md") == Self.sheet)
        }
    }

    @Test func `a sheet is called otherwise in its address, everywhere, unless a change of it waits`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try base.write(Self.sheet.replacing("titolo: Orto", with: "titolo: Altro"), to: "schede/altro.md")
        try base.write("---\ntitolo: R\n---\n\n- [Orto](scheda:orto)\n", to: "raccolte/r.md")
        try await Self.with(base) { editor, _ in
            let page = "/schede/orto/stato"
            for wrong in ["", "!!!", "altro"] {
                let answer = try await editor.post(page + "/rinomina", [("nuovo", wrong)], from: page)
                #expect(answer.status == 422 && answer.text.contains("role=\"alert\""), "\(wrong)")
            }
            let renamed = try await editor.post(page + "/rinomina", [("nuovo", "Orto di Tutti")], from: page)
            #expect(renamed.headers["location"] == "/schede/orto-di-tutti?fatto=rinominata")
            #expect(text(base, "raccolte/r.md").contains("scheda:orto-di-tutti"))
            let old = try await editor.get("/schede/orto")
            #expect(old.status == 303)
            let person = Person(id: "carla", name: "Carla", role: .member)
            var content = SheetContent()
            content[.field(.title)] = .text("Di Carla")
            _ = try ProposalStore(base.folder).keep(
                Proposal(of: "orto-di-tutti", "Orto", by: person, from: SheetContent(), to: content))
            let waiting = try await editor.post(
                "/schede/orto-di-tutti/stato/rinomina", [("nuovo", "orto")], from: "/schede/orto-di-tutti/stato")
            #expect(waiting.status == 422 && waiting.text.contains("Da rivedere"))
        }
        #expect(text(base, "schede/orto-di-tutti.md") == Self.sheet)
    }

    @Test func `several changes are undone together, and what was changed by hand is left alone`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try await Self.with(base) { editor, _ in
            for state in ["archivia", "ritira", "archivia"] {
                _ = try await editor.post("/schede/orto/stato/\(state)", from: "/schede/orto/stato")
            }
            let list = try await editor.get("/modifiche")
            let keys = list.text.matches(of: #/name="modifica" value="([^"]+)"/#).map { String($0.output.1) }
            #expect(keys.count == 3)
            let undone = try await editor.post(
                "/modifiche/annulla", [("ultima", keys[0]), ("modifica", keys[2])], from: "/modifiche")
            #expect(undone.status == 303 && text(base, "schede/orto.md") == Self.sheet)
            _ = try await editor.post("/schede/orto/stato/archivia", from: "/schede/orto/stato")
            let byHand = text(base, "schede/orto.md") + "A mano.\n"
            try base.write(byHand, to: "schede/orto.md")
            let now = try await editor.get("/modifiche")
            let key = try #require(now.text.firstMatch(of: #/name="modifica" value="([^"]+)"/#)).output.1
            let refused = try await editor.post(
                "/modifiche/annulla", [("ultima", String(key)), ("modifica", String(key))], from: "/modifiche")
            #expect(refused.status == 409 && text(base, "schede/orto.md") == byHand)
        }
    }

    @Test func `what waits is listed with who can answer, and goes out together`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try base.write(
            Self.sheet.replacing("titolo: Orto", with: "titolo: Due\npubblicazione: in verifica"), to: "schede/due.md")
        try base.write(Self.sheet.replacing("Foggia", with: "Nessundove"), to: "schede/errata.md")
        try await Self.with(base) { editor, reader in
            let page = try await editor.get("/revisione")
            #expect(page.text.contains("name=\"id\" value=\"orto\"") && page.text.contains("name=\"id\" value=\"due\""))
            #expect(!page.text.contains("name=\"id\" value=\"errata\"") && page.text.contains("Nessundove"))
            #expect(page.text.contains("Rete"))
            let none = try await editor.post("/revisione/pubblica", from: "/revisione")
            #expect(none.status == 422)
            let whole = try KnowledgeBase.open(base.folder.root, environment: [:])
            let tag = EntryTag.of(try #require(try whole.entry("errata")))
            let refused = try await editor.post(
                "/revisione/pubblica", [("id", "orto"), ("id", "errata"), ("da", "Rete"), ("visto-errata", tag)],
                from: "/revisione")
            #expect(refused.status == 422 && refused.text.contains("value=\"orto\" aria-label=\"Orto\" checked"))
            let done = try await editor.post(
                "/revisione/pubblica", [("id", "orto"), ("id", "due"), ("da", "Rete")], from: "/revisione")
            #expect(done.status == 303)
            for id in ["orto", "due"] {
                let seen = try await reader.get("/schede/\(id)")
                #expect(seen.status == 200)
            }
        }
    }
}
