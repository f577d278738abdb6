import Foundation
import PraticarioCorpus
import TestSupport
import Testing

/// Documents that leave the house, with hostile text in every field.
@Suite struct ExportTests {
    private let base: TemporaryBase
    private var folder: URL { URL(filePath: base.folder.root) }

    private static let hostile = "</script><img src=x onerror=alert(1)> =1+1 **x** `y` \u{202E}rtl 😀 e\u{301}"

    init() throws {
        base = try TemporaryBase()
        try base.write(
            """
            ---
            titolo: '\(Self.hostile)'
            tipo: pratica
            sintesi: '=HYPERLINK("http://x")'
            pubblicazione: pubblicata
            temi: [sport]
            territori: [Roma]
            organizzazione: '@SUM(A1)'
            fonti: [{titolo: '-1+1', url: "https://example.org/"}]
            ---
            <script>alert(1)</script>

            ## Che cosa si fa

            Testo ![immagine](file:///etc/passwd) e <b>grassetto</b>.

            ## Note interne

            Segreto di casa.

            """, to: "schede/ostile.md")
        try base.write(
            "---\ntitolo: Bozza\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n", to: "schede/bozza.md")
    }

    private func export(_ format: String, to file: String, environment: [String: String] = [:]) throws -> Program.Result
    {
        try Program.run(["export", "--format", format, "--output", file], in: folder, environment: environment)
    }

    private func text(_ file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    @Test func `a page holds hostile text as data, and nothing of what is internal`() throws {
        let result = try export("page", to: "p.html")
        #expect(result.status == 0)
        #expect(result.text.contains("bozza"))
        let page = try text("p.html")
        #expect(!page.contains("<img src=x"))
        #expect(page.components(separatedBy: "</script>").count == 3)
        #expect(page.contains("\\u003cimg src=x onerror=alert(1)\\u003e"))
        #expect(!page.contains("Segreto di casa") && !page.contains("Bozza"))
        #expect(!page.contains("{{"))
        let external = page.matches(of: #/(src|href)="https?:/#)
        #expect(external.isEmpty)
    }

    @Test func `the data of a page are JSON with what its script reads`() throws {
        _ = try export("page", to: "p.html")
        let page = try text("p.html")
        let start = try #require(page.range(of: "id=\"data\">"))
        let end = try #require(page[start.upperBound...].range(of: "</script>"))
        let json = try JSONSerialization.jsonObject(with: Data(page[start.upperBound..<end.lowerBound].utf8))
        let data = try #require(json as? [String: Any])
        let sheets = try #require(data["sheets"] as? [[String: Any]])
        #expect(sheets.count == 1)
        #expect(sheets[0]["title"] as? String == Self.hostile)
        #expect((sheets[0]["sections"] as? [[String]])?.map { $0[0] } == ["Che cosa si fa"])
        #expect(
            (data["territories"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == [
                "IT", "3", "12", "058", "058091",
            ])
    }

    @Test func `a table is neutral for spreadsheet programs`() throws {
        _ = try export("csv", to: "t.csv")
        let bytes = try Data(contentsOf: folder.appending(path: "t.csv"))
        #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let rows = CSVText.read(Array(bytes), path: "t.csv").text.rows
        #expect(rows.count == 2)
        #expect(rows[1].cells.contains("'=HYPERLINK(\"http://x\")"))
        #expect(rows[1].cells.contains("'@SUM(A1)"))
        #expect(rows[1].cells.contains("058091"))
        #expect(!rows[1].cells.joined().contains("Segreto"))
    }

    @Test func `without pandoc it is told what to install, and nothing is written`() throws {
        let result = try export("docx", to: "d.docx", environment: ["PATH": folder.path()])
        #expect(result.status == 1)
        #expect(result.text.contains("apt install pandoc"))
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "d.docx").path()))
    }

    @Test func `pandoc is given harmless HTML: no script, no picture, no internal note`() throws {
        let program = folder.appending(path: "pandoc")
        let script = """
            #!/bin/sh
            for word; do case "$word" in --output=*) to="${word#--output=}";; *.html) from="$word";; esac; done
            { printf PK; /bin/cat "$from"; } > "$to"

            """
        try Data(script.utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path())
        let result = try export("docx", to: "d.docx", environment: ["PATH": folder.path()])
        #expect(result.status == 0, "\(result.text)")
        let html = try text("d.docx")
        #expect(html.contains("<h2 class=\"title\" id=\"scheda-ostile\" dir=\"auto\">&lt;/script&gt;"))
        #expect(!html.contains("<script>") && !html.contains("<b>grassetto") && !html.contains("<img"))
        #expect(!html.contains("Segreto") && html.contains("Testo immagine e grassetto."))
        #expect(html.contains("<h3>Che cosa si fa</h3>"))
    }

    @Test func `the form that is handed out is read back without being told its columns`() throws {
        #expect(try Program.run(["new", "--form", "modulo.xlsx"], in: folder).status == 0)
        let result = try Program.run(["import", "modulo.xlsx", "--dry-run"], in: folder)
        #expect(result.status == 0, "\(result.text)")
        #expect(!result.text.contains("(non si legge)"))
        for line in ["Tema 3 → temi", "Sito dell'ente → organizzazione.sito", "Partner → partner", "Titolo → titolo"] {
            #expect(result.text.contains(line), "\(line)")
        }
    }

    @Test func `an export that is interrupted leaves nothing, and what stood there stays`() throws {
        try base.write(
            "---\ntitolo: Prima\ntipo: idea\npubblicazione: pubblicata\nlicenza: CC0-1.0\n---\n", to: "schede/prima.md")
        #expect(try Program.run(["export", "--format", "site", "--output", "sito"], in: folder).status == 0)
        for number in 0..<600 {
            try base.write(
                "---\ntitolo: Scheda \(number)\ntipo: pratica\npubblicazione: pubblicata\nlicenza: CC0-1.0\ntemi: [sport]\nterritori: [Roma]\n---\nTesto.\n",
                to: "schede/s\(number).md")
        }
        #expect(try Program.run(["index"], in: folder).status == 0)
        let before = try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "sito").path()).sorted()
        let (process, pipe) = try Program.start(["export", "--format", "site", "--output", "sito"], in: folder)
        while process.isRunning, try !temporaries().contains(where: { $0.hasPrefix("sito.") }) { usleep(500) }
        #expect(process.isRunning)
        process.interrupt()
        _ = try pipe.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(try temporaries() == [])
        #expect(
            try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "sito").path()).sorted()
                == before)
    }

    private func temporaries() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".tmp") }
    }

    @Test func `a file that is no spreadsheet is told in one sentence`() throws {
        try base.write("PK\u{3}\u{4} questo non è un foglio", to: "finto.xlsx")
        let result = try Program.run(["import", "finto.xlsx"], in: folder)
        #expect(result.status == 1)
        #expect(result.text.contains("finto.xlsx"))
    }
}
