import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// Two people at once: who clicks on a page that is old by now is told, and nothing is done.
@Suite struct LostUpdateTests {
    private static let sheet =
        "---\ntitolo: Orto\ntipo: idea\nterritori: Foggia\ntemi: [sport]\norganizzazione:\n  nome: Rete\n---\n\n## Che cosa si fa\n\nSi zappa.\n"

    private func text(_ base: TemporaryBase, _ path: String) -> String {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func withTwo(
        _ base: TemporaryBase, _ work: @escaping @Sendable (_ anna: WebClient, _ bruno: WebClient) async throws -> Void
    ) async throws {
        let links = try ["Anna", "Bruno"].map { try People(base.folder).add($0, role: .editor).link }
        try await RunningServer.withPeople(base) { client in
            var clients: [WebClient] = []
            for link in links { clients.append(client.keeping(try await client.post("/entra", [("codice", link)]))) }
            try await work(clients[0], clients[1])
        }
    }

    private static func save(_ client: WebClient, _ id: String, _ text: String) async throws {
        let page = "/schede/\(id)/modifica"
        let form = Form(try await client.get(page).text)
        let answer = try await client.post(page, form.filled(["s.0.text": text]), token: form.token)
        #expect(answer.status == 303)
    }

    @Test(arguments: [
        ("pubblica", [("da", "Rete"), ("licenza", "CC-BY-4.0")]), ("archivia", []), ("elimina", [("motivo", "doppia")]),
    ])
    func `who sends a sheet on its way as it was before is told what changed, and asked again`(
        action: String, fields: [(String, String)]
    ) async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try await Self.withTwo(base) { anna, bruno in
            let page = "/schede/orto/stato"
            let form = Form(try await bruno.get(page).text, containing: "action=\"\(page)/\(action)\"")
            try await Self.save(anna, "orto", "Si semina.")
            let saved = text(base, "schede/orto.md")
            let stale = try await bruno.post(
                "\(page)/\(action)", fields + [("visto", form.values["visto"] ?? "")], token: form.token)
            #expect(stale.status == 409 && text(base, "schede/orto.md") == saved)
            #expect(stale.text.contains("<bdi>Anna</bdi>") && stale.text.contains("aggiunto:</span> Si semina.</ins>"))
            // What was typed is still there, and the page is made from what there is now.
            let again = Form(stale.text, containing: "action=\"\(page)/\(action)\"")
            for (name, value) in fields { #expect(again.values[name] == value) }
            let done = try await bruno.post(
                "\(page)/\(action)", fields + [("visto", again.values["visto"] ?? "")], token: again.token)
            #expect(done.status == 303 && text(base, "schede/orto.md") != saved)
        }
    }

    @Test func `a sheet that was changed by hand is not published unread either`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try await Self.withTwo(base) { anna, _ in
            let page = "/schede/orto/stato"
            let form = Form(try await anna.get(page).text, containing: "action=\"\(page)/pubblica\"")
            try base.write(Self.sheet + "\nA mano.\n", to: "schede/orto.md")
            let stale = try await anna.post(
                page + "/pubblica", [("da", "Rete"), ("visto", form.values["visto"] ?? "")], token: form.token)
            #expect(stale.status == 409 && !text(base, "schede/orto.md").contains("pubblicata"))
        }
    }

    @Test func `of sheets that were ticked none goes out when one of them was changed meanwhile`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try base.write(Self.sheet.replacing("Orto", with: "Bosco"), to: "schede/bosco.md")
        try await Self.withTwo(base) { anna, bruno in
            let form = Form(try await bruno.get("/revisione").text, containing: "action=\"/revisione/pubblica\"")
            let ticked = [("id", "orto"), ("id", "bosco"), ("da", "Rete")]
            func seen(_ form: Form) -> [(String, String)] {
                form.values.filter { $0.key.hasPrefix("visto-") }.map { ($0.key, $0.value) }
            }
            try await Self.save(anna, "orto", "Si semina.")
            let stale = try await bruno.post("/revisione/pubblica", ticked + seen(form), token: form.token)
            #expect(stale.status == 409 && stale.text.contains("«Orto»") && !stale.text.contains("«Bosco»"))
            #expect(
                stale.text.contains("aria-label=\"Bosco\" checked")
                    && !stale.text.contains("aria-label=\"Orto\" checked"))
            #expect(!text(base, "schede/bosco.md").contains("pubblicata"))
            let again = Form(stale.text, containing: "action=\"/revisione/pubblica\"")
            let done = try await bruno.post("/revisione/pubblica", ticked + seen(again), token: again.token)
            #expect(done.status == 303 && text(base, "schede/bosco.md").contains("pubblicata"))
        }
    }

    private func collection() throws -> TemporaryBase {
        let base = try TemporaryBase()
        for name in ["uno", "due", "tre"] {
            try base.write(
                "---\ntitolo: Orto \(name)\ntipo: idea\npubblicazione: pubblicata\n---\n", to: "schede/\(name).md")
        }
        try base.write(
            "---\ntitolo: Orti\nsintesi: Due\n---\n\n- [Uno](scheda:uno) Prima nota\n- [Due](scheda:due)\n- [Tre](scheda:tre)\n",
            to: "raccolte/orti.md")
        return base
    }

    @Test func `the order of a collection is changed only as it was seen`() async throws {
        let base = try collection()
        let page = "/raccolte/orti/cura"
        try await Self.withTwo(base) { anna, bruno in
            let seen = Form(try await bruno.get(page).text, containing: "<form class=\"entry\"")
            let moved = try await anna.post(page, [("azione", "giu"), ("voce", "uno")], from: page)
            #expect(moved.status == 303)
            let after = text(base, "raccolte/orti.md")
            for fields in [
                [("azione", "su"), ("voce", "tre")], [("azione", "titoletto"), ("titoletto", "In città")],
                [("azione", "ricerca"), ("ricerca", "tema:sport")],
            ] {
                let stale = try await bruno.post(
                    page, fields + [("ordine", seen.values["ordine"] ?? "")], token: seen.token)
                #expect(stale.status == 409 && text(base, "raccolte/orti.md") == after)
                #expect(
                    stale.text.contains("<bdi>Anna</bdi>") && stale.text.contains("aggiunto:</span> Uno (uno)</ins>"))
            }
            let again = try await bruno.post(page, [("azione", "su"), ("voce", "tre")], from: page)
            #expect(again.status == 303)
            let order = text(base, "raccolte/orti.md").matches(of: #/scheda:(\w+)/#).map { String($0.output.1) }
            #expect(order == ["due", "tre", "uno"])
            // What adds at the end takes nothing of others away.
            let added = try await bruno.post(
                page, [("azione", "nota"), ("voce", "due"), ("prima", ""), ("nota", "Bella")], token: seen.token)
            #expect(added.status == 303)
        }
    }

    @Test func `an entry whose note was changed is not taken out unread`() async throws {
        let base = try collection()
        let page = "/raccolte/orti/cura"
        try await Self.withTwo(base) { anna, bruno in
            let noted = try await anna.post(
                page, [("azione", "nota"), ("voce", "uno"), ("prima", "Prima nota"), ("nota", "Altra nota")], from: page
            )
            #expect(noted.status == 303)
            let stale = try await bruno.post(
                page, [("azione", "togli"), ("voce", "uno"), ("prima", "Prima nota")], from: page)
            #expect(stale.status == 409 && text(base, "raccolte/orti.md").contains("Altra nota"))
            let gone = try await bruno.post(
                page, [("azione", "togli"), ("voce", "uno"), ("prima", "Altra nota")], from: page)
            #expect(gone.status == 303 && !text(base, "raccolte/orti.md").contains("scheda:uno"))
        }
    }

    @Test func `two people change different fields of a header, and of the same one both versions are shown`()
        async throws
    {
        let base = try collection()
        let page = "/raccolte/orti/cura"
        let header = "<form class=\"write\" method=\"post\" action=\"\(page)\">"
        try await Self.withTwo(base) { anna, bruno in
            let form = Form(try await bruno.get(page).text, containing: header)
            let titled = try await anna.post(
                page, [("azione", "testata"), ("titolo", "Orti e giardini"), ("sintesi", "Due")], from: page)
            #expect(titled.status == 303)
            let other = try await bruno.post(
                page, form.filled(["azione": "testata", "sintesi": "Tre orti"]), token: form.token)
            #expect(other.status == 303)
            let both = text(base, "raccolte/orti.md")
            #expect(both.contains("Orti e giardini") && both.contains("Tre orti"), "\(both)")
            let clash = try await bruno.post(
                page, form.filled(["azione": "testata", "titolo": "Campi"]), token: form.token)
            #expect(clash.status == 409 && clash.text.contains("<pre>Orti e giardini</pre>"))
            let again = Form(clash.text, containing: header)
            #expect(again.values["titolo"] == "Campi" && text(base, "raccolte/orti.md") == both)
            let settled = try await bruno.post(page, again.filled(["azione": "testata"]), token: again.token)
            #expect(settled.status == 303 && text(base, "raccolte/orti.md").contains("Campi"))
        }
    }
}
