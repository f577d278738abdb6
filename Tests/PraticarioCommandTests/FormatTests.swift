import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem
import TestSupport
import Testing

/// Every format holds the sheets of the question in the order of the answer, and opens in what reads it.
@Suite struct FormatTests {
    private static let question = "orto sport scuola"
    private let base = SharedBase.complete

    /// Published, best first.
    private func expected() throws -> [String] {
        let result = try base.run(["search", Self.question, "--format", "ids", "--limit", "100"])
        let ids = result.text.split(separator: "\n").map(String.init)
        return ids.filter { !["sport-oltre-le-mura", "caffe-da-completare"].contains($0) }
    }

    private static let made = Once<ExportFormat, String>()

    /// Where the question is written in a format.
    private func path(_ format: ExportFormat) throws -> String {
        try Self.made.value(format) {
            let path = base.folder.path() + "/domanda." + format.rawValue
            let result = try base.run([
                "export", Self.question, "--format", format.rawValue, "--output", path,
            ])
            #expect(result.status == 0, "\(format): \(result.text)")
            return path
        }
    }

    private func text(_ format: ExportFormat) throws -> String {
        try String(contentsOfFile: path(format), encoding: .utf8)
    }

    @Test func `the question finds enough to have an order`() throws {
        let ids = try expected()
        #expect(ids.count >= 6 && ids != ids.sorted())
    }

    @Test func `lists of sheets are in the order of the answer`() throws {
        let expected = try expected()
        let lines = try text(.jsonl).split(separator: "\n")
        #expect(try lines.map { try Self.object($0)["id"] as? String } == expected)
        let sheets = try Self.object(text(.json)[...])["sheets"] as? [[String: Any]]
        #expect(sheets?.compactMap { $0["id"] as? String } == expected)
        for dialect in ["csv", "jsonl"] {
            let result = try base.run(["search", Self.question, "--format", dialect, "--limit", "3"])
            let rows = result.text.split(whereSeparator: \.isNewline)
            let found = dialect == "csv" ? Array(rows.dropFirst()) : rows
            let ids = try base.run(["search", Self.question, "--format", "ids", "--limit", "3"]).text
            for (row, id) in zip(found, ids.split(separator: "\n")) { #expect(row.contains(id)) }
            #expect(found.count == 3)
        }
        #expect(try Self.firstColumn(text(.csv)) == expected)
    }

    @Test(arguments: [ExportFormat.markdown, .html])
    func `documents are in the order of the answer`(format: ExportFormat) throws {
        let text = try text(format)
        let expected = try expected()
        let anchors = text.matches(of: #/id="scheda-([a-z-]+)"/#).map { String($0.output.1) }
        #expect(anchors == expected)
    }

    /// Every case is named: a new format wants its reader here.
    @Test(arguments: ExportFormat.allCases)
    func `a format opens in what reads it, with every title`(format: ExportFormat) throws {
        let path = try path(format)
        let shown: String
        switch format {
        case .markdown, .html: shown = try text(format)
        case .page, .json, .jsonl: shown = try text(format)
        case .csv: shown = try text(format)
        case .site: shown = try Self.all(in: path + "/schede")
        case .bundle:
            shown = try Self.all(in: path + "/schede")
            let copy = try Program.run(["check", "--only-errors", "--kb", path], in: base.folder)
            #expect(!copy.text.contains("[malformed"), "\(copy.text)")
        case .docx, .odt, .epub: shown = try Self.run(["pandoc", "--to=plain", "--wrap=none", path])
        case .xlsx: shown = try Self.run(["xlsx2csv", path])
        case .pdf: shown = try Self.run(["pdftotext", "-layout", path, "-"])
        case .jsonld:
            shown = try text(format)
            #expect(try Self.object(shown[...])["@graph"] is [Any])
        case .dcat:
            #expect(try text(format).contains("a dcatapit:Dataset"))
            return
        case .skos:
            #expect(try text(format).contains("skos:prefLabel \"Sport\"@it"))
            return
        }
        // Only what has an open licence, what has any, or what is published.
        let titles =
            switch format.audience {
            case .openData, .anyone: ["L'orto di via Mazzini", "Vicini di casa", "La radio dei ragazzi"]
            case .readers:
                ["L'orto di via Mazzini", "Vicini di casa", "La radio dei ragazzi", "Doposcuola in palestra"]
            }
        let plain = shown.replacing("’", with: "'").replacing("&#39;", with: "'").replacing("\\'", with: "'")
        for title in titles { #expect(plain.contains(title), "\(title)") }
        #expect(!shown.contains("segretissima") && !shown.contains("Sport oltre le mura"))
    }

    @Test func `a sheet whose file would be passed over gets another name`() throws {
        let base = try TemporaryBase()
        try base.write(
            "---\nid: readme\ntitolo: Leggimi\ntipo: idea\npubblicazione: pubblicata\nlicenza: CC0-1.0\n"
                + "permesso: {da: Rete, data: 2024}\ntemi: [sport]\nterritori: [Roma]\n---\n",
            to: "schede/manuale.md")
        let folder = URL(filePath: base.folder.root)
        #expect(try Program.run(["export", "--format", "bundle", "--output", "copia"], in: folder).status == 0)
        let copy = try Program.run(["search", "--format", "ids", "--kb", "copia"], in: folder)
        #expect(copy.text == "readme\n")
    }

    @Test(arguments: [ExportFormat.markdown, .html, .page, .csv, .json, .jsonl, .jsonld, .bundle])
    func `notes stay at home however deep they stand`(format: ExportFormat) throws {
        let base = try TemporaryBase()
        try base.write(
            """
            ---
            titolo: Orto
            tipo: idea
            pubblicazione: pubblicata
            licenza: CC0-1.0
            permesso: {da: Rete, data: 2024}
            temi: [sport]
            territori: [Roma]
            ---
            > - punto
            >
            >   ## Note interne
            >
            >   SEGRETO uno

            - voce
              - dentro

                ## Note interne

                SEGRETO due

                > # Note interne
                > SEGRETO tre

            ### Note interne

            SEGRETO quattro

            ## Che cosa si fa

            Si zappa.

            """, to: "schede/orto.md")
        let folder = URL(filePath: base.folder.root)
        let result = try Program.run(["export", "--format", format.rawValue, "--output", "uscita"], in: folder)
        #expect(result.status == 0, "\(result.text)")
        let path = folder.appending(path: format == .bundle ? "uscita/schede/orto.md" : "uscita")
        let text = try String(contentsOf: path, encoding: .utf8)
        #expect(text.contains("Si zappa") && !text.contains("SEGRETO"), "\(text)")
    }

    @Test func `the form asks for what a sheet cannot do without`() throws {
        let path = base.folder.path() + "/modulo.xlsx"
        #expect(try base.run(["new", "--form", path]).status == 0)
        let headings =
            try Self.run(["xlsx2csv", path]).split(whereSeparator: \.isNewline).first?.split(separator: ",") ?? []
        #expect(headings.count >= 20)
        let required = headings.filter { $0.hasSuffix("*") }.map { String($0.dropLast(2)) }
        #expect(required == ["Titolo", "Tipo", "Tema 1", "Territorio", "Organizzazione"])
    }

    private static func all(in folder: String) throws -> String {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            // A sheet's pictures and papers have a folder.
            .filter { $0.hasSuffix(".md") || $0.hasSuffix(".html") }
            .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }.joined()
    }

    private static func object(_ json: Substring) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    /// The ids, which stand first in each row of a table whose cells hold no line ends here.
    private static func firstColumn(_ table: String) -> [String] {
        table.split(whereSeparator: \.isNewline).dropFirst().compactMap { row in
            row.split(separator: ";").first.map(String.init)
        }.filter { $0.wholeMatch(of: #/[a-z]+(-[a-z]+)+/#) != nil }
    }

    private static func run(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(command)")
        return String(decoding: data, as: UTF8.self)
    }
}
