import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// Programs that write, each no more than its key lets it.
@Suite struct WriteAPITests {
    private static let sheet =
        "---\ntitolo: Orto   # il nome\ntipo: idea\nterritori: Foggia\ntemi: [sport]\n---\n\n## Il bisogno\n\nUno.\n"

    private func text(_ base: TemporaryBase, _ path: String) -> String {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func base() throws -> TemporaryBase {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        return base
    }

    @Test func `a sheet is written, changed, published and deleted, as the description says`() async throws {
        let base = try base()
        let people = People(base.folder)
        _ = try people.add("Anna", role: .editor)
        let key = try people.addKey("prova", scope: .editor, for: "anna")
        try await RunningServer.withPeople(base) { client in
            let program = client.with("Authorization", "Bearer \(key)").with("Content-Type", "application/json")
            var answers: [[String: Any]] = []
            func note(_ answer: WebClient.Answer, _ path: String, _ method: String) throws {
                let body = try JSONSerialization.jsonObject(with: Data(answer.body))
                answers.append(["path": path, "method": method, "status": String(answer.status), "body": body])
            }
            let read = try await program.get("/api/v1/sheets/orto/content")
            try note(read, "/api/v1/sheets/{id}/content", "get")
            let tag = try #require(read.headers["etag"])
            let change =
                #"{"fields": {"title": "Orto: due", "themes": ["sport"], "sources": [{"title": "Sito", "url": "https://a.it"}]}, "sections": [{"title": "Il bisogno", "text": "Due."}]}"#
            let bare = try await program.get("/api/v1/sheets/orto/content", method: "PATCH", body: Array(change.utf8))
            #expect(bare.status == 428)
            let changed = try await program.with("If-Match", tag)
                .get("/api/v1/sheets/orto/content", method: "PATCH", body: Array(change.utf8))
            #expect(changed.status == 200)
            try note(changed, "/api/v1/sheets/{id}/content", "patch")
            // Whoever holds the version of before is too late.
            let late = try await program.with("If-Match", tag)
                .get("/api/v1/sheets/orto/content", method: "PATCH", body: Array(change.utf8))
            #expect(late.status == 412 && late.headers["content-type"] == "application/problem+json")
            let day = PartialDate.today.iso8601
            #expect(
                text(base, "schede/orto.md")
                    == "---\ntitolo: \"Orto: due\"   # il nome\ntipo: idea\nterritori: Foggia\ntemi: [sport]\nfonti:\n  - titolo: Sito\n    url: \"https://a.it\"\naggiornata: \(day)\n---\n\n## Il bisogno\n\nDue.\n"
            )
            let made = try await program.get(
                "/api/v1/sheets", method: "POST",
                body: Array(
                    #"{"fields": {"title": "Nuova", "kind": "idea", "territories": "Foggia", "themes": ["sport"]}}"#
                        .utf8))
            #expect(made.status == 201 && made.headers["location"] == "/api/v1/sheets/nuova")
            try note(made, "/api/v1/sheets", "post")
            let published = try await program.get(
                "/api/v1/sheets/nuova/publication", method: "POST",
                body: Array(#"{"publication": "published", "by": "Rete", "date": "2026-05-14"}"#.utf8))
            #expect(published.status == 200)
            try note(published, "/api/v1/sheets/{id}/publication", "post")
            let seen = try await client.get("/api/v1/sheets/nuova")
            #expect(seen.status == 200)
            let unexplained = try await program.get("/api/v1/sheets/nuova", method: "DELETE", body: [])
            #expect(unexplained.status == 422)
            let gone = try await program.get("/api/v1/sheets/nuova?reason=prova", method: "DELETE", body: [])
            #expect(gone.status == 204 && text(base, "schede/nuova.md").isEmpty)
            #expect(try APITests.misfits(answers) == "")
        }
        #expect(EditJournal(base.folder).edits().first?.title == "Anna: elimina (prova) «nuova»")
    }

    @Test(arguments: [
        ("POST", "/api/v1/sheets", "{", 400), ("POST", "/api/v1/sheets", "{\"fields\": {\"boh\": 1}}", 400),
        ("POST", "/api/v1/sheets", "{\"fields\": {\"publication\": \"published\"}}", 400),
        ("POST", "/api/v1/sheets", "{\"fields\": {\"title\": {\"a\": 1}}}", 400),
        ("POST", "/api/v1/sheets", "{\"fields\": {\"sources\": [{\"boh\": 1}]}}", 400),
        ("POST", "/api/v1/sheets", "{\"fields\": {\"title\": \"Senza tipo\"}}", 422),
        ("POST", "/api/v1/sheets/orto/publication", "{\"publication\": \"boh\"}", 400),
        ("POST", "/api/v1/sheets/orto/publication", "{\"publication\": \"published\"}", 422),
        ("POST", "/api/v1/sheets/nulla/publication", "{\"publication\": \"draft\"}", 404),
        ("DELETE", "/api/v1/sheets/nulla?reason=x", "", 404),
    ])
    func `what cannot be done is told, and nothing is written`(
        method: String, path: String, body: String, status: Int
    ) async throws {
        let base = try base()
        let people = People(base.folder)
        _ = try people.add("Anna", role: .editor)
        let key = try people.addKey("prova", scope: .editor, for: "anna")
        try await RunningServer.withPeople(base) { client in
            let answer = try await client.with("Authorization", "Bearer \(key)")
                .get(path, method: method, body: Array(body.utf8))
            #expect(answer.status == status)
            #expect(answer.headers["content-type"] == "application/problem+json")
        }
        #expect(try Files.list(base.folder.path("schede")).count == 1 && text(base, "schede/orto.md") == Self.sheet)
    }

    @Test func `what a member changes of a published sheet is proposed, and added to what waits`() async throws {
        let base = try base()
        let published = Self.sheet.replacing("tipo: idea\n", with: "tipo: idea\npubblicazione: pubblicata\n")
        try base.write(published, to: "schede/orto.md")
        let people = People(base.folder)
        _ = try people.add("Carla", role: .member)
        let key = try people.addKey("prova", scope: .member, for: "carla")
        try await RunningServer.withPeople(base) { client in
            let program = client.with("Authorization", "Bearer \(key)").with("Content-Type", "application/json")
            let page = "/api/v1/sheets/orto/content"
            let tag = try await program.get(page).headers["etag"] ?? ""
            func send(_ body: String, _ tag: String) async throws -> WebClient.Answer {
                try await program.with("If-Match", tag).get(page, method: "PATCH", body: Array(body.utf8))
            }
            let first = try await send(#"{"fields": {"title": "Orto grande"}}"#, tag)
            #expect(first.status == 202 && first.headers["location"]?.hasPrefix("/proposte/") == true)
            let body = try JSONSerialization.jsonObject(with: Data(first.body))
            let described: [String: Any] = [
                "path": "/api/v1/sheets/{id}/content", "method": "patch", "status": "202", "body": body,
            ]
            #expect(try APITests.misfits([described]) == "")
            let second = try await send(#"{"sections": [{"title": "Il bisogno", "text": "Due."}]}"#, tag)
            #expect(second.status == 202 && second.headers["location"] == first.headers["location"])
            for (wrong, tag, status) in [
                (#"{"fields": {"start": "ieri"}}"#, tag, 422), (#"{"fields": {"title": null}}"#, tag, 422),
                (#"{"fields": {"publication": "draft"}}"#, tag, 400), (#"{"fields": {}}"#, "\"altro\"", 412),
            ] {
                let answer = try await send(wrong, tag)
                #expect(answer.status == status, "\(wrong)")
            }
            let waiting = try #require(ProposalStore(base.folder).all().first)
            #expect(ProposalStore(base.folder).all().count == 1 && waiting.proposal.parts.count == 2)
            #expect(waiting.proposal.content.text(.title) == "Orto grande")
            // Back to what is out, nothing is left to propose.
            let back = try await send(
                #"{"fields": {"title": "Orto"}, "sections": [{"title": "Il bisogno", "text": "Uno."}]}"#, tag)
            #expect(back.status == 200 && ProposalStore(base.folder).all().isEmpty)
        }
        #expect(text(base, "schede/orto.md") == published)
    }

    @Test func `a key does no more than its role, nor than its person, and no cookie writes`() async throws {
        let base = try base()
        let people = People(base.folder)
        let link = try people.add("Olga", role: .owner).link
        _ = try people.add("Rita", role: .reader)
        let keys = [
            try people.addKey("poco", scope: .member, for: "olga"),
            try people.addKey("molto", scope: .owner, for: "rita"),
        ]
        try await RunningServer.withPeople(base) { client in
            let publish = Array(#"{"publication": "published", "by": "Rete"}"#.utf8)
            for key in keys {
                let answer = try await client.with("Authorization", "Bearer \(key)")
                    .get("/api/v1/sheets/orto/publication", method: "POST", body: publish)
                #expect(answer.status == 403)
            }
            let member = client.with("Authorization", "Bearer \(keys[0])")
            let made = try await member.get(
                "/api/v1/sheets", method: "POST",
                body: Array(#"{"fields": {"title": "Proposta", "kind": "idea"}}"#.utf8))
            #expect(made.status == 201 && text(base, "schede/proposta.md").contains("in verifica"))
            let owner = client.keeping(try await client.post("/entra", [("codice", link)]))
            let cookie = try await owner.with("Origin", "http://127.0.0.1:\(client.port)")
                .get("/api/v1/sheets/orto/publication", method: "POST", body: publish)
            #expect(cookie.status == 401)
            // A page is not for programs.
            let page = try await member.get("/scrivi")
            #expect(page.status == 303)
            try people.removeKey("poco", of: "olga")
            var status = 200
            for _ in 0..<200 where status != 401 {
                try await Task.sleep(for: .milliseconds(25))
                status = try await member.get("/api/v1/sheets/orto/content").status
            }
            #expect(status == 401)
            let told = try await member.get("/api/v1/sheets/orto/content")
            #expect(told.headers["www-authenticate"] == "Bearer")
        }
    }
}
