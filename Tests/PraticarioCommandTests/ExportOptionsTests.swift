import Foundation
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// What the options of an export change in what is written.
@Suite struct ExportOptionsTests {
    private let base: TemporaryBase
    private var folder: URL { URL(filePath: base.folder.root) }

    init() throws {
        base = try TemporaryBase()
        let header = "tipo: pratica\nlicenza: CC0-1.0\ntemi: [sport]\nterritori: [Roma]"
        try base.write(
            "---\ntitolo: Vista\n\(header)\npubblicazione: pubblicata\n---\nUna palestra.\n", to: "schede/vista.md")
        for number in 0..<25 {
            try base.write(
                "---\ntitolo: Bozza \(number)\n\(header)\n---\nUna palestra.\n", to: "schede/bozza-\(number).md")
        }
    }

    private func export(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
        let result = try Program.run(["export"] + arguments, in: folder, environment: environment)
        #expect(result.status == 0, "\(result.text)")
        return result.text
    }

    @Test func `the question and the archive are on the cover, a title takes the archive's place`() throws {
        let named = try export(["palestra", "--format", "markdown", "--output", "-"])
        #expect(named.contains("# \(try title())\n") && named.contains("- **Scelte con la ricerca**: palestra\n"))
        let titled = try export(["palestra", "--format", "markdown", "--title", "Le *mie*", "--output", "-"])
        #expect(titled.contains("# Le \\*mie\\*\n"))
        #expect(try !export(["--format", "markdown", "--output", "-"]).contains("Scelte con la ricerca"))
    }

    private func title() throws -> String {
        let (settings, _) = KnowledgeBaseSettings.read(try Files.read(base.folder.path("praticario.yaml")), path: "")
        return settings.title
    }

    @Test func `a text says the same to the standard output and to a file`() throws {
        for format in ["markdown", "html", "csv", "jsonl", "skos"] {
            _ = try export(["--format", format, "--output", "uscita"])
            // Not as a text of Foundation's, which takes the mark before a table for Excel away.
            let written = try String(decoding: Data(contentsOf: folder.appending(path: "uscita")), as: UTF8.self)
            // What was left out is told after it.
            #expect(try export(["--format", format, "--output", "-"]).hasPrefix(written), "\(format)")
        }
    }

    @Test func `what was left out is listed as far as it is read at a glance`() throws {
        let lines = try export(["--format", "csv", "--output", "t.csv"]).split(separator: "\n").map(String.init)
        #expect(lines.first == "t.csv: 1 scheda")
        #expect(lines.contains("Lasciate fuori perché non pubblicate (--drafts le comprende): 25 schede"))
        #expect(lines.filter { $0.hasPrefix("  bozza-") }.count == 20 && lines.last == "  …")
        #expect(try export(["--format", "csv", "--drafts", "--output", "t.csv"]).contains("t.csv: 26 schede"))
    }

    @Test func `a document takes the styles of the template, else ours`() throws {
        let folder = folder.appending(path: "programmi")
        try base.write(
            "#!/bin/sh\nfor a in \"$@\"; do case \"$a\" in --output=*) out=\"${a#--output=}\";; esac; done\n"
                + "{ printf PK; for a in \"$@\"; do echo \"$a\"; done; } > \"$out\"\n", to: "programmi/pandoc")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: "pandoc").path())
        try base.write("PK", to: "carta.docx")
        func styles(_ arguments: String...) throws -> String? {
            _ = try export(
                ["--format", "docx", "--output", "d.docx"] + arguments,
                environment: ["PATH": "\(folder.path()):/usr/bin:/bin"])
            let text = try String(contentsOf: self.folder.appending(path: "d.docx"), encoding: .utf8)
            return text.split(separator: "\n").first { $0.hasPrefix("--reference-doc=") }.map { String($0) }
        }
        #expect(try styles("--template", "carta.docx")?.hasSuffix("/carta.docx") == true)
        #expect(try styles()?.hasSuffix("/riferimento.docx") == true)
    }
}
