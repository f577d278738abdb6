import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// Communities and the programme written field by field.
@Suite struct TypedFormTests {
    private static let community = """
        # di prova
        titolo: Giovani   # il nome
        temi: [sport]
        membri:
          # il primo
          - nome: Circolo Aurora
            territorio: Foggia
          - {nome: Rete, forma_giuridica: associazione}  # in una riga
        incontri:
          - numero: 1
            data: 2025-05-14   # un mercoledì
            stato: svolto
            persone: 12
            # da rivedere
            argomenti: [Chiavi, Orari]
          # il secondo
          - numero: 2
            stato: previsto
        domande:
          - domanda: Chi paga?
            incontro: 1
        esiti:
          - titolo: Patto
            tipo: intervento
            stato: avviato
            evidenza: Delibera 12

        """

    private func base() throws -> TemporaryBase {
        let base = try TemporaryBase()
        try base.write(Self.community, to: "comunita/giovani.yaml")
        return base
    }

    private func text(_ base: TemporaryBase, _ path: String = "comunita/giovani.yaml") -> String {
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

    private static func save(
        _ page: String, _ typed: [String: String], _ client: WebClient
    ) async throws -> WebClient.Answer {
        let form = Form(try await client.get(page).text)
        return try await client.post(form.action, form.filled(typed), token: form.token)
    }

    @Test func `a form that nobody touched changes nothing`() async throws {
        let base = try base()
        try await Self.with(base) { editor in
            for page in [
                "/comunita/giovani/dati", "/comunita/giovani/scrivi/incontri/incontro-1",
                "/comunita/giovani/scrivi/domande/domanda-1", "/comunita/giovani/scrivi/esiti/esito-1",
            ] {
                let saved = try await Self.save(page, [:], editor)
                #expect(saved.status == 303, "\(page)")
                #expect(text(base) == Self.community, "\(page)")
            }
        }
        #expect(EditJournal(base.folder).edits().isEmpty)
    }

    @Test(arguments: [
        (page: "dati", typed: ["f.title": "Giovani e spazi"], from: "titolo: Giovani ", to: "titolo: Giovani e spazi "),
        (
            "dati", ["f.summary": "Una frase"], "titolo: Giovani   # il nome\n",
            "titolo: Giovani   # il nome\nsintesi: Una frase\n"
        ),
        ("dati", ["f.themes.0": ""], "temi: [sport]\n", ""),
        (
            "dati", ["f.members.0.legal_form": "associazione"], "    territorio: Foggia\n",
            "    territorio: Foggia\n    forma_giuridica: associazione\n"
        ),
        ("dati", ["f.members.0.territory": ""], "    territorio: Foggia\n", ""),
        (
            "dati", ["f.members.1.legal_form": ""], "{nome: Rete, forma_giuridica: associazione}", "{nome: Rete}"
        ),
        (
            "dati", ["f.members.2.name": "Terra Buona", "f.members.2.runts_section": "a"], "# in una riga\n",
            "# in una riga\n  - nome: Terra Buona\n    sezione_runts: a\n"
        ),
        (
            "dati", ["f.members.0.name": "", "f.members.0.territory": ""],
            "  - nome: Circolo Aurora\n    territorio: Foggia\n", ""
        ),
        ("scrivi/incontri/incontro-1", ["f.people": "14"], "persone: 12", "persone: 14"),
        (
            "scrivi/incontri/incontro-1", ["f.topics.1": "", "f.decisions.0": "Una"], "argomenti: [Chiavi, Orari]\n",
            "argomenti: [Chiavi]\n    decisioni: [Una]\n"
        ),
        ("scrivi/incontri/incontro-1", ["f.people": ""], "    persone: 12\n", ""),
        ("scrivi/domande/domanda-1", ["f.question": "Chi paga ora?"], "domanda: Chi paga?", "domanda: Chi paga ora?"),
        ("scrivi/esiti/esito-1", ["f.status": "concluso"], "stato: avviato", "stato: concluso"),
    ])
    func `what is typed changes its lines and no other, and is undone`(
        page: String, typed: [String: String], from: String, to: String
    ) async throws {
        let base = try base()
        try await Self.with(base) { editor in
            let answer = try await Self.save("/comunita/giovani/" + page, typed, editor)
            #expect(answer.status == 303)
        }
        let written = text(base).replacing("\"", with: "")
        #expect(written == Self.community.replacing(from, with: to))
        try EditJournal(base.folder).undo()
        #expect(text(base) == Self.community)
    }

    @Test(arguments: [
        (
            item: "incontri/incontro-2", from: "  - numero: 2\n    stato: previsto\n", to: ""
        ), ("domande/domanda-1", "domande:\n  - domanda: Chi paga?\n    incontro: 1\n", "domande: []\n"),
        (
            "esiti/esito-1",
            "esiti:\n  - titolo: Patto\n    tipo: intervento\n    stato: avviato\n    evidenza: Delibera 12\n",
            "esiti: []\n"
        ),
    ])
    func `what is taken out leaves the rest as it is, comments included`(
        item: String, from: String, to: String
    ) async throws {
        let base = try base()
        try await Self.with(base) { editor in
            let page = "/comunita/giovani/scrivi/" + item
            let form = Form(try await editor.get(page).text, containing: "/togli\"")
            let answer = try await editor.post(
                page + "/togli", [("origine", form.values["origine"] ?? "")], token: form.token)
            #expect(answer.headers["location"] == "/comunita/giovani/scrivi?fatto=tolta")
            let gone = try await editor.get(page)
            #expect(gone.status == 404)
        }
        #expect(text(base) == Self.community.replacing(from, with: to))
        #expect(try EditJournal(base.folder).undo().title.hasPrefix("Anna: comunità «giovani»: toglie"))
        #expect(text(base) == Self.community)
    }

    @Test func `what is wrong stands beside its field and is not written`() async throws {
        let base = try base()
        try await Self.with(base) { editor in
            let wrong: [(page: String, typed: [String: String], field: String)] = [
                ("dati", ["f.themes.0": "nessun tema così"], "f-themes"), ("dati", ["f.title": ""], ""),
                ("dati", ["f.members.2.name": "Mario Rossi"], ""),
                ("scrivi/incontri/incontro-1", ["f.date": "ieri"], "f-date"),
                ("scrivi/incontri/incontro-1", ["f.sheets.0": "nulla"], "f-sheets"),
                ("scrivi/incontri/incontro-1", ["f.number": "3"], ""),
                ("scrivi/incontri/incontro-1", ["f.date": "2999-01-01"], ""),
                ("scrivi/esiti/esito-1", ["f.kind": "altro"], "f-kind"),
            ]
            for (page, typed, field) in wrong {
                let answer = try await Self.save("/comunita/giovani/" + page, typed, editor)
                #expect(answer.status == 422, "\(page) \(typed)")
                #expect(field.isEmpty || answer.text.contains("id=\"\(field)-problemi\""), "\(page) \(typed)")
                #expect(answer.text.contains("value=\"\(typed.values.first ?? "")\""), "\(page) \(typed)")
                #expect(text(base) == Self.community, "\(page) \(typed)")
            }
            // What a question names stays.
            let page = "/comunita/giovani/scrivi/incontri/incontro-1"
            let form = Form(try await editor.get(page).text, containing: "/togli\"")
            let kept = try await editor.post(
                page + "/togli", [("origine", form.values["origine"] ?? "")], token: form.token)
            #expect(kept.status == 422 && text(base) == Self.community)
        }
    }

    @Test func `two people on one meeting lose nothing`() async throws {
        let base = try base()
        try await Self.with(base) { editor in
            let page = "/comunita/giovani/scrivi/incontri/incontro-1"
            let (first, second) = (Form(try await editor.get(page).text), Form(try await editor.get(page).text))
            _ = try await editor.post(first.action, first.filled(["f.people": "20"]), token: first.token)
            let other = try await editor.post(
                second.action, second.filled(["f.place": "Biblioteca"]), token: second.token)
            #expect(other.status == 303)
            #expect(text(base).contains("persone: 20") && text(base).contains("luogo: Biblioteca"))
            let clash = try await editor.post(second.action, second.filled(["f.people": "30"]), token: second.token)
            #expect(clash.status == 409 && clash.text.contains("<pre>20</pre>"))
            #expect(clash.text.contains("value=\"30\""))
            let late = try await editor.post(
                page + "/togli", [("origine", second.values["origine"] ?? "")], token: second.token)
            #expect(late.status == 422 && text(base).contains("numero: 1"))
        }
    }

    @Test func `a community is begun, and the programme said, by who may`() async throws {
        let base = try TemporaryBase()
        try await Self.with(base) { editor in
            let none = try await Self.save("/scrivi/comunita", [:], editor)
            #expect(none.status == 422)
            let longer = try await Self.save("/scrivi/comunita", ["azione": "altro:f.members"], editor)
            #expect(longer.text.contains("name=\"f.members.2.name\""))
            let made = try await Self.save(
                "/scrivi/comunita",
                [
                    "f.title": "Giovani: spazi", "f.themes.0": "sport", "f.territories.0": "Foggia",
                    "f.facilitator": "Rete", "f.members.0.name": "Circolo Aurora", "f.members.0.territory": "Foggia",
                    "f.members.0.legal_form": "associazione",
                ], editor)
            #expect(made.headers["location"] == "/comunita/giovani-spazi?fatto=salvata")
            let again = try await Self.save("/scrivi/comunita", ["f.title": "Giovani spazi"], editor)
            #expect(again.status == 422)
            let wrong = try await Self.save("/programma", ["f.title": "Comunità", "f.cup": "123"], editor)
            #expect(wrong.status == 422 && wrong.text.contains("id=\"f-cup-problemi\""))
            #expect(text(base, "programma.yaml").isEmpty)
            let said = try await Self.save(
                "/programma",
                ["f.title": "Comunità", "f.from": "2025-02", "f.plan.meetings": "6", "f.plan.online": "5"], editor)
            #expect(said.headers["location"] == "/programma?fatto=salvata")
            let changed = try await Self.save("/programma", ["f.funder": "Regione", "f.plan.online": ""], editor)
            #expect(changed.status == 303)
            let shown = try await editor.get("/comunita")
            #expect(shown.text.contains("Comunità"))
        }
        #expect(
            text(base, "comunita/giovani-spazi.yaml")
                == "titolo: \"Giovani: spazi\"\ntemi: [sport]\nterritori: [Foggia]\nfacilitatore: Rete\nmembri:\n  - {nome: Circolo Aurora, territorio: Foggia, forma_giuridica: associazione}\n"
        )
        #expect(
            text(base, "programma.yaml")
                == "titolo: Comunità\nfinanziatore: Regione\ndal: 2025-02\npiano: {incontri: 6}\n")
    }
}
