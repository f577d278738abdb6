import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// What was asked: of the members of a community, and by those who search.
@Suite struct AskedPagesTests {
    private static let form = "Codice;Quanto ne so;Come mi chiamo;Note\nvia12;2;Ada;x\nmare7;3;Ugo;y\n"

    private static func with(
        _ base: TemporaryBase,
        _ work: @escaping @Sendable (_ editor: WebClient, _ reader: WebClient) async throws -> Void
    ) async throws {
        let link = try People(base.folder).add("Anna", role: .editor).link
        try await RunningServer.withPeople(base) { client in
            try await work(client.keeping(try await client.post("/entra", [("codice", link)])), client)
        }
    }

    private static func kept(_ base: TemporaryBase) -> String {
        let path = base.folder.path(Survey.paths(of: "giovani").table)
        return (try? Files.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    @Test func `answers to a survey are taken in without a name, told in numbers, and undone`() async throws {
        let base = try TemporaryBase()
        try base.write("titolo: Giovani\n", to: "comunita/giovani.yaml")
        let page = "/comunita/giovani/questionario"
        try await Self.with(base) { editor, _ in
            for place in ["/comunita/giovani", "/comunita/giovani/scrivi"] {
                let linked = try await editor.get(place)
                #expect(linked.text.contains("href=\"\(page)\""))
            }
            let empty = try await editor.get(page)
            #expect(empty.status == 200 && !empty.text.contains("Le risposte che ci sono"))
            func send(_ fields: [(String, String)], _ text: String = Self.form) async throws -> WebClient.Answer {
                try await editor.upload(
                    page, file: "foglio", Array(text.utf8), as: "prima.csv",
                    fields.map { ("q." + $0.0, $0.1) } + [("q.fuori", "Note")], from: page)
            }
            // What is missing is asked in the words of the page, and what was said stays.
            for (fields, asked) in [
                ([("massimo", "5")], "Prima o dopo?"), ([("quando", "prima")], "Qual è il punteggio più alto"),
                ([("quando", "prima"), ("massimo", "tanto")], "tanto"),
                ([("quando", "prima"), ("massimo", "5"), ("domanda", "Quanto ne so")], "colonna delle domande"),
            ] {
                let refused = try await send(fields)
                #expect(refused.status == 422 && refused.text.contains(asked), "\(fields)")
                #expect(!refused.text.contains("--") && refused.text.contains(">\nNote</textarea>"))
                #expect(Self.kept(base).isEmpty)
            }
            let taken = try await send([("quando", "prima"), ("massimo", "5")])
            #expect(
                taken.status == 200 && taken.text.contains("Righe prese: 2.") && taken.text.contains("Come mi chiamo"))
            #expect(Self.kept(base).contains("via12") && !Self.kept(base).contains("Ada"))
            // The scale is known by now.
            let later = try await send([("quando", "dopo")], "Codice;Quanto ne so\nvia12;5\n")
            #expect(later.status == 200)
            let shown = try await editor.get(page)
            #expect(
                shown.text.contains("in 2 prima, in 1 dopo, in 1 tutte e due") && shown.text.contains("Quanto ne so"))
            #expect(!shown.text.contains("via12"))
            // The spreadsheet itself is not kept.
            let left = (try? Files.list(base.folder.path(ImportStore.folder))) ?? []
            #expect(left.isEmpty)
            let nowhere = try await editor.get("/comunita/nessuna/questionario")
            #expect(nowhere.status == 404)
        }
        try EditJournal(base.folder).undo()
        try EditJournal(base.folder).undo()
        #expect(Self.kept(base).isEmpty)
    }

    @Test func `what nobody finds is kept once an editor says so, and forgotten again`() async throws {
        let base = try TemporaryBase()
        try base.write(
            "---\ntitolo: Orto\ntipo: idea\nterritori: Bari\ntemi: sport\npubblicazione: pubblicata\n---\n",
            to: "schede/orto.md")
        let page = "/senza-risposta"
        try await Self.with(base) { editor, reader in
            let review = try await editor.get("/revisione")
            #expect(review.text.contains("href=\"\(page)\""))
            _ = try await reader.get("/cerca?q=astronave")
            let off = try await editor.get(page)
            #expect(off.status == 200 && off.text.contains("value=\"conserva\"") && !off.text.contains("astronave"))
            let on = try await editor.post(page, [("azione", "conserva")], from: page)
            #expect(on.status == 303)
            // What is found, looked on through, or asked from the list is not noted.
            for address in [
                "/cerca?q=astronave+%3Cb%3E", "/cerca?q=orto", "/cerca?q=astronave&ordine=rilevanza",
                "/cerca?q=mongolfiera&tema=sport", "/cerca?q=mongolfiera&pagina=2", "/cerca",
            ] { _ = try await reader.get(address) }
            let list = try await editor.get(page)
            #expect(list.text.contains("astronave &lt;b&gt;") && list.text.contains("una volta"))
            #expect(!list.text.contains("mongolfiera") && !list.text.contains("<bdi>orto</bdi>"))
            let again = try #require(list.text.firstMatch(of: #/href="(/cerca\?q=astronave[^"]*)"/#)?.output.1)
            _ = try await reader.get(String(again).replacing("&amp;", with: "&"))
            #expect(try UnmetQuestions(of: base.folder).all().map(\.count) == [1])
            let wrong = try await editor.post(page, [("azione", "altro")], from: page)
            #expect(wrong.status == 400)
            let stopped = try await editor.post(page, [("azione", "dimentica")], from: page)
            #expect(stopped.status == 303)
            let after = try await editor.get(page)
            #expect(!after.text.contains("astronave") && !UnmetQuestions(of: base.folder).areKept)
        }
    }

    @Test func `many who ask at once are all noted`() async throws {
        let base = try TemporaryBase()
        let kb = try KnowledgeBase.open(base.folder.root, environment: [:])
        let unmet = UnmetQuestions(of: base.folder)
        try unmet.start()
        let results = try kb.search("astronave")
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<40 { group.addTask { try? unmet.note("astronave \(index)", results, on: .today) } }
        }
        #expect(try unmet.all().count == 40)
    }
}
