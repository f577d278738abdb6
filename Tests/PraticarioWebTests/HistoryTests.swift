import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// What was there before, who changed it, and the way back: with git and without.
@Suite struct HistoryTests {
    private static let sheet =
        "---\ntitolo: Orto\ntipo: idea\nterritori: Foggia\ntemi: [sport]\n---\n\n## Che cosa si fa\n\nSi zappa.\n"

    private func text(_ base: TemporaryBase, _ path: String) -> String {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func withEditor(
        _ base: TemporaryBase, _ work: @escaping @Sendable (_ anna: WebClient, _ nobody: WebClient) async throws -> Void
    ) async throws {
        let link = try People(base.folder).add("Anna <Verdi>", id: "anna", role: .editor).link
        try await RunningServer.withPeople(base) { client in
            try await work(client.keeping(try await client.post("/entra", [("codice", link)])), client)
        }
    }

    /// Saves the sheet with another text.
    private static func save(_ client: WebClient, _ title: String, _ text: String) async throws {
        let page = "/schede/orto/modifica"
        let form = Form(try await client.get(page).text)
        let answer = try await client.post(
            page, form.filled(["f.title": title, "s.0.text": text]), token: form.token)
        #expect(answer.status == 303, "\(answer.text)")
    }

    // MARK: Git

    private struct Repository {
        let base: TemporaryBase

        init() throws {
            base = try TemporaryBase()
            try base.write(HistoryTests.sheet, to: "schede/orto.md")
            try run("init", "--quiet", "--initial-branch", "main")
            try run("add", "--all")
            try run("commit", "--quiet", "--message", "Inizio")
        }

        @discardableResult
        func run(_ arguments: String...) throws -> String {
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(filePath: "/usr/bin/git")
            process.arguments =
                ["-C", base.folder.root, "-c", "user.name=Fuori", "-c", "user.email=fuori@example.org"] + arguments
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let bytes = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: bytes, as: UTF8.self)
        }

        var log: [String] {
            get throws {
                try run("log", "--format=%an|%ae|%s").split(separator: "\n").map(String.init)
            }
        }
    }

    static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

    @Test(.enabled(if: hasGit))
    func `each change is one commit of its files, by its author, and nothing else of anybody goes along`() async throws
    {
        let repository = try Repository()
        let base = repository.base
        try base.write(Self.sheet.replacing("Orto", with: "Altra"), to: "schede/altra.md")
        try base.write("---\ntitolo: In corso\ntipo: idea\n---\n", to: "schede/in-corso.md")
        try repository.run("add", "schede/altra.md")
        try repository.run("config", "core.hooksPath", base.folder.root + "/hooks")
        try base.write("#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\nexit 1\n", to: "hooks/pre-commit")
        try base.write("#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\nexit 1\n", to: "hooks/reference-transaction")
        for hook in ["pre-commit", "reference-transaction"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: base.folder.path("hooks/" + hook))
        }
        let before = try repository.run("status", "--porcelain", "--", "schede")
        try await Self.withEditor(base) { anna, _ in
            try await Self.save(anna, "Orto grande", "Si semina.")
            let page = try await anna.get("/schede/orto")
            #expect(!page.text.contains("git non"))
            let made = try await anna.post(
                "/scrivi/raccolta", [("titolo", "Orti; rm -rf *"), ("cura", "Rete")], from: "/scrivi/raccolta")
            #expect(made.status == 303)
            let list = try await anna.get("/modifiche")
            let keys = list.text.matches(of: #/name="modifica" value="([^"]+)"/#).map { String($0.output.1) }
            let undone = try await anna.post(
                "/modifiche/annulla", [("ultima", keys[0]), ("modifica", keys[1])], from: "/modifiche")
            #expect(undone.status == 303)
        }
        #expect(
            try repository.log == [
                "Anna Verdi|anna@praticario.invalid|Annulla: modifica la scheda «orto»",
                "Anna Verdi|anna@praticario.invalid|Annulla: raccolta nuova «Orti; rm -rf *»",
                "Anna Verdi|anna@praticario.invalid|Raccolta nuova «Orti; rm -rf *»",
                "Anna Verdi|anna@praticario.invalid|Modifica la scheda «orto»", "Fuori|fuori@example.org|Inizio",
            ])
        #expect(
            try repository.run("log", "--name-only", "--format=", "-n", "4").split(separator: "\n")
                == ["schede/orto.md", "raccolte/orti-rm-rf.md", "raccolte/orti-rm-rf.md", "schede/orto.md"])
        #expect(try repository.run("status", "--porcelain", "--", "schede", "raccolte") == before)
        #expect(Files.type(of: base.folder.path("hooks/ran")) == nil)
        #expect(text(base, "schede/orto.md") == Self.sheet)
    }

    @Test(.enabled(if: hasGit), arguments: ["lock", "rebase", "detached", "broken"])
    func `where git is of no use the sheet is saved all the same, and it is said`(obstacle: String) async throws {
        let repository = try Repository()
        let base = repository.base
        switch obstacle {
        case "lock": try base.write("", to: ".git/index.lock")
        case "rebase": try base.write("", to: ".git/rebase-merge/done")
        case "detached": try repository.run("checkout", "--quiet", "--detach")
        default: try base.write("[core\n", to: ".git/config")
        }
        try await Self.withEditor(base) { anna, nobody in
            try await Self.save(anna, "Orto grande", "Si semina.")
            let page = try await anna.get("/schede/orto")
            #expect(page.status == 200 && page.text.contains("ma git non l"))
            let home = try await nobody.get("/")
            #expect(!home.text.contains("git non"))
        }
        #expect(text(base, "schede/orto.md").contains("Orto grande"))
        #expect(EditJournal(base.folder).edits().count == 1)
        if obstacle != "broken" { #expect(try repository.log.count == 1) }
    }

    @Test(.enabled(if: hasGit))
    func `on one's own machine a commit names nobody`() async throws {
        let repository = try Repository()
        let whole = try KnowledgeBase.open(repository.base.folder.root, environment: [:])
        try await RunningServer.withOwner(whole) { owner in
            try await Self.save(owner, "Orto grande", "Si semina.")
        }
        #expect(
            try repository.log.first == "Praticario|praticario@praticario.invalid|Modifica la scheda «orto»")
    }

    @Test(.enabled(if: hasGit))
    func `what git is told to ignore stays out, and a first commit needs none before`() async throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet, to: "schede/orto.md")
        try base.write("raccolte/\n", to: ".gitignore")
        _ = try ProcessRunner.git(base, "init", "--quiet", "--initial-branch", "main")
        try await Self.withEditor(base) { anna, _ in
            try await Self.save(anna, "Orto grande", "Si semina.")
            _ = try await anna.post(
                "/scrivi/raccolta", [("titolo", "Orti"), ("cura", "Rete")], from: "/scrivi/raccolta")
            let page = try await anna.get("/schede/orto")
            #expect(!page.text.contains("git non"))
        }
        let log = try ProcessRunner.git(base, "log", "--name-only", "--format=%s")
        #expect(log == "Modifica la scheda «orto»\n\nschede/orto.md\n")
    }

    private enum ProcessRunner {
        static func git(_ base: TemporaryBase, _ arguments: String...) throws -> String {
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(filePath: "/usr/bin/git")
            process.arguments = ["-C", base.folder.root] + arguments
            process.standardOutput = output
            try process.run()
            let bytes = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    // MARK: The page

    @Test(arguments: [false, true])
    func `what a sheet said is listed with who changed it, and is written again`(withGit: Bool) async throws {
        guard !withGit || Self.hasGit else { return }
        let base = withGit ? try Repository().base : try TemporaryBase()
        if !withGit { try base.write(Self.sheet, to: "schede/orto.md") }
        try await Self.withEditor(base) { anna, nobody in
            try await Self.save(anna, "Orto grande", "Si semina.")
            try await Self.save(anna, "Orto grande", "Si semina <b>.\n\nSi raccoglie.")
            let page = try await anna.get("/schede/orto/storia")
            #expect(page.status == 200)
            #expect(page.text.contains("· <bdi>Anna \(withGit ? "Verdi" : "&lt;Verdi&gt;")</bdi>"))
            #expect(page.text.contains("tolto:</span> Si semina.</del>"))
            #expect(page.text.contains("aggiunto:</span> Si semina &lt;b&gt;.</ins>"))
            let keys = page.text.matches(of: #/name="versione" value="([^"]+)"/#).map { String($0.output.1) }
            #expect(keys.count == 2)
            let seen = Form(page.text, containing: "<form method=\"post\" action=\"/schede/orto/storia\"")
            let back = try await anna.post(
                "/schede/orto/storia", [("versione", keys[1]), ("visto", seen.values["visto"] ?? "")],
                token: seen.token)
            #expect(back.headers["location"] == "/schede/orto?fatto=riportata")
            #expect(text(base, "schede/orto.md").contains("titolo: Orto\n"))
            #expect(text(base, "schede/orto.md").contains("\nSi zappa.\n"))
            // The click of a page that is old by now does nothing.
            let stale = try await anna.post(
                "/schede/orto/storia", [("versione", keys[0]), ("visto", seen.values["visto"] ?? "")],
                token: seen.token)
            #expect(stale.status == 409 && text(base, "schede/orto.md").contains("titolo: Orto\n"))
            let again = try await anna.get("/schede/orto/storia")
            #expect(again.text.contains("iporta a com&#39;era la scheda «orto»"))
            let shown = try await anna.get("/schede/orto")
            #expect(shown.text.contains("da <bdi>Anna &lt;Verdi&gt;</bdi>"))
            _ = try await anna.post(
                "/schede/orto/stato/pubblica", [("da", "Rete"), ("licenza", "CC-BY-4.0")],
                from: "/schede/orto/stato")
            let outside = try await nobody.get("/schede/orto")
            #expect(outside.status == 200 && !outside.text.contains("Anna") && outside.text.contains("Modificata:"))
            // Putting back changes nothing of how far it is published.
            let now = try await anna.get("/schede/orto/storia")
            let old = now.text.matches(of: #/name="versione" value="([^"]+)"/#).map { String($0.output.1) }
            let form = Form(now.text, containing: "<form method=\"post\" action=\"/schede/orto/storia\"")
            let put = try await anna.post(
                "/schede/orto/storia", [("versione", old[old.count - 2]), ("visto", form.values["visto"] ?? "")],
                token: form.token)
            #expect(put.status == 303)
            let still = try await nobody.get("/schede/orto")
            #expect(still.status == 200 && still.text.contains("Si semina."))
        }
    }

    @Test(arguments: [false, true])
    func `a history goes on under the names that a sheet had before`(withGit: Bool) async throws {
        guard !withGit || Self.hasGit else { return }
        let base = withGit ? try Repository().base : try TemporaryBase()
        if !withGit { try base.write(Self.sheet, to: "schede/orto.md") }
        try base.write(Self.sheet.replacing("Orto", with: "Altra"), to: "schede/altra.md")
        let kb = try KnowledgeBase.open(base.folder.root, environment: [:])
        try EditJournal.$recorder.withValue(GitRecorder(base.folder)) {
            try EditJournal.$command.withValue("rinomina") {
                var content = try kb.content(of: "orto")
                content[.section("Che cosa si fa")] = .text("Si semina.")
                try kb.write(kb.trying([.section("Che cosa si fa")], of: content, on: "orto"))
                _ = try kb.rename("orto", to: "orto-grande")
                _ = try kb.rename("orto-grande", to: "orto-di-tutti")
            }
        }
        try await Self.withEditor(base) { anna, _ in
            let page = try await anna.get("/schede/orto-di-tutti/storia")
            #expect(page.text.contains("Si zappa.") && page.text.contains("inomina"))
            let keys = page.text.matches(of: #/name="versione" value="([^"]+)"/#).map { String($0.output.1) }
            #expect(keys.count == 3)
            // The names that it had lead to it.
            for old in ["/schede/orto", "/schede/orto/storia"] {
                let gone = try await anna.get(old)
                #expect(gone.status == 303, "\(old)")
                #expect(gone.headers["location"]?.hasSuffix("/storia") == true, "\(old)")
            }
            let back = try await anna.post(
                "/schede/orto-di-tutti/storia", [("versione", keys[2])], from: "/schede/orto-di-tutti/storia")
            #expect(back.status == 303, "\(back.text)")
        }
        #expect(text(base, "schede/orto-di-tutti.md").contains("\nSi zappa.\n"))
    }

    @Test(arguments: [false, true])
    func `a sheet that was deleted comes back from its history, as a draft`(withGit: Bool) async throws {
        guard !withGit || Self.hasGit else { return }
        let repository = withGit ? try Repository() : nil
        let base = try repository?.base ?? TemporaryBase()
        let published = Self.sheet.replacing("tipo: idea", with: "tipo: idea\npubblicazione: pubblicata # sì")
        try base.write(published, to: "schede/orto.md")
        try base.write(SampleFiles.pdf, to: "schede/orto/atto.pdf")
        try repository?.run("add", "--all")
        try repository?.run("commit", "--quiet", "--message", "Tutto")
        try await Self.withEditor(base) { anna, nobody in
            try await Self.save(anna, "Orto grande", "Si semina.")
            let none = try await anna.get("/schede/nulla/storia")
            #expect(none.status == 404)
            let deleted = try await anna.post(
                "/schede/orto/stato/elimina", [("motivo", "doppia")], from: "/schede/orto/stato")
            #expect(deleted.status == 303)
            let changes = try await anna.get("/modifiche")
            #expect(changes.text.contains("href=\"/schede/orto/storia\""))
            let missing = try await nobody.get("/schede/orto")
            #expect(missing.status == 404)
            let led = try await anna.get("/schede/orto")
            #expect(led.status == 303 && led.headers["location"] == "/schede/orto/storia")
            let page = try await anna.get("/schede/orto/storia")
            #expect(
                page.status == 200 && page.text.contains("doppia") && page.text.contains("</span> Si semina.</ins>"))
            let keys = page.text.matches(of: #/name="versione" value="([^"]+)"/#).map { String($0.output.1) }
            #expect(keys.count >= 1)
            let form = Form(page.text, containing: "<form method=\"post\" action=\"/schede/orto/storia\"")
            let back = try await anna.post(
                "/schede/orto/storia", [("versione", keys[0]), ("visto", form.values["visto"] ?? "")],
                token: form.token)
            #expect(back.headers["location"] == "/schede/orto?fatto=riportata", "\(back.text)")
            let hidden = try await nobody.get("/schede/orto")
            #expect(hidden.status == 404)
            let again = try await anna.post(
                "/schede/orto/storia", [("versione", keys[0]), ("visto", "altro")], token: form.token)
            #expect(again.status == 409)
        }
        let back = text(base, "schede/orto.md")
        #expect(back.contains("titolo: Orto grande") && back.contains("pubblicazione: bozza") && back.contains("# sì"))
        #expect(try Files.read(base.folder.path("schede/orto/atto.pdf")) == SampleFiles.pdf)
        try EditJournal(base.folder).undo()
        #expect(text(base, "schede/orto.md").isEmpty)
    }

    @Test func `a row that was deleted comes back as a sheet of its own`() async throws {
        let base = try TemporaryBase()
        try base.write("Titolo,Tipo,Sintesi\nUno,idea,Prima\nDue,idea,Altra\n", to: "tabelle/a.csv")
        try base.write("colonne:\n  Titolo: titolo\n  Tipo: tipo\n  Sintesi: sintesi\n", to: "tabelle/a.yaml")
        try await Self.withEditor(base) { anna, _ in
            let deleted = try await anna.post(
                "/schede/uno/stato/elimina", [("motivo", "x")], from: "/schede/uno/stato")
            #expect(deleted.status == 303)
            let page = try await anna.get("/schede/uno/storia")
            let key = try #require(page.text.firstMatch(of: #/name="versione" value="([^"]+)"/#)?.output.1)
            let back = try await anna.post(
                "/schede/uno/storia", [("versione", String(key))], from: "/schede/uno/storia")
            #expect(back.status == 303, "\(back.text)")
            let shown = try await anna.get("/schede/uno")
            #expect(shown.status == 200 && shown.text.contains("Prima"))
        }
        #expect(text(base, "tabelle/a.csv") == "Titolo,Tipo,Sintesi\nDue,idea,Altra\n")
        #expect(text(base, "schede/uno.md").contains("titolo: Uno"))
    }

    @Test func `a row of a table has a history of its own`() async throws {
        let base = try TemporaryBase()
        try base.write("Titolo,Tipo,Sintesi\nUno,idea,Prima\nDue,idea,Altra\n", to: "tabelle/a.csv")
        try base.write("colonne:\n  Titolo: titolo\n  Tipo: tipo\n  Sintesi: sintesi\n", to: "tabelle/a.yaml")
        try await Self.withEditor(base) { anna, _ in
            for (id, words) in [("uno", "Seconda"), ("due", "Altra ancora"), ("uno", "Terza")] {
                let page = "/schede/\(id)/modifica"
                let form = Form(try await anna.get(page).text)
                let saved = try await anna.post(page, form.filled(["f.summary": words]), token: form.token)
                #expect(saved.status == 303)
            }
            let page = try await anna.get("/schede/uno/storia")
            #expect(page.text.matches(of: #/name="versione"/#).count == 2)
            #expect(!page.text.contains("Altra ancora"))
            let key = page.text.matches(of: #/name="versione" value="([^"]+)"/#).map { String($0.output.1) }[1]
            let back = try await anna.post(
                "/schede/uno/storia", [("versione", key)], from: "/schede/uno/storia")
            #expect(back.status == 303, "\(back.text)")
        }
        #expect(text(base, "tabelle/a.csv") == "Titolo,Tipo,Sintesi\nUno,idea,Prima\nDue,idea,Altra ancora\n")
    }
}
