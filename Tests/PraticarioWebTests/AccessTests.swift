import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
import Synchronization
@testable import PraticarioWeb
import TestSupport
import Testing

/// Coming in, staying in, going out.
@Suite struct AccessTests {
    @Test func `people are written and read back, in a file that only its owner reads and git ignores`() throws {
        let base = try TemporaryBase()
        let people = People(base.folder)
        #expect(!people.exist)
        _ = try people.add("Anna \"Verdi\": #1", role: .editor)
        _ = try people.add("Segreteria", id: "ufficio", role: .member)
        try people.setPassword("una frase lunga", of: "ufficio")
        _ = try people.addKey("calendario", scope: .reader, for: "ufficio")
        let all = try people.all()
        #expect(all.map(\.id) == ["anna-verdi-1", "ufficio"])
        #expect(all[0].name == "Anna \"Verdi\": #1" && all[0].link != nil && !all[0].hasPassword)
        #expect(all[1].hasPassword && all[1].keys.map(\.name) == ["calendario"])
        let path = base.folder.path(People.file)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(!text.contains("una frase lunga") && text.contains("$argon2id$"))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(Files.type(of: base.folder.path(KnowledgeBaseFolder.privateFolder + "/.gitignore")) == .file)
        #expect(throws: PeopleProblem.self) { try people.add("Ufficio", role: .reader) }
        #expect(throws: PeopleProblem.self) { try people.add("X", id: "../x", role: .reader) }
        #expect(throws: PeopleProblem.self) { try people.remove("nessuno") }
        try people.remove("ufficio")
        #expect(try people.all().count == 1)
    }

    @Test func `the only owner cannot be removed while others are there`() throws {
        let people = People(try TemporaryBase().folder)
        _ = try people.add("Olga", role: .owner)
        _ = try people.add("Rita", role: .reader)
        #expect(throws: PeopleProblem.self) { try people.remove("olga") }
        try people.remove("rita")
        try people.remove("olga")
        #expect(!people.exist)
    }

    @Test(arguments: [
        "persone:\n  - nome: Senza id\n    ruolo: owner\n", "persone: [",
        "persone:\n  - id: a\n    nome: A\n    ruolo: re\n",
    ])
    func `a file of people that is not understood lets nobody in`(text: String) throws {
        let base = try TemporaryBase()
        try base.write(text, to: People.file)
        #expect(throws: PeopleProblem.self) { try People(base.folder).all() }
    }

    @Test func `a link lets in once, to a password that then lets in`() async throws {
        let base = try TemporaryBase()
        let link = try People(base.folder).add("Anna", role: .editor).link
        try await RunningServer.withPeople(base) { client in
            // Who only looks at the address, as programs that read mail do, has not used it.
            let shown = try await client.get("/entra?codice=\(link)")
            #expect(shown.status == 200 && shown.text.contains(link))
            let entered = try await client.post("/entra", [("codice", link)])
            #expect(entered.status == 303 && entered.headers["location"] == "/io")
            let again = try await client.post("/entra", [("codice", link)])
            #expect(again.status == 403 && again.headers["set-cookie"] == nil)
            let anna = client.keeping(entered)
            let short = try await anna.post("/io/password", [("nuova", "corta")], from: "/io")
            #expect(short.status == 422)
            let changed = try await anna.post("/io/password", [("nuova", "una frase che ricordo")], from: "/io")
            #expect(changed.status == 303)
            // The session of before is over, its successor holds.
            let old = try await anna.get("/io")
            #expect(old.status == 303)
            let now = try await client.keeping(changed).get("/io")
            #expect(now.status == 200 && now.text.contains("Anna"))
            let wrong = try await client.post("/entra", [("nome", "anna"), ("password", "un'altra frase")])
            #expect(wrong.status == 403 && wrong.text.contains("value=\"anna\""))
            let unknown = try await client.post("/entra", [("nome", "nessuno"), ("password", "x")])
            #expect(unknown.status == 403)
            let right = try await client.post(
                "/entra", [("nome", "anna"), ("password", "una frase che ricordo"), ("da", "/temi")])
            #expect(right.status == 303 && right.headers["location"] == "/temi")
            let cookie = try #require(right.headers["set-cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        }
    }

    @Test func `who leaves is out, and who is removed too`() async throws {
        let base = try TemporaryBase()
        let people = People(base.folder)
        _ = try people.add("Olga", role: .owner)
        let link = try people.add("Anna", role: .reader).link
        try await RunningServer.withPeople(base) { client in
            let anna = client.keeping(try await client.post("/entra", [("codice", link)]))
            let seen = try await anna.get("/comunita")
            #expect(seen.status == 200)
            let left = try await anna.post("/esci", from: "/io")
            #expect(left.status == 303)
            let out = try await anna.get("/comunita")
            #expect(out.status == 303)
            let second = client.keeping(try await client.post("/entra", [("codice", try people.newLink(for: "anna"))]))
            let inside = try await second.get("/comunita")
            #expect(inside.status == 200)
            try people.remove("anna")
            var status = 200
            for _ in 0..<200 where status == 200 {
                try await Task.sleep(for: .milliseconds(25))
                status = try await second.get("/comunita").status
            }
            #expect(status == 303)
        }
    }

    @Test func `the owner says in the browser who may come in`() async throws {
        let base = try TemporaryBase()
        let link = try People(base.folder).add("Olga", role: .owner).link
        try await RunningServer.withPeople(base) { client in
            let olga = client.keeping(try await client.post("/entra", [("codice", link)]))
            let none = try await olga.post("/persone", [("azione", "aggiungi"), ("nome", "Rita")], from: "/persone")
            #expect(none.status == 422 && none.text.contains("value=\"Rita\""))
            let added = try await olga.post(
                "/persone", [("azione", "aggiungi"), ("nome", "Rita <b>"), ("ruolo", "member")], from: "/persone")
            #expect(added.status == 200 && added.headers["cache-control"] == "no-store")
            #expect(!added.text.contains("Rita <b>"))
            let token = try #require(added.text.firstMatch(of: #/codice=([0-9a-f]+)/#)).output.1
            let rita = try await client.post("/entra", [("codice", String(token))])
            #expect(rita.status == 303)
            let kept = client.keeping(rita)
            let writes = try await kept.get("/scrivi")
            #expect(writes.status == 200)
            let alone = try await olga.post("/persone", [("azione", "togli"), ("persona", "olga")], from: "/persone")
            #expect(alone.status == 422)
            let removed = try await olga.post(
                "/persone", [("azione", "togli"), ("persona", "rita-b")], from: "/persone")
            #expect(removed.status == 303)
            let out = try await kept.get("/scrivi")
            #expect(out.status == 303)
        }
    }

    @Test func `passwords cannot be tried out`() async throws {
        let base = try TemporaryBase()
        let people = People(base.folder)
        _ = try people.add("Anna", role: .reader)
        try people.setPassword("la frase giusta", of: "anna")
        try await RunningServer.withPeople(base) { client in
            for _ in 0..<LoginLimit.ofOne {
                let answer = try await client.post("/entra", [("nome", "anna"), ("password", "sbagliata")])
                #expect(answer.status == 403)
            }
            let right = try await client.post("/entra", [("nome", "anna"), ("password", "la frase giusta")])
            #expect(right.status == 429)
        }
    }

    @Test func `a limit passes with time`() {
        var limit = LoginLimit()
        let start = Date()
        for _ in 0..<LoginLimit.ofOne { limit.fail("anna", now: start) }
        let (soon, other) = (limit.allows("anna", now: start + 1), limit.allows("rita", now: start + 1))
        #expect(!soon && other)
        let later = limit.allows("anna", now: start + LoginLimit.window + 1)
        #expect(later)
    }

    @Test func `a session ends by itself, and with a change of role`() throws {
        let base = try TemporaryBase()
        _ = try People(base.folder).add("Anna", role: .reader)
        let access = try Access(base.folder, .people)
        let anna = try #require(try People(base.folder).all().first)
        let cookie = access.signed(anna, session: "s")
        #expect(access.viewer(cookie).person?.id == "anna")
        #expect(access.viewer(cookie, now: .now + Double(Access.lifetime) + 1).person == nil)
        for position in cookie.indices {
            var forged = cookie
            forged.replaceSubrange(position...position, with: cookie[position] == "x" ? "y" : "x")
            #expect(access.viewer(forged).person == nil)
        }
        // Whoever is written down later by the same name is somebody else.
        try People(base.folder).remove("anna")
        _ = try People(base.folder).add("Anna", role: .reader)
        try access.reload()
        #expect(access.viewer(cookie).person == nil)
        var other = anna
        other.role = .owner
        #expect(access.viewer(access.signed(other, session: "s")).person == nil)
    }

    @Test func `a session has an age that no use makes longer`() throws {
        let base = try TemporaryBase()
        _ = try People(base.folder).add("Anna", role: .reader)
        let access = try Access(base.folder, .people)
        let anna = try #require(try People(base.folder).all().first)
        let now = Int(Date.now.timeIntervalSince1970)
        for (age, holds) in [(Access.longestLifetime - 60, true), (Access.longestLifetime, false)] {
            let cookie = access.signed(anna, session: "s", began: now - age)
            #expect((access.viewer(cookie).person != nil) == holds)
        }
    }

    @Test func `who went out is out for a server that begins later, and for one beside it`() async throws {
        let base = try TemporaryBase()
        let people = People(base.folder)
        let first = try people.add("Anna", role: .reader).link
        let cookies = Kept()
        try await RunningServer.withPeople(base) { client in
            let anna = client.keeping(try await client.post("/entra", [("codice", first)]))
            let second = client.keeping(try await client.post("/entra", [("codice", try people.newLink(for: "anna"))]))
            try await RunningServer.withPeople(base) { beside in
                _ = try await anna.post("/esci", from: "/io")
                let there = beside.with("Cookie", anna.headers["Cookie"] ?? "")
                var status = 200
                for _ in 0..<200 where status == 200 {
                    try await Task.sleep(for: .milliseconds(25))
                    status = try await there.get("/comunita").status
                }
                #expect(status == 303)
            }
            cookies.all.withLock { $0 = [anna, second].compactMap { $0.headers["Cookie"] } }
        }
        try await RunningServer.withPeople(base) { client in
            for (cookie, status) in zip(cookies.all.withLock { $0 }, [303, 200]) {
                let answer = try await client.with("Cookie", cookie).get("/comunita")
                #expect(answer.status == status)
            }
        }
        let mode = try FileManager.default.attributesOfItem(atPath: base.folder.path(EndedSessions.file))
        #expect(mode[.posixPermissions] as? Int == 0o600)
    }

    private final class Kept: Sendable {
        let all = Mutex<[String]>([])
    }

    @Test func `sessions that nobody could use any more are forgotten`() throws {
        let base = try TemporaryBase()
        let sessions = EndedSessions(base.folder)
        try sessions.add([.init(session: "vecchia", until: 10)])
        let later = EndedSessions.Ended(session: "nuova", until: Int(Date.now.timeIntervalSince1970) + 60)
        try sessions.add([later])
        #expect(try sessions.all() == [later])
        #expect(try !String(contentsOfFile: base.folder.path(EndedSessions.file), encoding: .utf8).contains("vecchia"))
    }

    @Test func `another password or role ends the sessions of a person elsewhere`() async throws {
        let base = try TemporaryBase()
        let people = People(base.folder)
        let link = try people.add("Anna", role: .reader).link
        try await RunningServer.withPeople(base) { client in
            let desk = client.keeping(try await client.post("/entra", [("codice", link)]))
            let phone = client.keeping(try await client.post("/entra", [("codice", try people.newLink(for: "anna"))]))
            let changed = try await desk.post("/io/password", [("nuova", "una frase che ricordo")], from: "/io")
            let (here, there) = (try await client.keeping(changed).get("/io"), try await phone.get("/io"))
            #expect(here.status == 200 && there.status == 303)
            let text = try String(contentsOfFile: base.folder.path(People.file), encoding: .utf8)
            try base.write(text.replacing("reader", with: "member"), to: People.file)
            var status = 200
            for _ in 0..<200 where status == 200 {
                try await Task.sleep(for: .milliseconds(25))
                status = try await client.keeping(changed).get("/io").status
            }
            #expect(status == 303)
        }
    }

    @Test func `a session is never renewed by what others may keep`() async throws {
        let base = try TemporaryBase()
        _ = try People(base.folder).add("Anna", role: .reader)
        let access = try Access(base.folder, .people)
        let anna = try #require(try People(base.folder).all().first)
        let began = Int(Date.now.timeIntervalSince1970) - 20_000
        let cookie = "\(access.cookieName)=\(access.signed(anna, session: "s", began: began, now: .now - 7_200))"
        try await RunningServer.withPeople(base) { client in
            for path in [
                "/stile.css", "/pagine.js", "/", "/novita.atom", "/api/v1/openapi.json", "/api/v1/catalog.ttl",
            ] {
                let answer = try await client.with("Cookie", cookie).get(path)
                let control = answer.headers["cache-control"] ?? ""
                #expect(control.contains("private") || answer.headers["set-cookie"] == nil, "\(path)")
                #expect(control.contains("private") == !["/stile.css", "/pagine.js"].contains(path), "\(path)")
            }
            let page = try await client.with("Cookie", cookie).get("/")
            let renewed = try #require(page.headers["set-cookie"]?.prefix { $0 != ";" }.split(separator: "=").last)
            // It is the same session, which has not become younger.
            let session = access.viewer(String(renewed)).session
            #expect(session.id == "s" && session.began == began && session.issued > began + 12_000)
        }
    }

    @Test func `what is too large is not taken`() async throws {
        let base = try TemporaryBase()
        _ = try People(base.folder).add("Anna", role: .reader)
        try await RunningServer.withPeople(base) { client in
            let large = String(repeating: "x", count: FormGuard.limits.ofStranger + 1)
            let answer = try await client.post("/entra", [("nome", large), ("password", "x")], token: "")
            #expect(answer.status == 413)
        }
    }

    @Test func `a file in a form is taken apart as it was sent`() throws {
        let body =
            "--xx\r\nContent-Disposition: form-data; name=\"modulo\"\r\n\r\nabc\r\n--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\tmp\\a.csv\"\r\nContent-Type: text/csv\r\n\r\nuno\r\n\r\ndue\r\n\r\n--xx--\r\n"
        let form = try SentForm(multipart: Array(body.utf8), type: "multipart/form-data; boundary=xx")
        #expect(form.fields["modulo"] == "abc")
        #expect(form.files["file"]?.name == "a.csv")
        #expect(form.files["file"].map { String(decoding: $0.bytes, as: UTF8.self) } == "uno\r\n\r\ndue\r\n")
        for broken in ["", "--xx", "--xx\r\n", "--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"] {
            let form = try? SentForm(multipart: Array(broken.utf8), type: "multipart/form-data; boundary=xx")
            #expect(form?.fields["a"] == nil)
        }
    }
}
