import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// Collections put together and communities written down, with nothing but buttons.
@Suite struct CuratingTests {
    private func base() throws -> TemporaryBase {
        let base = try TemporaryBase()
        for name in ["uno", "due", "tre"] {
            try base.write(
                "---\ntitolo: Orto \(name)\ntipo: idea\nterritori: Foggia\ntemi: [sport]\npubblicazione: pubblicata\n---\n",
                to: "schede/\(name).md")
        }
        try base.write(
            "titolo: Giovani\nincontri:\n  - numero: 1\n    stato: previsto\ndomande:\n  - domanda: Chi paga?\n",
            to: "comunita/giovani.yaml")
        return base
    }

    private func text(_ base: TemporaryBase, _ path: String) -> String {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func with(
        _ base: TemporaryBase, _ work: @escaping @Sendable (_ editor: WebClient) async throws -> Void
    ) async throws {
        let link = try People(base.folder).add("Anna", role: .editor).link
        try await RunningServer.withPeople(base) { client in
            try await work(client.keeping(try await client.post("/entra", [("codice", link)])))
        }
    }

    private func entries(_ base: TemporaryBase) throws -> [String] {
        try KnowledgeBase.open(base.folder.root, environment: [:]).existingCollection("orti").entries.map(\.id)
    }

    @Test func `a collection is begun, filled, ordered, noted, and read`() async throws {
        let base = try base()
        try await Self.with(base) { editor in
            let none = try await editor.post("/scrivi/raccolta", [("titolo", " ")], from: "/scrivi/raccolta")
            #expect(none.status == 422)
            let made = try await editor.post(
                "/scrivi/raccolta", [("titolo", "Orti"), ("cura", "Rete")], from: "/scrivi/raccolta")
            let page = "/raccolte/orti/cura"
            #expect(made.headers["location"] == page)
            let found = try await editor.get(page + "?q=orto")
            #expect(found.text.components(separatedBy: "name=\"id\"").count == 4)
            #expect(found.text.contains("<label for=\"scelta-uno\"><bdi>Orto uno</bdi></label>"))
            let added = try await editor.post(
                page, [("azione", "aggiungi"), ("id", "uno"), ("id", "due"), ("q", "orto")], from: page)
            #expect(added.headers["location"] == page + "?fatto=aggiunte&q=orto#voce-due")
            let joined = try await editor.post("/schede/tre/raccolta", [("raccolta", "orti")], from: page)
            #expect(joined.headers["location"] == "/schede/tre?fatto=raccolta")
            #expect(try entries(base) == ["uno", "due", "tre"])
            for (action, expected) in [
                ("giu", ["due", "uno", "tre"]), ("giu", ["due", "tre", "uno"]), ("giu", ["due", "tre", "uno"]),
                ("su", ["due", "uno", "tre"]), ("su", ["uno", "due", "tre"]), ("su", ["uno", "due", "tre"]),
            ] {
                let moved = try await editor.post(page, [("azione", action), ("voce", "uno")], from: page)
                #expect(moved.status == 303)
                #expect(try entries(base) == expected)
            }
            let noted = try await editor.post(
                page, [("azione", "nota"), ("voce", "due"), ("prima", ""), ("nota", "Da leggere <b>prima</b>")],
                from: page)
            #expect(noted.status == 303 && text(base, "raccolte/orti.md").contains("Da leggere"))
            // Somebody else's note is not overwritten, and what was typed is shown.
            let clash = try await editor.post(
                page, [("azione", "nota"), ("voce", "due"), ("prima", ""), ("nota", "Altra")], from: page)
            #expect(
                clash.status == 409 && clash.text.contains(">\nAltra</textarea>")
                    && clash.text.contains("<pre>Da leggere"))
            let headed = try await editor.post(page, [("azione", "titoletto"), ("titoletto", "In città")], from: page)
            #expect(headed.status == 303 && text(base, "raccolte/orti.md").contains("In città"))
            let searched = try await editor.post(page, [("azione", "ricerca"), ("ricerca", "tema:sport")], from: page)
            #expect(searched.status == 303)
            let shown = try await editor.get(page)
            #expect(shown.text.contains("tema:sport") && shown.text.contains("In città"))
            #expect(shown.text.contains("value=\"congela\""))
            // What a search finds can become entries, and the search comes back.
            let before = text(base, "raccolte/orti.md")
            let frozen = try await editor.post(page, [("azione", "congela")], from: page)
            #expect(frozen.status == 303 && frozen.headers["location"]?.contains("fatto=congelata") == true)
            let without = try await editor.get(page)
            #expect(!without.text.contains("value=\"congela\"") && without.text.contains("tema:sport"))
            try EditJournal(base.folder).undo()
            #expect(text(base, "raccolte/orti.md") == before)
            _ = try await editor.post(page, [("azione", "togli-ricerca"), ("ricerca", "tema:sport")], from: page)
            _ = try await editor.post(page, [("azione", "togli-titoletto"), ("titoletto", "In città")], from: page)
            _ = try await editor.post(page, [("azione", "togli"), ("voce", "tre")], from: page)
            let titled = try await editor.post(
                page, [("azione", "testata"), ("titolo", "Orti e giardini"), ("sintesi", "Una\nfrase")], from: page)
            #expect(titled.status == 303)
            #expect(try entries(base) == ["uno", "due"])
            let file = text(base, "raccolte/orti.md")
            #expect(!file.contains("tema:sport") && !file.contains("In città") && file.contains("Orti e giardini"))
            // Dragged, an entry lands beside another.
            for (action, expected) in [("davanti", ["due", "uno"]), ("dopo", ["uno", "due"])] {
                let dragged = try await editor.post(
                    page, [("azione", action), ("voce", "due"), ("accanto", "uno")], from: page)
                #expect(dragged.status == 303)
                #expect(try entries(base) == expected)
            }
            // Where others moved something meanwhile, nothing is done.
            let stale = try await editor.post(
                page, [("azione", "davanti"), ("voce", "due"), ("accanto", "uno"), ("ordine", "altro")], from: page)
            #expect(stale.status == 409)
            #expect(try entries(base) == ["uno", "due"])
            for wrong in [[("azione", "togli"), ("voce", "tre")], [("azione", "boh")], [("azione", "aggiungi")]] {
                let refused = try await editor.post(page, wrong, from: page)
                #expect(refused.status == 422)
            }
            let missing = try await editor.post("/raccolte/nulla/cura", [("azione", "su")], from: page)
            #expect(missing.status == 404)
        }
        #expect(EditJournal(base.folder).edits().first?.title == "Anna: raccolta «orti»: sposta")
    }

    @Test func `a letter opens a collection, looked at before it is saved, and nobody's is overwritten`() async throws {
        let base = try base()
        let file =
            "---\ntitolo: Orti\n---\n\nCara lettrice,\ndue righe.\n\n## In città\n\nAltra prosa.\n\n- [Uno](scheda:uno) — Nota\n"
        try base.write(file, to: "raccolte/orti.md")
        try await Self.with(base) { editor in
            let page = "/raccolte/orti/cura"
            let form = Form(try await editor.get(page).text)
            #expect(form.values["lettera"] == "Cara lettrice,\r\ndue righe.")
            func send(_ action: String, _ letter: String, before: String? = nil) async throws -> WebClient.Answer {
                try await editor.post(
                    page,
                    [
                        ("azione", action), ("lettera", letter), ("prima", before ?? form.values["prima"] ?? ""),
                    ], token: form.token)
            }
            let seen = try await send("anteprima-lettera", "Parole **nuove** <script>x</script>")
            #expect(seen.status == 200 && seen.text.contains("<strong>nuove</strong>"))
            #expect(seen.text.contains("Parole **nuove**") && !seen.text.contains("<script>x"))
            for wrong in ["# Titolo", "- [Due](scheda:due)", "```ricerca\ntema:sport\n```"] {
                let refused = try await send("lettera", wrong)
                #expect(refused.status == 422 && refused.text.contains("nella lettera non vanno"), "\(wrong)")
            }
            let same = try await send("lettera", form.values["lettera"] ?? "")
            #expect(same.status == 303 && text(base, "raccolte/orti.md") == file)
            let saved = try await send("lettera", "Prima.\r\n\r\n- uno\r\n- due")
            #expect(saved.status == 303)
            #expect(
                text(base, "raccolte/orti.md")
                    == file.replacing("Cara lettrice,\ndue righe.", with: "Prima.\n\n- uno\n- due"))
            let clash = try await send("lettera", "Mia")
            #expect(clash.status == 409 && clash.text.contains("<pre>Prima.") && clash.text.contains("Mia</textarea>"))
            let gone = try await send("lettera", "", before: "Prima.\n\n- uno\n- due")
            #expect(gone.status == 303)
            #expect(text(base, "raccolte/orti.md") == file.replacing("\nCara lettrice,\ndue righe.\n", with: ""))
            let again = try await send("lettera", "Da capo.", before: "")
            #expect(again.status == 303)
            #expect(text(base, "raccolte/orti.md") == file.replacing("Cara lettrice,\ndue righe.", with: "Da capo."))
        }
        let journal = EditJournal(base.folder)
        for _ in 0..<3 { try journal.undo() }
        #expect(text(base, "raccolte/orti.md") == file)
    }

    @Test func `minutes of what was held and the days of meetings are taken away`() async throws {
        let base = try base()
        try base.write(
            "titolo: Giovani\nmembri:\n  - {nome: Circolo}\nincontri:\n  - numero: 1\n    data: 2025-05-14\n    stato: svolto\n    decisioni: [Si apre]\n  - numero: 2\n    stato: previsto\n",
            to: "comunita/giovani.yaml")
        try await Self.with(base) { editor in
            let page = try await editor.get("/comunita/giovani")
            #expect(page.text.contains("href=\"/comunita/giovani/verbale/1/docx\""))
            #expect(!page.text.contains("/verbale/2/") && page.text.contains("href=\"/comunita/giovani/incontri.ics\""))
            let minutes = try await editor.get("/comunita/giovani/verbale/1/html")
            #expect(minutes.status == 200 && minutes.text.contains("Si apre"))
            #expect(minutes.headers["content-disposition"] == "attachment; filename=\"verbale-giovani-1.html\"")
            for path in ["verbale/2/html", "verbale/9/html", "verbale/x/html", "verbale/1/xlsx", "verbale/1/boh"] {
                let none = try await editor.get("/comunita/giovani/" + path)
                #expect(none.status == 404, "\(path)")
            }
            for path in ["/comunita/giovani/incontri.ics", "/comunita/incontri.ics"] {
                let calendar = try await editor.get(path)
                #expect(calendar.headers["content-type"] == "text/calendar; charset=utf-8")
                #expect(calendar.text.contains("BEGIN:VEVENT") && calendar.text.contains("20250514"), "\(path)")
            }
            let unknown = try await editor.get("/comunita/nulla/incontri.ics")
            #expect(unknown.status == 404)
        }
    }

    @Test func `what a community did is written down, and what means nothing is shown again`() async throws {
        let base = try base()
        let before = text(base, "comunita/giovani.yaml")
        try await Self.with(base) { editor in
            let page = "/comunita/giovani/scrivi"
            let wrong: [(key: String, fields: [(String, String)])] = [
                ("incontro", [("incontro.data", "ieri")]), ("incontro", [("incontro.data", "2020-01-01")]),
                ("incontro", [("incontro.persone", "molte")]), ("domanda", [("domanda.tema", "sport")]),
                ("esito", [("esito.titolo", "Patto")]),
                ("esito", [("esito.titolo", "Patto"), ("esito.tipo", "partnership"), ("esito.schede", "nulla")]),
                ("risposta-domanda-1", [("risposta-domanda-1.schede", "nulla")]), ("boh", []),
            ]
            for (key, fields) in wrong {
                let refused = try await editor.post(page, fields + [("azione", key)], from: page)
                #expect(refused.status == 422, "\(key)")
                if let typed = fields.last { #expect(refused.text.contains(typed.1), "\(key)") }
                #expect(text(base, "comunita/giovani.yaml") == before, "\(key)")
            }
            let right: [(key: String, fields: [(String, String)], said: String)] = [
                (
                    "svolto-1",
                    [("svolto-1.data", "14/5/2025"), ("svolto-1.persone", "12"), ("svolto-1.decisioni", "Uno\r\nDue")],
                    "decisioni: [Uno, Due]"
                ),
                ("incontro", [("incontro.modo", "online"), ("incontro.stato", "planned")], "numero: 2"),
                ("domanda", [("domanda.domanda", "Chi apre?"), ("domanda.incontro", "1")], "domanda: \"Chi apre?\""),
                (
                    "risposta-domanda-1", [("risposta-domanda-1.schede", "uno"), ("risposta-domanda-1.incontro", "1")],
                    "stato: chiusa"
                ),
                (
                    "esito",
                    [
                        ("esito.titolo", "Patto di collaborazione"), ("esito.tipo", "partnership"),
                        ("esito.stato", "started"), ("esito.parti", "Rete\r\nComune"), ("esito.territori", "Foggia"),
                    ], "parti: [Rete, Comune]"
                ),
            ]
            for (key, fields, said) in right {
                let taken = try await editor.post(page, fields + [("azione", key)], from: page)
                #expect(taken.status == 303, "\(key)")
                #expect(text(base, "comunita/giovani.yaml").contains(said), "\(key)")
            }
            let shown = try await editor.get("/comunita/giovani")
            #expect(shown.text.contains("Patto di collaborazione") && shown.text.contains("/comunita/giovani/scrivi"))
        }
        let journal = EditJournal(base.folder)
        for _ in 0..<5 { try journal.undo() }
        #expect(text(base, "comunita/giovani.yaml") == before)
    }
}
