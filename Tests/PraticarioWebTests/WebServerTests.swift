import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// Pages and the API over a socket.
@Suite struct WebServerTests {
    @Test func `a sheet hands its whole address on, by whichever name the server was called`() async throws {
        let base = try TemporaryBase()
        try base.write(
            "---\ntitolo: Orto & \"co\"\ntipo: idea\npubblicazione: pubblicata\nsintesi: Una frase.\n---\n",
            to: "schede/orto.md")
        try await RunningServer.with(base) { client in
            for host in ["archivio.example", "127.0.0.1:\(client.port)"] {
                let page = try await client.with("Host", host).get("/schede/orto")
                #expect(page.text.contains("value=\"http://\(host)/schede/orto\""), "\(host)")
                let letter = try #require(page.text.firstMatch(of: #/href="(mailto:[^"]*)"/#)?.output.1)
                let text = String(letter).replacing("&amp;", with: "&").removingPercentEncoding ?? ""
                #expect(
                    text
                        == "mailto:?subject=Orto & \"co\"&body=Orto & \"co\"\r\n\r\nUna frase.\r\n\r\nhttp://\(host)/schede/orto"
                )
            }
        }
        try await RunningServer.withOwner(KnowledgeBase.open(base.folder.root, environment: [:])) { owner in
            let page = try await owner.get("/schede/orto")
            #expect(page.status == 200 && !page.text.contains("mailto:"))
        }
    }

    private static let hostile = "<script>alert('x')</script>\"'&"

    private func base() throws -> TemporaryBase {
        let base = try TemporaryBase()
        let evil = Self.hostile.replacing("'", with: "''")
        try base.write(
            """
            ---
            titolo: '\(evil) pubblica'
            tipo: pratica
            sintesi: '\(evil) riassunto'
            territori: Foggia
            temi: sport
            luogo: '\(evil)'
            organizzazione:
              nome: '\(evil) ente'
              url: 'javascript:alert(1)'
            fonti:
              - titolo: '\(evil)'
                url: 'https://esempio.org/?a=<b>&c="d"'
            pubblicazione: pubblicata
            ---
            ## Che cosa si fa

            \(Self.hostile) [clic](javascript:alert(1)) <img src=x onerror=alert(1)>

            ## Note interne

            La parola segreta: zanzibar.

            """, to: "schede/uno.md")
        try base.write(
            "---\ntitolo: Bozza di ippopotamo\ntipo: idea\nterritori: Bari\ntemi: sport\n---\n## Che cosa si fa\n\nGiraffe.\n",
            to: "schede/bozza.md")
        try base.write(
            "---\ntitolo: '\(evil) raccolta'\nsintesi: '\(evil)'\n---\n\(Self.hostile)\n\n- [Uno](scheda:uno) — \(Self.hostile)\n- [Bozza](scheda:bozza) — x\n",
            to: "raccolte/scelte.md")
        try base.write(
            "titolo: Comunità di prova\nincontri:\n  - numero: 1\n    data: 2025-03-01\n    stato: svolto\n    temi: ['\(evil)']\ndomande:\n  - domanda: '\(evil)?'\n",
            to: "comunita/prova.yaml")
        return base
    }

    private static let pages = [
        "/", "/cerca", "/cerca?q=pubblica", "/cerca?q=zanzibar", "/cerca?q=ippopotamo", "/cerca?q=giraffe",
        "/cerca?q=%3Cscript%3Ealert(1)%3C/script%3E", "/cerca?territorio=%22%3E%3Cscript%3E&ente=%3Cb%3E",
        "/schede/uno",
        "/raccolte", "/raccolte/scelte", "/temi", "/territori", "/territori?territorio=16&q=%3Cb%3E&ente=%3Cb%3E",
    ]

    @Test func `every page holds whatever stands in the files`() async throws {
        let base = try base()
        try await RunningServer.with(base) { client in
            for page in Self.pages {
                let answer = try await client.get(page)
                #expect(answer.status == 200, "\(page)")
                #expect(!answer.text.contains("<script>alert"), "\(page)")
                #expect(!answer.text.contains("<img src=x"), "\(page)")
                #expect(!answer.text.contains("href=\"javascript:"), "\(page)")
                #expect(answer.text.components(separatedBy: "<h1").count == 2, "\(page)")
                #expect(answer.text.contains("<html lang=\"it\">"), "\(page)")
                let policy = answer.headers["content-security-policy"] ?? ""
                #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "\(page)")
                #expect(answer.headers["x-content-type-options"] == "nosniff", "\(page)")
                #expect(!answer.text.contains(" style=\"") && !answer.text.contains(" onclick"), "\(page)")
            }
        }
    }

    @Test func `nobody who comes to read sees drafts, internal notes or communities`() async throws {
        let base = try base()
        try await RunningServer.with(base) { client in
            let read =
                Self.pages + [
                    "/novita.atom", "/cerca/scarica/json", "/cerca/scarica/csv", "/raccolte/scelte/scarica/markdown",
                    "/schede/uno/scarica/json", "/schede/uno/scarica/markdown", "/api/v1/search?q=segreta",
                    "/api/v1/search",
                    "/api/v1/sheets/uno", "/api/v1/sheets/uno/similar", "/api/v1/collections/scelte", "/api/v1/themes",
                    "/api/v1/suggestions?q=ippo", "/api/v1/suggestions?q=zanz", "/api/v1/health",
                    "/cerca?q=ippopotama", "/cerca?q=girafe", "/cerca?q=zanzibaar",
                ]
            for path in read {
                let answer = try await client.get(path)
                #expect(answer.status == 200, "\(path)")
                // What was asked for stands in the box; what the files say must not.
                let text = answer.text.replacing("value=\"ippopotamo\"", with: "").replacing("«ippopotamo»", with: "")
                for secret in [
                    "Bozza di ippopotamo", "parola segreta", "Giraffe", "cercato «giraffe»", "cercato «zanzibar»",
                    "cercato «ippopotamo»",
                ] {
                    #expect(!text.contains(secret), "\(path): \(secret)")
                }
            }
            for path in [
                "/schede/bozza", "/comunita", "/comunita/prova", "/api/v1/sheets/bozza", "/api/v1/communities",
                "/api/v1/communities/prova", "/api/v1/catalog.ttl", "/schede/bozza/scarica/json",
            ] {
                let answer = try await client.get(path)
                #expect(answer.status == 404, "\(path)")
            }
        }
    }

    @Test func `who has the key sees everything, and nobody else anything`() async throws {
        let base = try base()
        var options = WebOptions()
        options.visitors = .owner(token: "chiave-di-prova")
        options.names = ["127.0.0.1"]
        let cookieName = try Access(base.folder, options.visitors).cookieName
        try await RunningServer.with(base, options) { client in
            let all =
                Self.pages + [
                    "/comunita", "/comunita/prova", "/api/v1/search", "/api/v1/communities", "/stile.css", "/nulla",
                ]
            for path in all {
                for stranger in [
                    client, client.with("Cookie", "praticario=altra-chiave-xx"), client.with("Cookie", "praticario="),
                    client.with("Cookie", "\(cookieName)=-.x.9999999999.x.y"),
                ] {
                    let answer = try await stranger.get(path)
                    #expect(answer.status == 403, "\(path)")
                    #expect(!answer.text.contains("ippopotamo"))
                }
            }
            let wrong = try await client.get("/entra?chiave=sbagliata")
            #expect(wrong.status == 403)
            let entered = try await client.get("/entra?chiave=chiave-di-prova")
            #expect(entered.status == 303 && entered.headers["location"] == "/")
            let cookie = try #require(entered.headers["set-cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
            let owner = client.keeping(entered)
            let again = try await client.get("/entra?chiave=chiave-di-prova")
            #expect(again.status == 403)
            let reloaded = try await owner.get("/entra?chiave=chiave-di-prova")
            #expect(reloaded.status == 303)
            let found = try await owner.get("/cerca?q=ippopotamo")
            #expect(found.text.contains("Bozza di"))
            let draft = try await owner.get("/schede/bozza")
            #expect(draft.status == 200)
            let community = try await owner.get("/comunita/prova").text
            #expect(community.contains("Comunità di prova"))
            #expect(!community.contains("<script>alert"))
            let elsewhere = try await owner.with("Host", "altrove.example").get("/")
            #expect(elsewhere.status == 421)
        }
    }

    @Test(arguments: [
        ("/schede/nulla", 404), ("/nulla", 404), ("/raccolte/..%2f..%2fpraticario.yaml", 404),
        ("/schede/%2e%2e%2fbozza", 404),
        ("/cerca/scarica/exe", 404), ("/schede/uno/scarica/site", 404), ("/api/v1/nulla", 404),
        ("/api/v1/search?limit=x", 400),
        ("/api/v1/search?limit=101", 400), ("/api/v1/search?offset=-1", 400), ("/api/v1/search?sort=boh", 400),
        ("/lingua/xx", 404), ("/%00", 404),
    ])
    func `what cannot be answered is told as who asks reads it`(path: String, status: Int) async throws {
        let base = try base()
        try await RunningServer.with(base) { client in
            let answer = try await client.get(path)
            #expect(answer.status == status)
            if path.hasPrefix("/api/") {
                #expect(answer.headers["content-type"] == "application/problem+json")
                #expect(answer.text.contains("\"detail\""))
            } else {
                #expect(answer.text.contains("<h1>") && answer.text.contains("<main"))
            }
        }
    }

    @Test(arguments: [
        ("/lingua/en?da=%2Fcerca%3Fq%3Dorto", "/cerca?q=orto"), ("/lingua/en?da=//altrove.example", "/"),
        ("/lingua/en?da=/%5Caltrove.example", "/"), ("/lingua/en?da=https://altrove.example", "/"), ("/lingua/en", "/"),
        ("/lingua/it?da=/%0d%0aSet-Cookie:x", "/"),
    ])
    func `a change of language leads to a page of ours`(path: String, location: String) async throws {
        let base = try base()
        try await RunningServer.with(base) { client in
            let answer = try await client.get(path)
            #expect(answer.status == 303 && answer.headers["location"] == location)
        }
    }

    @Test func `pages speak the reader's language`() async throws {
        let base = try base()
        try await RunningServer.with(base) { client in
            let plain = try await client.get("/cerca")
            #expect(plain.text.contains("Che cosa cerchi?"))
            let english = try await client.with("Accept-Language", "en-GB,en;q=0.8").get("/cerca")
            #expect(english.text.contains("What are you looking for?"))
            let both = try await client.with("Accept-Language", "de,it;q=0.5,en").get("/cerca")
            #expect(both.text.contains("Che cosa cerchi?"))
            let chosen = try await client.with("Cookie", "lingua=en").get("/cerca")
            #expect(chosen.text.contains("<html lang=\"en\">"))
        }
    }

    @Test func `what did not change is not sent again`() async throws {
        let base = try base()
        try await RunningServer.with(base) { client in
            for path in ["/", "/cerca?q=pubblica", "/stile.css", "/api/v1/search?q=pubblica", "/novita.atom"] {
                let first = try await client.get(path)
                let tag = try #require(first.headers["etag"])
                let again = try await client.with("If-None-Match", tag).get(path)
                #expect(again.status == 304 && again.body.isEmpty, "\(path)")
                let other = try await client.with("If-None-Match", "\"altro\"").get(path)
                #expect(other.status == 200)
            }
        }
    }

    @Test func `a change of the files comes to the pages by itself`() async throws {
        let base = try base()
        var options = WebOptions()
        options.refreshInterval = 0.05
        try await RunningServer.with(base, options) { client in
            let before = try await client.get("/schede/nuova")
            #expect(before.status == 404)
            try base.write(
                "---\ntitolo: Nuova\ntipo: idea\nterritori: Bari\ntemi: sport\npubblicazione: pubblicata\n---\n",
                to: "schede/nuova.md")
            var status = 404
            for _ in 0..<400 where status == 404 {
                try await Task.sleep(for: .milliseconds(25))
                status = try await client.get("/schede/nuova").status
            }
            #expect(status == 200)
        }
    }

    @Test func `many readers at once each have the whole page`() async throws {
        let base = try base()
        try await RunningServer.with(base) { client in
            let expected = try await client.get("/cerca?q=pubblica").text
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<60 { group.addTask { try await client.get("/cerca?q=pubblica").text } }
                for try await text in group { #expect(text == expected) }
            }
        }
    }

    @Test func `downloads are the exports`() async throws {
        let base = try base()
        let knowledgeBase = try KnowledgeBase.open(base.folder.root, environment: [:], scope: .published)
        try await RunningServer.with(knowledgeBase) { client in
            for format in ["csv", "jsonl", "markdown"] {
                let answer = try await client.get("/cerca/scarica/\(format)?q=pubblica")
                var text = ""
                try knowledgeBase.export(.search("pubblica"), as: .init(rawValue: format)!, to: &text)
                #expect(answer.text == text, "\(format)")
                #expect(answer.headers["content-disposition"]?.hasPrefix("attachment; filename=\"schede.") == true)
            }
            let workbook = try await client.get("/cerca/scarica/xlsx")
            #expect(workbook.body.starts(with: Array("PK".utf8)))
        }
    }
}
