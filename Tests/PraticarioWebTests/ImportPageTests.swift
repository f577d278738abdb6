import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// Thirty rows of a form, from the file to the public.
@Suite struct ImportPageTests {
    private static let csv =
        "Nome dell'iniziativa;Argomento;Dove si svolge?;Organizzazione;La tua e-mail;Consenso alla pubblicazione\n"
        + "Orto di quartiere;Sport;Foggia;Rete;a@b.it;sì\nBiblioteca;caffè letterario;Roma;Comune;c@d.it;sì\n"
        + ";Sport;Roma;Ente;e@f.it;sì\n"

    private func text(_ base: TemporaryBase, _ path: String) -> String {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func with(
        _ base: TemporaryBase,
        _ work: @escaping @Sendable (_ editor: WebClient, _ reader: WebClient) async throws -> Void
    ) async throws {
        let link = try People(base.folder).add("Anna", role: .editor).link
        try await RunningServer.withPeople(base) { client in
            try await work(client.keeping(try await client.post("/entra", [("codice", link)])), client)
        }
    }

    @Test func `a form is looked at, corrected, taken in, published, and undone`() async throws {
        let base = try TemporaryBase()
        try await Self.with(base) { editor, reader in
            let sent = try await editor.upload(
                "/importa", file: "foglio", Array(Self.csv.utf8), as: "C:\\Risposte 2026.csv", [("tipo", "idea")],
                from: "/importa")
            let address = try #require(sent.headers["location"])
            #expect(sent.status == 303 && address.hasPrefix("/importa/"))
            let page = try await editor.get(address)
            #expect(page.status == 200 && text(base, "tabelle/risposte-2026.csv").isEmpty)
            #expect(page.text.contains("«La tua e-mail»") && !page.text.contains("a@b.it"))
            #expect(page.text.contains("caffè letterario"))
            var form = Form(page.text)
            let heading = try #require(form.values.first { $0.value == "Nome dell'iniziativa" }?.key)
            let column = String(heading.dropLast(".heading".count))
            #expect(form.values[column + ".target"] == "titolo")
            // Another column for a moment: the page shows what that would bring.
            let looked = try await editor.post(
                address, form.filled([column + ".target": "-", "azione": "prova"]), token: form.token)
            #expect(looked.status == 303)
            let without = try await editor.get(address)
            #expect(Form(without.text).values[column + ".target"] == "-")
            form = Form(without.text)
            _ = try await editor.post(
                address, form.filled([column + ".target": "titolo", "azione": "prova"]), token: form.token)
            form = Form(try await editor.get(address).text)
            let word = try #require(form.values.first { $0.value == "caffè letterario" }?.key)
            let ours = word.replacing(".theirs", with: ".ours")
            let taken = try await editor.post(
                address, form.filled([ours: "Sport", "azione": "prendi"]), token: form.token)
            #expect(taken.status == 303)
            let done = try await editor.get(address)
            #expect(done.text.contains("2 schede nuove") && done.text.contains("da-correggere"))
            let corrections = try await editor.get(address + "/da-correggere")
            #expect(corrections.status == 200 && corrections.headers["content-type"] == "text/csv; charset=utf-8")
            // What tells who answered is not kept.
            #expect(!text(base, "tabelle/risposte-2026.csv").contains("a@b.it"))
            let kept = try Files.list(base.folder.path(ImportStore.folder + address.dropFirst("/importa".count)))
            #expect(!kept.map(\.name).contains("risposte-2026.csv"))
            let review = try await editor.get("/revisione")
            let ids = review.text.matches(of: #/name="id" value="([^"]+)"/#).map { ("id", String($0.output.1)) }
            try #require(!ids.isEmpty)
            let published = try await editor.post("/revisione/pubblica", ids, from: "/revisione")
            #expect(published.status == 303)
            let seen = try await reader.get("/schede/\(ids[0].1)")
            #expect(seen.status == 200)
            for _ in 0..<2 {
                let changes = try await editor.get("/modifiche")
                let undo = Form(changes.text, containing: "action=\"/modifiche/annulla\"")
                let last = undo.values["ultima"] ?? ""
                let undone = try await editor.post(
                    "/modifiche/annulla", [("ultima", last), ("modifica", last)], token: undo.token)
                #expect(undone.status == 303)
            }
            #expect(text(base, "tabelle/risposte-2026.csv").isEmpty)
            let gone = try await reader.get("/schede/\(ids[0].1)")
            #expect(gone.status == 404)
        }
    }

    @Test(arguments: [
        ("a.csv", "%PDF-1.4 …"), ("a.xlsx", "PK\u{3}\u{4}rotto"), ("a.csv", "<!DOCTYPE html><p>"),
        ("a.csv", "{\"a\": 1}"),
        ("a.csv", ""),
    ])
    func `what is no table is refused in a sentence, and not kept`(name: String, content: String) async throws {
        let base = try TemporaryBase()
        try await Self.with(base) { editor, _ in
            let sent = try await editor.upload(
                "/importa", file: "foglio", Array(content.utf8), as: name, from: "/importa")
            #expect(sent.status == 422 && sent.text.contains("role=\"alert\""))
            #expect(!sent.text.contains(base.folder.root))
            let kept = (try? Files.list(base.folder.path(ImportStore.folder))) ?? []
            #expect(kept.isEmpty)
        }
    }

    @Test func `a column that seems to name who answered can be the title, and what is wrong is told by kind`()
        async throws
    {
        let base = try TemporaryBase()
        let rows = "Nome;Tema;Comune;E-mail\nOrto;sport;Atlantide;a@b.it\nCoro;sport;Atlantide;c@d.it\n"
        try await Self.with(base) { editor, _ in
            let sent = try await editor.upload(
                "/importa", file: "foglio", Array(rows.utf8), as: "r.csv", from: "/importa")
            let address = try #require(sent.headers["location"])
            let page = try await editor.get(address)
            #expect(
                page.text.contains("Nessuna colonna dà il titolo") && page.text.contains("<details open><summary>Una"))
            #expect(!page.text.contains("value=\"prendi\""))
            #expect(
                page.text.contains(
                    #/righe <a href="[^"]+/righe/2">2</a>, <a href="[^"]+/righe/3">3</a>: manca `titolo`/#))
            let form = Form(page.text)
            let heading = try #require(form.values.first { $0.value == "Nome" }?.key)
            let column = String(heading.dropLast(".heading".count))
            #expect(form.values[column + ".target"] == "-")
            let claimed = try await editor.post(
                address, form.filled([column + ".target": "titolo", "azione": "prova"]), token: form.token)
            #expect(claimed.status == 303)
            let again = try await editor.get(address)
            #expect(!again.text.contains("Nessuna colonna") && again.text.contains("«E-mail»"))
            // A word that is asked for once above is not read out row by row.
            #expect(
                again.text.contains("<details><summary>territorio sconosciuto · righe: 2 · Atlantide (2)</summary>"))
            let now = Form(again.text)
            let taken = try await editor.post(address, now.filled(["azione": "prendi"]), token: now.token)
            #expect(taken.status == 303)
        }
        #expect(text(base, "tabelle/r.csv").contains("Orto") && !text(base, "tabelle/r.csv").contains("a@b.it"))
    }

    @Test func `what another network downloads as an archive comes in as drafts with their pictures`() async throws {
        let (theirs, ours) = (try TemporaryBase(), try TemporaryBase())
        for (id, more) in [("orto", "immagini: [{file: campo.jpg, descrizione: Il campo}]\n"), ("teatro", "")] {
            try theirs.write(
                "---\ntitolo: \(id.capitalized) <b>\ntipo: pratica\nterritori: Foggia\ntemi: sport\n\(more)licenza: CC-BY-4.0\npermesso: {da: Ente}\npubblicazione: pubblicata\n---\n## Che cosa si fa\n\nSi lavora.\n",
                to: "schede/\(id).md")
        }
        try theirs.write(SampleFiles.jpeg(), to: "schede/orto/campo.jpg")
        try ours.write("---\ntitolo: Il nostro\ntipo: idea\n---\n", to: "schede/teatro.md")
        let zip = ours.folder.path("../\(UUID().uuidString).zip")
        defer { Files.remove(zip) }
        try await RunningServer.with(theirs) { client in
            let given = try await client.get("/cerca/scarica/bundle")
            #expect(given.status == 200)
            try Files.write(given.body, to: zip)
        }
        let bytes = try Files.read(zip)
        try await Self.with(ours) { editor, reader in
            let sent = try await editor.upload("/importa", file: "foglio", bytes, as: "rete.zip", from: "/importa")
            let address = try #require(sent.headers["location"])
            let page = try await editor.get(address)
            #expect(page.text.contains("Orto &lt;b&gt;") && page.text.contains("href=\"/schede/teatro\""))
            #expect(text(ours, "schede/orto.md").isEmpty)
            let taken = try await editor.post(address, [("azione", "prendi")], from: address)
            #expect(taken.status == 303)
            let done = try await editor.get(address)
            #expect(done.text.contains("Schede nuove: 1") && done.text.contains("c&#39;erano già: 1"))
            let sheet = try await editor.get("/schede/orto")
            #expect(sheet.text.contains("/schede/orto/file/campo.jpg"))
            let picture = try await editor.get("/schede/orto/file/campo.jpg")
            #expect(picture.status == 200)
            let hidden = try await reader.get("/schede/orto")
            #expect(hidden.status == 404)
            // A second time there is nothing to take.
            let again = try await editor.upload("/importa", file: "foglio", bytes, as: "rete.zip", from: "/importa")
            let empty = try await editor.get(again.headers["location"] ?? "")
            #expect(empty.status == 200 && !empty.text.contains("value=\"prendi\""))
        }
        #expect(text(ours, "schede/teatro.md").contains("Il nostro"))
        try EditJournal(ours.folder).undo()
        #expect(text(ours, "schede/orto.md").isEmpty)
        #expect(Files.type(of: ours.folder.path("schede/orto/campo.jpg")) == nil)
    }

    @Test func `a row without a title is completed on the page, and comes in with all that it says`() async throws {
        let base = try TemporaryBase()
        let rows =
            "Titolo;Tema;Comune;Che cosa fate;E-mail\nOrto;sport;Roma;Si zappa;a@b.it\n;sport;Lecce;\"Si «gioca» <b>\nogni lunedì\";c@d.it\n"
        try await Self.with(base) { editor, _ in
            let sent = try await editor.upload(
                "/importa", file: "foglio", Array(rows.utf8), as: "r.csv", from: "/importa")
            let address = try #require(sent.headers["location"])
            let row = address + "/righe/3"
            let plan = try await editor.get(address)
            #expect(plan.text.contains("Righe che resterebbero fuori") && plan.text.contains("href=\"\(row)\""))
            let page = try await editor.get(row)
            #expect(page.status == 200 && page.text.contains("Si «gioca» &lt;b&gt;\nogni lunedì"))
            #expect(!page.text.contains("c@d.it"))
            var form = Form(page.text, containing: "action=\"\(row)\"")
            func name(_ heading: String) -> String {
                let key = form.values.first { $0.value == heading && $0.key.hasSuffix(".heading") }?.key ?? ""
                return key.dropLast("heading".count) + "text"
            }
            // What is typed is kept, even where it is not enough.
            let poor = try await editor.post(
                row, form.filled([name("Comune"): "Lecce e Roma", "azione": "salva"]), token: form.token)
            #expect(poor.status == 422 && poor.text.contains("value=\"Lecce e Roma\""))
            #expect(poor.text.contains("Nel foglio: «Lecce»") && poor.text.contains("aria-invalid"))
            form = Form(poor.text, containing: "action=\"\(row)\"")
            let saved = try await editor.post(
                row,
                form.filled([name("Titolo"): "Il gioco", name("Comune"): "Lecce", "azione": "salva"]),
                token: form.token)
            #expect(saved.status == 303 && saved.headers["location"] == address + "?fatto=riga")
            let after = try await editor.get(address)
            #expect(!after.text.contains("Righe che resterebbero fuori") && after.text.contains("nuove: 2"))
            form = Form(after.text)
            let taken = try await editor.post(address, form.filled(["azione": "prendi"]), token: form.token)
            #expect(taken.status == 303)
            for path in [row, address + "/righe/2"] {
                let gone = try await editor.get(path)
                #expect(gone.status == 404)
            }
            let sheet = try await editor.get("/schede/il-gioco")
            #expect(sheet.status == 200 && sheet.text.contains("ogni lunedì"))
            // The spreadsheet still has no title: it is the same row.
            let again = try await editor.upload(
                "/importa", file: "foglio", Array(rows.utf8), as: "r.csv", from: "/importa")
            let second = try await editor.get(again.headers["location"] ?? "")
            #expect(second.text.contains("come prima: 2"))
        }
    }

    @Test func `a spreadsheet without titles gets them row by row, and what was typed is taken back`() async throws {
        let base = try TemporaryBase()
        try await Self.with(base) { editor, _ in
            let sent = try await editor.upload(
                "/importa", file: "foglio", Array("Tema;Comune\nsport;Roma\nsport;Lecce\n".utf8), as: "r.csv",
                from: "/importa")
            let address = try #require(sent.headers["location"])
            for (row, title) in [(2, "Orto"), (3, "Coro")] {
                let page = try await editor.get("\(address)/righe/\(row)")
                let form = Form(page.text, containing: "/righe/\(row)\"")
                let heading = form.values.first { $0.value == "Titolo" && $0.key.hasSuffix(".heading") }?.key ?? ""
                let saved = try await editor.post(
                    "\(address)/righe/\(row)",
                    form.filled([heading.dropLast("heading".count) + "text": title, "azione": "salva"]),
                    token: form.token)
                #expect(saved.status == 303)
            }
            let both = try await editor.get(address)
            #expect(both.text.contains("nuove: 2"))
            let back = try await editor.post(
                "\(address)/righe/3", [("azione", "comera")], from: "\(address)/righe/3")
            #expect(back.status == 303)
            let one = try await editor.get(address)
            #expect(one.text.contains("nuove: 1") && one.text.contains("restano fuori: 1"))
            for path in ["0", "4", "x", "99999999999999999999"] {
                let none = try await editor.get("\(address)/righe/\(path)")
                #expect(none.status == 404)
            }
        }
    }

    @Test(arguments: ["../../../persone", "..%2F..%2Fpersone.yaml", "nulla", "%00"])
    func `an address leads to nothing but what was sent`(token: String) async throws {
        let base = try TemporaryBase()
        try await Self.with(base) { editor, _ in
            for path in ["/importa/\(token)", "/importa/\(token)/da-correggere"] {
                let answer = try await editor.get(path)
                #expect(answer.status == 404, "\(path)")
            }
        }
    }

    @Test func `a spreadsheet that waits with a row of a sheet to be forgotten is named, and goes with it`()
        async throws
    {
        let base = try TemporaryBase()
        try base.write("---\ntitolo: Orto di quartiere\ntipo: idea\n---\n", to: "schede/orto.md")
        let owner = try People(base.folder).add("Olga", role: .owner).link
        try await RunningServer.withPeople(base) { client in
            let olga = client.keeping(try await client.post("/entra", [("codice", owner)]))
            let sent = try await olga.upload(
                "/importa", file: "foglio", Array(Self.csv.utf8), as: "Risposte <1>.txt", from: "/importa")
            let address = try #require(sent.headers["location"])
            let other = try await olga.upload(
                "/importa", file: "foglio", Array("Titolo;Tema\nCoro;sport\n".utf8), as: "Altro.csv", from: "/importa")
            let asked = try await olga.get("/schede/orto/dimentica")
            #expect(asked.text.contains("<bdi>Risposte &lt;1&gt;.txt</bdi>") && !asked.text.contains("Altro.csv"))
            let unsure = try await olga.post("/schede/orto/dimentica", [("conferma", "no")], from: "/importa")
            #expect(unsure.status == 422 && unsure.text.contains("Risposte &lt;1&gt;.txt"))
            let gone = try await olga.post("/schede/orto/dimentica", [("conferma", "orto")], from: "/importa")
            #expect(gone.status == 200 && gone.text.contains("preso, tolto: «Risposte &lt;1&gt;.txt»"))
            let away = try await olga.get(address)
            #expect(away.status == 404)
            let left = try await olga.get(other.headers["location"] ?? "")
            #expect(left.status == 200)
            // A row that never became a sheet can be forgotten, too.
            let never = try await olga.get("/schede/coro/dimentica")
            #expect(never.status == 200 && never.text.contains("Altro.csv"))
        }
    }

    @Test func `what is thrown away is gone`() async throws {
        let base = try TemporaryBase()
        try await Self.with(base) { editor, _ in
            let sent = try await editor.upload(
                "/importa", file: "foglio", Array(Self.csv.utf8), as: "r.csv", from: "/importa")
            let address = try #require(sent.headers["location"])
            let discarded = try await editor.post(address, [("azione", "butta")], from: address)
            #expect(discarded.status == 303)
            let after = try await editor.get(address)
            #expect(after.status == 404)
            let kept = (try? Files.list(base.folder.path(ImportStore.folder))) ?? []
            #expect(kept.isEmpty)
        }
    }

    @Test func `every target of a column is offered, and read as it was meant`() {
        for target in ImportTargets.all {
            #expect(TableTarget(target.text(in: .italian)) == target)
            #expect(!ImportTargets.label(target, .italian).isEmpty && !ImportTargets.label(target, .english).isEmpty)
        }
    }
}
