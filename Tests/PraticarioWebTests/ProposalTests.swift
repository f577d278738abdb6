import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// Changes of sheets that are out, by those who may only propose them.
@Suite struct ProposalTests {
    private static let sheet =
        "---\ntitolo: Orto   # il nome\ntipo: idea\npubblicazione: pubblicata\nterritori: Foggia\n# resta\ntemi: [sport]\n---\n\n## Il bisogno\n\nUno.\n\nDue.\n"

    private func base() throws -> TemporaryBase {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        return base
    }

    private func text(_ base: TemporaryBase) -> String {
        (try? Files.read(base.folder.path("schede/orto.md"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private struct Clients: Sendable {
        let anna: WebClient
        let bruno: WebClient
        let carla: WebClient
    }

    /// Anna edits, Bruno and Carla propose.
    private static func with(
        _ base: TemporaryBase, _ work: @escaping @Sendable (Clients) async throws -> Void
    ) async throws {
        let people = People(base.folder)
        let links = [
            try people.add("Anna", role: .editor).link, try people.add("Bruno", role: .member).link,
            try people.add("Carla", role: .member).link,
        ]
        try await RunningServer.withPeople(base) { client in
            var all: [WebClient] = []
            for link in links { all.append(client.keeping(try await client.post("/entra", [("codice", link)]))) }
            try await work(Clients(anna: all[0], bruno: all[1], carla: all[2]))
        }
    }

    /// - Returns: the address of the proposal.
    private static func propose(_ typed: [String: String], _ client: WebClient) async throws -> String {
        let form = Form(try await client.get("/schede/orto/modifica").text)
        let answer = try await client.post(form.action, form.filled(typed), token: form.token)
        #expect(answer.status == 303)
        return String(answer.headers["location"]?.prefix { $0 != "?" } ?? "")
    }

    private static func decide(
        _ page: String, _ action: String, parts: [String], reason: String = "", _ client: WebClient
    ) async throws -> WebClient.Answer {
        let form = Form(try await client.get(page).text, containing: "<form class=\"plain\"")
        let fields =
            [("versione", form.values["versione"] ?? ""), ("azione", action), ("motivo", reason)]
            + parts.map { ("parte", $0) }
        return try await client.post(page, fields, from: "/scrivi/nuova")
    }

    @Test func `one field is accepted and another refused, and who proposed sees which, and why`() async throws {
        let base = try base()
        try await Self.with(base) { clients in
            let shown = try await clients.bruno.get("/schede/orto")
            #expect(shown.text.contains("Proponi una modifica") && !shown.text.contains("/schede/orto/stato"))
            let page = try await Self.propose(
                ["f.title": "Orto <b>bello</b>", "s.0.text": "Uno.\r\n\r\nTre."], clients.bruno)
            #expect(page.hasPrefix("/proposte/") && text(base) == Self.sheet)
            for address in ["/revisione", "/scrivi"] {
                let list = try await clients.bruno.get(address)
                #expect(list.text.contains(page) && list.text.contains("aspetta la redazione"), "\(address)")
            }
            let listed = try await clients.anna.get("/revisione")
            #expect(listed.text.contains(page) && listed.text.contains("Bruno"))
            let seen = try await clients.anna.get(page)
            #expect(
                seen.text.contains("<del>Orto</del>") && seen.text.contains("<ins>Orto &lt;b&gt;bello&lt;/b&gt;</ins>"))
            #expect(seen.text.contains("Uno.<br>") && seen.text.contains("<del>Due.</del>"))
            // A reason is owed for what stays out, and nothing is decided without one.
            let silent = try await Self.decide(page, "accogli", parts: ["1"], clients.anna)
            #expect(silent.status == 422 && text(base) == Self.sheet)
            let none = try await Self.decide(page, "accogli", parts: [], clients.anna)
            #expect(none.status == 422)
            let taken = try await Self.decide(
                page, "accogli", parts: ["1"], reason: "Il titolo <i>resta</i>", clients.anna)
            #expect(taken.headers["location"] == page + "?fatto=decisa")
            let answer = try await clients.bruno.get(page)
            #expect(answer.text.contains("accolta in parte") && answer.text.contains("Il titolo &lt;i&gt;resta"))
            #expect(answer.text.contains(">non accolto<") && answer.text.contains(">accolto<"))
            #expect(try await clients.bruno.get("/scrivi").text.contains("Il titolo &lt;i&gt;resta"))
            let empty = try await clients.anna.get("/revisione")
            #expect(!empty.text.contains(page))
            let again = try await Self.decide(page, "rifiuta", parts: [], reason: "Due volte", clients.anna)
            #expect(again.status == 409)
        }
        let day = "aggiornata: \(PartialDate.today.iso8601)\n---"
        #expect(
            text(base) == Self.sheet.replacing("Due.", with: "Tre.").replacing("[sport]\n---", with: "[sport]\n" + day))
        let edits = EditJournal(base.folder).edits()
        #expect(edits.map(\.title) == ["Anna: accoglie la proposta di Bruno, scheda «orto»"])
        try EditJournal(base.folder).undo()
        #expect(text(base) == Self.sheet)
    }

    @Test func `a proposal is for editors and for who made it, and a refusal says why`() async throws {
        let base = try base()
        try await Self.with(base) { clients in
            let page = try await Self.propose(["f.title": "Altro"], clients.bruno)
            #expect(try await clients.carla.get(page).status == 404)
            #expect(try await !clients.carla.get("/revisione").text.contains(page))
            let own = try await clients.bruno.post(page, [("azione", "accogli")], from: page)
            #expect(own.status == 403)
            let foreign = try await clients.carla.post(page + "/ritira", from: "/schede/orto/modifica")
            #expect(foreign.status == 404)
            let silent = try await Self.decide(page, "rifiuta", parts: [], clients.anna)
            #expect(silent.status == 422)
            let refused = try await Self.decide(page, "rifiuta", parts: ["0"], reason: "È vero così", clients.anna)
            #expect(refused.status == 303)
            let told = try await clients.bruno.get(page)
            #expect(told.text.contains("non accolta") && told.text.contains("È vero così"))
            let late = try await clients.bruno.post(page + "/ritira", from: "/schede/orto/modifica")
            #expect(late.status == 404)
        }
        #expect(text(base) == Self.sheet && EditJournal(base.folder).edits().isEmpty)
    }

    @Test func `a sheet that changed meanwhile is put together in its form`() async throws {
        let base = try base()
        try await Self.with(base) { clients in
            let page = try await Self.propose(["f.title": "Di Bruno", "s.0.text": "Nuovo."], clients.bruno)
            let form = Form(try await clients.anna.get("/schede/orto/modifica").text)
            _ = try await clients.anna.post(
                form.action, form.filled(["f.title": "Di Anna", "f.summary": "Anche questo."]), token: form.token)
            let shown = try await clients.anna.get(page)
            #expect(shown.text.contains("<del>Di Anna</del>") && shown.text.contains("Nel frattempo è cambiato"))
            let clash = try await Self.decide(page, "accogli", parts: ["0", "1"], clients.anna)
            #expect(clash.status == 409 && clash.text.contains("<pre>Di Anna</pre>"))
            #expect(clash.text.contains("value=\"Di Bruno\"") && text(base).contains("titolo: Di Anna"))
            let merged = Form(clash.text)
            // Three fields of one name travel along.
            let fields = merged.filled(["f.title": "Di Anna e Bruno"]).filter { $0.0 != "parte" }
            let saved = try await clients.anna.post(
                merged.action, fields + [("parte", "0"), ("parte", "1")], token: merged.token)
            #expect(saved.headers["location"] == page + "?fatto=decisa")
            #expect(try await clients.bruno.get(page).text.contains(">accolta<"))
        }
        #expect(text(base).contains("titolo: Di Anna e Bruno") && text(base).contains("sintesi: Anche questo."))
        #expect(text(base).contains("Nuovo."))
        #expect(EditJournal(base.folder).edits().first?.title == "Anna: accoglie la proposta di Bruno, scheda «orto»")
    }

    @Test func `a sheet is forgotten by who keeps the archive, with what people wrote of it`() async throws {
        let base = try base()
        let secret = "parola-che-nessuno-deve-trovare"
        let owner = try People(base.folder).add("Olga", role: .owner).link
        try await Self.with(base) { clients in
            let page = try await Self.propose(["f.title": "Orto", "s.0.text": secret], clients.bruno)
            let form = Form(try await clients.carla.get("/schede/orto/modifica").text)
            _ = try await clients.carla.post(
                form.action, form.filled(["s.0.text": secret, "azione": "controlla"]), token: form.token)
            let accepted = try await Self.decide(page, "accogli", parts: ["0"], clients.anna)
            #expect(accepted.status == 303 && text(base).contains(secret))
            let olga = clients.anna.keeping(
                try await clients.anna.with("Cookie", "").post("/entra", [("codice", owner)]))
            let refused = try await clients.anna.get("/schede/orto/dimentica")
            #expect(refused.status == 403)
            let state = try await olga.get("/schede/orto/stato")
            #expect(state.text.contains("/schede/orto/dimentica"))
            let unsure = try await olga.post("/schede/orto/dimentica", [("conferma", "sì")], from: "/scrivi/nuova")
            #expect(unsure.status == 422 && text(base).contains(secret))
            let gone = try await olga.post("/schede/orto/dimentica", [("conferma", "orto")], from: "/scrivi/nuova")
            #expect(gone.status == 200 && gone.text.contains("bozze e proposte tolte: 2"))
            for path in ["/schede/orto", "/schede/orto/storia", "/schede/orto/dimentica"] {
                let none = try await olga.get(path)
                #expect(none.status == 404, "\(path)")
            }
        }
        let walk = FileManager.default.enumerator(atPath: base.folder.root)
        let left = (walk?.compactMap { $0 as? String } ?? []).filter { path in
            (try? Files.read(base.folder.path(path)))?.firstRange(of: Array(secret.utf8)) != nil
        }
        #expect(left == [])
    }

    @Test func `a proposal can be changed and taken back until it is decided, and outlives the server`() async throws {
        let base = try base()
        try await Self.with(base) { clients in
            let first = try await Self.propose(["f.title": "Prima"], clients.bruno)
            let form = Form(try await clients.bruno.get("/schede/orto/modifica").text)
            #expect(form.values["f.title"] == "Prima")
            let seen = Form(try await clients.anna.get(first).text, containing: "<form class=\"plain\"")
            let second = try await Self.propose(["f.title": "Dopo"], clients.bruno)
            #expect(first == second)
            // What an editor did not see is not accepted.
            let stale = try await clients.anna.post(
                first, [("versione", seen.values["versione"] ?? ""), ("azione", "accogli"), ("parte", "0")],
                token: seen.token)
            #expect(stale.status == 409 && text(base) == Self.sheet)
        }
        let store = ProposalStore(base.folder)
        let kept = try #require(store.all().first)
        #expect(store.all().count == 1 && kept.proposal.content.text(.title) == "Dopo")
        let mode =
            try FileManager.default.attributesOfItem(
                atPath: base.folder.path(PrivateWriting.proposals + "/\(kept.name).json"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let link = try People(base.folder).newLink(for: "bruno")
        try await RunningServer.withPeople(base) { client in
            let bruno = client.keeping(try await client.post("/entra", [("codice", link)]))
            #expect(try await bruno.get("/proposte/\(kept.name)").text.contains("<ins>Dopo</ins>"))
            // Typed back to what the sheet says, there is nothing to propose.
            let form = Form(try await bruno.get("/schede/orto/modifica").text)
            let back = try await bruno.post(form.action, form.filled(["f.title": "Orto"]), token: form.token)
            #expect(back.headers["location"] == "/schede/orto?fatto=uguale")
            let page = try await Self.propose(["f.title": "Terza"], bruno)
            let taken = try await bruno.post(page + "/ritira", from: page)
            #expect(taken.status == 303)
        }
        #expect(store.all().isEmpty && text(base) == Self.sheet)
    }

    @Test func `what would make a published sheet wrong is not sent, and what is gone can only be refused`()
        async throws
    {
        let base = try base()
        try await Self.with(base) { clients in
            let form = Form(try await clients.bruno.get("/schede/orto/modifica").text)
            let wrong = try await clients.bruno.post(form.action, form.filled(["f.start": "ieri"]), token: form.token)
            #expect(wrong.status == 422 && wrong.text.contains("value=\"ieri\""))
            #expect(wrong.text.contains(">Proponi</button>"))
            let page = try await Self.propose(["f.title": "Senza"], clients.bruno)
            let gone = try await clients.anna.post(
                "/schede/orto/stato/elimina", [("motivo", "prova")], from: "/schede/orto/stato")
            #expect(gone.status == 303)
            #expect(try await clients.anna.get(page).text.contains("La scheda non c"))
            let late = try await Self.decide(page, "accogli", parts: ["0"], clients.anna)
            #expect(late.status == 422)
            let refused = try await Self.decide(page, "rifiuta", parts: [], reason: "Non c'è più", clients.anna)
            #expect(refused.status == 303)
        }
    }

    @Test func `what one person proposes is bound`() throws {
        let base = try base()
        let store = ProposalStore(base.folder)
        let person = Person(id: "bruno", name: "Bruno", role: .member)
        var content = SheetContent()
        content[.field(.title)] = .text("Nuovo")
        for number in 0..<50 {
            _ = try store.keep(Proposal(of: "s\(number)", "", by: person, from: SheetContent(), to: content))
        }
        #expect(throws: WebProblem.self) {
            _ = try store.keep(Proposal(of: "altra", "", by: person, from: SheetContent(), to: content))
        }
        // One that waits may still be changed.
        _ = try store.keep(Proposal(of: "s0", "", by: person, from: SheetContent(), to: content))
        content[.field(.title)] = .text(String(repeating: "a", count: 1 << 20))
        #expect(throws: WebProblem.self) {
            _ = try store.keep(Proposal(of: "s0", "", by: person, from: SheetContent(), to: content))
        }
        #expect(store.all().count == 50)
    }
}
