import Foundation
import Testing

/// What goes wrong is one sentence on the standard error, and status 1.
@Suite struct FailureTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")

    /// A knowledge base with a collection, and beside it what stands in the way of exports and imports.
    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #expect(try Program.run(["init", "a", "--title", "Prova"], in: folder).status == 0)
        for name in ["vuota", "mio", "a/raccolte"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        for (name, text) in [
            ("a/schede/uno.md", "---\ntitolo: Uno\ntipo: idea\npubblicazione: pubblicata\nlicenza: CC0-1.0\n---\n"),
            ("a/raccolte/una.md", "---\ntitolo: Una\n---\n- [Uno](scheda:uno)\n"), ("a/raccolte/rotta.md", "---\ntitolo: [\n---\n"),
            ("mio/caro.txt", "caro"),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try FileManager.default.copyItem(
            at: Program.repository.appending(path: "Tests/PraticarioIntakeTests/Fixtures/form/risposte.xlsx"),
            to: folder.appending(path: "falso.xlsx"))
        #expect(try Program.run(["export", "--format", "bundle", "-o", "pacco", "--kb", "a"], in: folder).status == 0)
    }

    @Test func `a failure is told in one sentence of the reader's language`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for (line, it, en) in Self.cases {
            let words = line.split(separator: " ").map(String.init)
            for (locale, sentence) in [("it_IT.UTF-8", "errore: " + it), ("en_GB.UTF-8", "error: " + en)] {
                let result = try Program.run(
                    words.dropFirst() + (words[0] == "vuota" ? [] : ["--kb", words[0]]),
                    in: folder.appending(path: words[0] == "vuota" ? "vuota" : ""),
                    environment: ["LANG": locale, "PATH": "/nowhere"])
                let place = folder.resolvingSymlinksInPath().path()
                #expect(result.text.replacing(place, with: "…") == sentence + "\n", "\(line)")
                #expect(result.status == 1, "\(line)")
            }
        }
    }

    @Test func `a program that fails is told`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, script) in [("pandoc", "exit 0"), ("weasyprint", "echo boom >&2; exit 3"), ("xlsx2csv", "exit 3")] {
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: folder.appending(path: name))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: name).path())
        }
        for (line, sentence) in [
            ("export --format docx -o x.docx", "pandoc non ha scritto nessun documento"),
            ("export --format pdf -o x.pdf", "weasyprint non è riuscito: boom"),
            (
                "import falso.xlsx",
                "falso.xlsx: non è un foglio di calcolo leggibile; salvalo di nuovo, senza password, come .xlsx, .ods o CSV"
            ),
        ] {
            let result = try Program.run(
                line.split(separator: " ").map(String.init) + ["--kb", "a"], in: folder,
                environment: ["PATH": folder.path() + ":/usr/bin:/bin"])
            #expect(result.text == "errore: \(sentence)\n")
            #expect(result.status == 1)
        }
    }

    /// The knowledge base that is named, or a folder that is none, and a command; the sentence in both languages.
    private static let cases = [
        (
            "vuota search x",
            "qui non c'è un archivio: entra nella sua cartella, indicala con --kb, o creane uno con `praticario init`",
            "there is no knowledge base here: go to its folder, name it with --kb, or make one with `praticario init`"
        ),
        (
            "vuota check",
            "qui non c'è un archivio: entra nella sua cartella, indicala con --kb, o creane uno con `praticario init`",
            "there is no knowledge base here: go to its folder, name it with --kb, or make one with `praticario init`"
        ),
        (
            "manca index",
            "in manca non c'è un archivio (manca praticario.yaml): controlla il percorso o crealo con `praticario init`",
            "there is no knowledge base in manca (no praticario.yaml): check the path or make one with `praticario init`"
        ),
        (
            "a collection show uno",
            "non c'è la raccolta «uno»; forse volevi «una»?", "there is no collection “uno”; did you mean “una”?"
        ),
        (
            "a collection show rotta",
            "raccolte/rotta.md c'è, ma l'intestazione ha un errore: praticario check dice quale",
            "raccolte/rotta.md is there, but its header has a mistake: praticario check says which"
        ),
        (
            "a collection add una non-ce",
            "nessuna scheda ha l'id «non-ce»: cercala con praticario search",
            "no sheet has the id “non-ce”: look for it with praticario search"
        ),
        (
            "a export --format csv -o a/schede/x.csv",
            "a/schede/x.csv: lì stanno i file dell'archivio; scegli un altro posto con --output",
            "a/schede/x.csv: the knowledge base keeps its own files there; choose another place with --output"
        ),
        (
            "a export --format site -o mio",
            "…/mio c'è già e non viene da questa esportazione: scegli un altro nome con --output",
            "…/mio is already there and was not made by this export: choose another name with --output"
        ),
        (
            "a collection export una --format bundle -o pacco",
            "…/pacco c'è già, e forse qualcuno ci lavora: scegli un altro nome con --output, o togli la cartella",
            "…/pacco is already there, and someone may work in it: choose another name with --output, or remove it"
        ),
        (
            "a export --format csv -o non/ce/x.csv",
            "non/ce/x.csv: non riesce (No such file or directory); controlla permessi e spazio sul disco",
            "non/ce/x.csv: failed (No such file or directory); check permissions and disk space"
        ),
        (
            "a export --format docx -o x.docx",
            "per --format docx serve pandoc, che qui non c'è: installalo con `sudo apt install pandoc`",
            "--format docx needs pandoc, which is not here: install it with `sudo apt install pandoc`"
        ),
        (
            "a import falso.xlsx",
            "per .xlsx serve xlsx2csv, che qui non c'è: installalo con `sudo apt install xlsx2csv`",
            ".xlsx needs xlsx2csv, which is not here: install it with `sudo apt install xlsx2csv`"
        ),
        (
            "a import manca.csv",
            "manca.csv: il file non c'è; controlla il nome e la cartella",
            "manca.csv: there is no such file; check the name and the folder"
        ),
    ]
}
