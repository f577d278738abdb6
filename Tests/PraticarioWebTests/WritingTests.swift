import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// A sheet from nothing to saved, changed by several at once, and never lost.
@Suite struct WritingTests {
    private static let sheet =
        "---\ntitolo: Orto   # il nome\ntipo: idea\nterritori: Bari\n# resta\ntemi: [sport]\norganizzazione:\n  nome: Rete\n  strano: mio\n---\n\n## Il bisogno\n\nUno.\n\n## Note interne\n\nSegreto.\n"

    private func base() throws -> TemporaryBase {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try base.write(
            Self.sheet.replacing("tipo: idea", with: "tipo: idea\npubblicazione: pubblicata"), to: "schede/fuori.md")
        return base
    }

    private func text(_ base: TemporaryBase, _ path: String) -> String {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// With a person of a role, who is in.
    private static func with(
        _ role: Role, _ base: TemporaryBase, _ work: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        let link = try People(base.folder).add("Anna", role: role).link
        try await RunningServer.withPeople(base) { client in
            try await work(client.keeping(try await client.post("/entra", [("codice", link)])))
        }
    }

    @Test func `a new sheet is written as it was typed`() async throws {
        let base = try base()
        try await Self.with(.editor, base) { client in
            let page = try await client.get("/scrivi/nuova?tipo=idea")
            #expect(page.status == 200 && page.text.contains("list=\"elenco-temi\""))
            #expect(page.text.contains("<option value=\"idea\" selected>"))
            let form = Form(page.text)
            let answer = try await client.post(
                form.action,
                form.filled([
                    "f.title": "Orto: due <b>&amp;</b>", "f.kind": "idea", "f.themes.0": "Sport",
                    "f.territories.0": "Bari", "f.sources.0.title": "Sito",
                    "f.sources.0.url": "https://esempio.org/?a=1",
                    "f.summary": "Una\r\nfrase", "s.0.text": "Uno.\r\n\r\n- due",
                ]), token: form.token)
            #expect(answer.status == 303 && answer.headers["location"] == "/schede/orto-due-b-amp-b?fatto=salvata")
            let shown = try await client.get("/schede/orto-due-b-amp-b?fatto=salvata")
            #expect(shown.text.contains("Salvata.") && !shown.text.contains("<b>&"))
        }
        let today = PartialDate.today.iso8601
        #expect(
            text(base, "schede/orto-due-b-amp-b.md")
                == "---\ntitolo: \"Orto: due <b>&amp;</b>\"\ntipo: idea\nsintesi: \"Una\\nfrase\"\npubblicazione: bozza\ntemi: [Sport]\nterritori: [Bari]\nfonti:\n  - titolo: Sito\n    url: \"https://esempio.org/?a=1\"\nlingua: it\naggiornata: \(today)\n---\n\n## Il bisogno\n\nUno.\n\n- due\n"
        )
        let edits = EditJournal(base.folder).edits()
        #expect(edits.first?.title == "Anna: scheda nuova «Orto: due <b>&amp;</b>»")
        try EditJournal(base.folder).undo()
        #expect(text(base, "schede/orto-due-b-amp-b.md").isEmpty)
    }

    @Test func `a knowledge base in English gets sheets in English, whoever writes them`() async throws {
        let base = try TemporaryBase()
        try base.write("title: Archive\nlanguage: en\n", to: "praticario.yaml")
        try await Self.with(.editor, base) { client in
            let form = Form(try await client.get("/scrivi/nuova?tipo=idea").text)
            #expect(form.values["f.kind"] == "idea")
            let answer = try await client.post(
                form.action,
                form.filled(["f.title": "Garden", "f.organization.name": "Network", "s.0.text": "One."]),
                token: form.token)
            #expect(answer.status == 303)
        }
        let file = text(base, "schede/garden.md")
        #expect(file.contains("title: Garden\nkind: idea\n") && file.contains("organization:\n  name: Network\n"))
        #expect(file.contains("publication: draft\n") && file.contains("\n## The need\n\nOne.\n"))
    }

    @Test func `saving changes the lines concerned and no other`() async throws {
        let base = try base()
        try await Self.with(.editor, base) { client in
            let form = Form(try await client.get("/schede/orto/modifica").text)
            let same = try await client.post(form.action, form.filled([:]), token: form.token)
            #expect(same.headers["location"] == "/schede/orto?fatto=uguale")
            #expect(text(base, "schede/orto.md") == Self.sheet)
            let answer = try await client.post(
                form.action, form.filled(["f.title": "Orto nuovo", "f.organization.name": "Rete degli orti"]),
                token: form.token)
            #expect(answer.status == 303)
        }
        let day = "aggiornata: \(PartialDate.today.iso8601)\n---"
        #expect(
            text(base, "schede/orto.md")
                == Self.sheet.replacing("titolo: Orto ", with: "titolo: Orto nuovo ")
                .replacing("nome: Rete\n", with: "nome: Rete degli orti\n").replacing("mio\n---", with: "mio\n" + day))
    }

    @Test func `what is wrong stands beside its field, as check says it, and nothing is lost`() async throws {
        let base = try base()
        try await Self.with(.editor, base) { client in
            let form = Form(try await client.get("/schede/orto/modifica").text)
            let typed = [
                "f.themes.0": "nessun tema così", "f.start": "ieri", "s.0.text": "Testo <script>alert(1)</script>",
                "azione": "controlla",
            ]
            let checked = try await client.post(form.action, form.filled(typed), token: form.token)
            #expect(checked.status == 200 && text(base, "schede/orto.md") == Self.sheet)
            #expect(
                checked.text.contains("id=\"f-themes-problemi\"") && checked.text.contains("id=\"f-start-problemi\""))
            #expect(checked.text.contains("aria-invalid=\"true\""))
            #expect(checked.text.contains("value=\"nessun tema così\"") && !checked.text.contains("<script>alert"))
            let preview = try await client.post(
                form.action, form.filled(["s.0.text": "Parole **nuove**", "azione": "anteprima"]), token: form.token)
            #expect(preview.text.contains("<strong>nuove</strong>"))
            // Without a title there is no sheet.
            let none = try await client.post(form.action, form.filled(["f.title": " "]), token: form.token)
            #expect(none.status == 422 && text(base, "schede/orto.md") == Self.sheet)
            let longer = try await client.post(
                form.action, form.filled(["azione": "altro:f.themes"]), token: form.token)
            #expect(longer.text.contains("name=\"f.themes.4\""))
            // A draft with errors is saved: it is a draft.
            var saved = typed
            saved["azione"] = "salva"
            let answer = try await client.post(form.action, form.filled(saved), token: form.token)
            #expect(answer.status == 303)
        }
        #expect(text(base, "schede/orto.md").contains("temi: [nessun tema così]"))
    }

    @Test func `a published sheet is not made wrong`() async throws {
        let base = try base()
        let before = text(base, "schede/fuori.md")
        try await Self.with(.editor, base) { client in
            let form = Form(try await client.get("/schede/fuori/modifica").text)
            let answer = try await client.post(form.action, form.filled(["f.start": "ieri"]), token: form.token)
            #expect(answer.status == 422 && answer.text.contains("value=\"ieri\""))
        }
        #expect(text(base, "schede/fuori.md") == before)
    }

    @Test func `two people on one sheet lose nothing`() async throws {
        let base = try base()
        try await Self.with(.editor, base) { client in
            let (first, second) = (
                Form(try await client.get("/schede/orto/modifica").text),
                Form(try await client.get("/schede/orto/modifica").text)
            )
            _ = try await client.post(
                first.action, first.filled(["f.title": "Titolo uno", "f.themes.1": "cultura"]), token: first.token)
            // Other fields come together without a word.
            let other = try await client.post(
                second.action, second.filled(["s.0.text": "Testo due"]), token: second.token)
            #expect(other.status == 303)
            #expect(text(base, "schede/orto.md").contains("titolo: Titolo uno"))
            #expect(text(base, "schede/orto.md").contains("Testo due"))
            // The same field is shown in both versions.
            let clash = try await client.post(
                second.action, second.filled(["f.title": "Titolo due", "s.0.text": "Testo due"]), token: second.token)
            #expect(clash.status == 409)
            #expect(clash.text.contains("value=\"Titolo due\"") && clash.text.contains("<pre>Titolo uno</pre>"))
            #expect(text(base, "schede/orto.md").contains("titolo: Titolo uno"))
            // What was shown is what is put together and saved.
            let merged = Form(clash.text)
            let answer = try await client.post(
                merged.action, merged.filled(["f.title": "Titolo uno e due"]), token: merged.token)
            #expect(answer.status == 303)
        }
        let file = text(base, "schede/orto.md")
        #expect(file.contains("titolo: Titolo uno e due") && file.contains("temi: [sport, cultura]"))
    }

    @Test func `what was typed outlives the server, and goes when it is saved`() async throws {
        let base = try base()
        let link = try People(base.folder).add("Anna", role: .member).link
        let (cookies, cookie) = AsyncStream.makeStream(of: String.self)
        try await RunningServer.withPeople(base) { client in
            let anna = client.keeping(try await client.post("/entra", [("codice", link)]))
            let form = Form(try await anna.get("/schede/orto/modifica").text)
            let kept = try await anna.post(
                "/bozze/scheda-orto", form.filled(["s.0.text": "Mezza frase"]), token: form.token)
            #expect(kept.status == 204)
            cookie.yield(anna.headers["Cookie"] ?? "")
            cookie.finish()
        }
        var known = ""
        for await value in cookies { known = value }
        let session = known
        let mode =
            try FileManager.default.attributesOfItem(
                atPath: base.folder.path(PrivateWriting.drafts + "/anna/scheda-orto.json"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try await RunningServer.withPeople(base) { client in
            let anna = client.with("Cookie", session)
            let list = try await anna.get("/scrivi")
            #expect(list.text.contains("/schede/orto/modifica?bozza=scheda-orto"))
            let plain = try await anna.get("/schede/orto/modifica")
            #expect(plain.text.contains("Uno.") && plain.text.contains("?bozza=scheda-orto"))
            let form = Form(try await anna.get("/schede/orto/modifica?bozza=scheda-orto").text)
            #expect(form.values["s.0.text"] == "Mezza frase")
            let saved = try await anna.post(form.action, form.filled([:]), token: form.token)
            #expect(saved.status == 303)
            let after = try await anna.get("/scrivi")
            #expect(!after.text.contains("scheda-orto"))
            for name in ["..%2F..%2Fpersone", "A", "%00"] {
                let refused = try await anna.post("/bozze/\(name)", [], token: form.token)
                #expect(refused.status == 400, "\(name)")
            }
        }
        #expect(text(base, "schede/orto.md").contains("Mezza frase"))
    }

    @Test func `hostile text in every field is text on every page`() async throws {
        let base = try base()
        let evil = "<script>alert(1)</script>\"'&=x${{7*7}}{{{page}}}"
        try base.write(
            "---\ntitolo: \(YAMLText.quoted(evil))\n---\n- [x](scheda:orto) — \(evil)\n", to: "raccolte/evil.md")
        try base.write("titolo: \(YAMLText.quoted(evil))\n", to: "comunita/evil.yaml")
        try await Self.with(.owner, base) { client in
            let form = Form(try await client.get("/schede/orto/modifica").text)
            var typed: [String: String] = [:]
            for name in form.values.keys where name.hasPrefix("f.") || name.hasPrefix("s.") {
                typed[name] = name.hasSuffix(".before") ? "0" : evil
            }
            typed["f.kind"] = "idea"
            for action in ["controlla", "anteprima", "salva"] {
                typed["azione"] = action
                let answer = try await client.post(form.action, form.filled(typed), token: form.token)
                #expect(answer.status == (action == "salva" ? 303 : 200), "\(action)")
                #expect(!answer.text.contains("<script>alert"), "\(action)")
            }
            let part = evil.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let pages = [
                "/schede/orto", "/schede/orto/modifica", "/schede/orto/stato", "/revisione", "/modifiche", "/scrivi",
                "/raccolte/evil/cura?q=\(part)", "/comunita/evil/scrivi", "/persone", "/entra?da=\(part)",
                "/scrivi/nuova?tipo=\(part)&bozza=\(part)", "/schede/orto?fatto=\(part)", "/importa",
            ]
            for page in pages {
                let answer = try await client.get(page)
                #expect(answer.status == 200, "\(page)")
                #expect(!answer.text.contains("<script>alert") && !answer.text.contains("x$49"), "\(page)")
            }
        }
    }

    @Test func `a visit that ended loses nothing: the same form is taken in the next`() async throws {
        let base = try base()
        let people = People(base.folder)
        let link = try people.add("Anna", role: .editor).link
        try await RunningServer.withPeople(base) { client in
            let first = client.keeping(try await client.post("/entra", [("codice", link)]))
            let form = Form(try await first.get("/schede/orto/modifica").text)
            _ = try await first.post("/esci", token: form.token)
            let refused = try await first.post(form.action, form.filled(["f.title": "Dopo"]), token: form.token)
            #expect(refused.headers["location"] == "/entra?da=%2F&inviato=1")
            let told = try await first.get("/entra?da=%2F&inviato=1")
            #expect(told.text.contains("torna indietro"))
            let again = client.keeping(try await client.post("/entra", [("codice", try people.newLink(for: "anna"))]))
            let saved = try await again.post(form.action, form.filled(["f.title": "Dopo"]), token: form.token)
            #expect(saved.status == 303 && text(base, "schede/orto.md").contains("titolo: Dopo"))
        }
    }

    @Test func `a folder that cannot be written gives the form back with what was typed`() async throws {
        let base = try base()
        try await Self.with(.editor, base) { client in
            let form = Form(try await client.get("/schede/orto/modifica").text)
            // Files where the journal and the drafts keep their folders: nobody can write there.
            for path in [KnowledgeBaseFolder.privateFolder + "/bozze", ".praticario/annulla"] {
                try? FileManager.default.removeItem(atPath: base.folder.path(path))
                try base.write("", to: path)
            }
            let answer = try await client.post(form.action, form.filled(["f.title": "Mia"]), token: form.token)
            #expect(answer.status == 422 && answer.text.contains("value=\"Mia\""))
        }
        #expect(text(base, "schede/orto.md") == Self.sheet)
    }

    @Test func `who proposes writes what waits for review, and leaves alone what is out`() async throws {
        let base = try base()
        try await Self.with(.member, base) { client in
            let form = Form(try await client.get("/scrivi/nuova").text)
            let saved = try await client.post(
                form.action,
                form.filled([
                    "f.title": "Proposta", "f.kind": "idea", "f.publication": "pubblicata", "f.permission.by": "X",
                ]),
                token: form.token)
            #expect(saved.status == 303)
            // What is out is changed by an editor alone, whatever is sent.
            let before = text(base, "schede/fuori.md")
            let other = Form(try await client.get("/schede/fuori/modifica").text)
            let proposed = try await client.post(
                other.action, other.filled(["f.title": "Fuori dal comune"]), token: other.token)
            #expect(proposed.status == 303 && text(base, "schede/fuori.md") == before)
        }
        let proposal = text(base, "schede/proposta.md")
        #expect(proposal.contains("pubblicazione: \"in verifica\"") || proposal.contains("pubblicazione: in verifica"))
        #expect(!proposal.contains("permesso"))
    }

    @Test func `a file written in a way that would change its meaning is left as it is, and what was typed is shown`()
        async throws
    {
        let base = try base()
        let odd = "---\n{titolo: Strana, tipo: idea, temi: sport, territori: Bari}\n---\n"
        try base.write(odd, to: "schede/strana.md")
        try await Self.with(.editor, base) { client in
            let form = Form(try await client.get("/schede/strana/modifica").text)
            let answer = try await client.post(form.action, form.filled(["f.title": "Altra"]), token: form.token)
            #expect(answer.status == 422 && answer.text.contains("value=\"Altra\""))
        }
        #expect(text(base, "schede/strana.md") == odd)
    }

    @Test func `a row is written in its cells`() async throws {
        let base = try base()
        try base.write(
            "Titolo;Tipo;Temi;Dove;Racconto\nUno;idea;sport;Bari;Prima\nDue;idea;sport;Bari;\n", to: "tabelle/t.csv")
        try base.write(
            "colonne:\n  Titolo: titolo\n  Tipo: tipo\n  Temi: temi\n  Dove: territori\n  Racconto: Che cosa si fa\n",
            to: "tabelle/t.yaml")
        try await Self.with(.editor, base) { client in
            let form = Form(try await client.get("/schede/uno/modifica").text)
            #expect(form.values["f.title"] == "Uno")
            let texts = form.values.filter { $0.value == "Prima" }.map(\.key)
            let answer = try await client.post(
                form.action, form.filled(["f.themes.1": "cultura", texts[0]: "Dopo\r\n\r\ndue"]), token: form.token)
            #expect(answer.status == 303)
        }
        #expect(
            text(base, "tabelle/t.csv")
                == "Titolo;Tipo;Temi;Dove;Racconto\nUno;idea;\"sport; cultura\";Bari;\"Dopo\ndue\"\nDue;idea;sport;Bari;\n"
        )
    }

    @Test func `a new sheet takes no other's place, wherever that one stands`() async throws {
        let base = try base()
        try base.write(
            "---\ntitolo: Bosco\ntipo: idea\ntemi: [sport]\nterritori: [Bari]\npubblicazione: pubblicata\n---\n",
            to: "schede/puglia/bosco.md")
        try await Self.with(.member, base) { client in
            let form = Form(try await client.get("/scrivi/nuova?tipo=idea").text)
            let answer = try await client.post(
                form.action,
                form.filled(["f.title": "Bosco", "f.themes.0": "Sport", "f.territories.0": "Bari"]), token: form.token)
            #expect(answer.headers["location"] == "/schede/bosco-2?fatto=salvata")
            #expect(try await client.get("/schede/bosco").status == 200)
        }
    }

    @Test func `the name of a field never becomes a line of the file`() async throws {
        let base = try base()
        try await Self.with(.member, base) { client in
            let form = Form(try await client.get("/scrivi/nuova?tipo=idea").text)
            let fields =
                form.filled(["f.title": "Serra", "f.organization.name": "Rete", "f.themes.0": "Sport"])
                + [("f.organization.x: 1\nid: altro\npermesso", "{da: Regione}")]
            _ = try await client.post(form.action, fields, token: form.token)
        }
        let written = text(base, "schede/serra.md")
        #expect(written.contains("Rete") && !written.contains("Regione") && !written.contains("id: altro"))
    }
}

/// The fields of a page's form as a browser would send them.
struct Form {
    private(set) var values: [String: String] = [:]
    let token: String
    let action: String

    init(_ page: String, containing part: String = "<form class=\"write\"") {
        let start = page.firstRange(of: part)?.lowerBound ?? page.startIndex
        let end = page[start...].firstRange(of: "</form>")?.lowerBound ?? page.endIndex
        let form = page[start..<end]
        action = form.firstMatch(of: #/action="([^"]*)"/#).map { Self.plain($0.output.1) } ?? ""
        for input in form.matches(of: #/<input ([^>]*)>/#) {
            let text = input.output.1
            guard let name = text.firstMatch(of: #/name="([^"]*)"/#),
                !text.contains("type=\"checkbox\"") || text.contains(" checked")
            else {
                continue
            }
            values[Self.plain(name.output.1)] =
                text.firstMatch(of: #/value="([^"]*)"/#).map { Self.plain($0.output.1) } ?? ""
        }
        for area in form.matches(of: #/<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)</textarea>/#) {
            values[Self.plain(area.output.1)] = Self.plain(area.output.2).replacing("\n", with: "\r\n")
        }
        for choice in form.matches(of: #/<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>/#) {
            let chosen = choice.output.2.firstMatch(of: #/value="([^"]*)" selected/#)
            values[Self.plain(choice.output.1)] = chosen.map { Self.plain($0.output.1) } ?? ""
        }
        token = values.removeValue(forKey: "modulo") ?? ""
    }

    func filled(_ typed: [String: String]) -> [(String, String)] {
        let all = values.merging(typed) { $1 }.merging(["azione": typed["azione"] ?? "salva"]) { $1 }
        return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func plain(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
