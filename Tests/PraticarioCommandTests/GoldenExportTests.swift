import Foundation
import Praticario
import PraticarioCorpus
import Testing
import PraticarioSystem

/// What leaves the house, line by line: a collection with hostile text in every field, in every format that is text.
/// `make transcripts` writes the expected files anew; whoever runs it reads what changed before committing it.
@Suite struct GoldenTranscriptTests {
    private static let golden =
        Program.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures/golden").path(percentEncoded: false)
        + "/"

    @Test(arguments: HostileExport.all)
    func `an export is what it was`(export: HostileExport) throws {
        let actual = try HostileBase.shared.files(of: export)
        let path = Self.golden + export.name
        if Golden.isRewritten {
            try? FileManager.default.removeItem(atPath: path)
        } else {
            #expect(try actual.keys.sorted() == HostileBase.files(at: path, of: export).keys.sorted())
        }
        for (name, bytes) in actual.sorted(by: { $0.key < $1.key }) {
            let file = export.isFolder ? path + "/" + name : path
            guard Golden.isRewritten || FileManager.default.fileExists(atPath: file) else { continue }
            try Golden.expect(Self.normalized(bytes, name), atPath: file)
        }
    }

    /// As on any day, and without what the templates bring along: a change of theirs is no change of an export.
    private static func normalized(_ bytes: [UInt8], _ name: String) -> [UInt8] {
        if name.hasSuffix(".png") { return bytes }
        if name.hasSuffix("stile.css") { return Array("(documento.css)\n".utf8) }
        return name.hasSuffix(".html") ? HostileBase.withoutTemplates(bytes) : bytes
    }
}

/// What holds for every export, whatever the expected files say.
@Suite struct HostileExportTests {
    private let base = HostileBase.shared

    @Test(arguments: HostileExport.all)
    func `nothing internal and no draft leaves the house`(export: HostileExport) throws {
        for (name, bytes) in try base.files(of: export) {
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            #expect(!text.contains("segretissim"), "\(name)")
            #expect(!text.contains("bozzissim"), "\(name)")
        }
    }

    @Test(arguments: [
        ("markdown", ["bozza"]), ("html", ["bozza"]), ("page", ["bozza"]), ("csv", ["bozza"]), ("xlsx", ["bozza"]),
        ("json", ["bozza"]), ("jsonl", ["bozza"]), ("site", ["bozza", "esempio", "senza-licenza"]),
        ("bundle", ["bozza", "esempio", "senza-licenza"]),
        ("jsonld", ["bozza", "chiusa", "esempio", "senza-licenza"]),
        ("dcat", ["bozza", "chiusa", "esempio", "senza-licenza"]),
    ])
    func `what is left out is listed`(format: String, ids: [String]) throws {
        let made = HostileExport.all.first { $0.arguments == [format] }
        let result = try base.export(made ?? HostileExport("raccolta." + format, format))
        let listed = result.text.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) }
        #expect(listed.sorted() == ids)
    }

    @Test func `drafts come where they are asked for, and for readers only`() throws {
        let export = HostileExport("bozze.md", "markdown", "--drafts")
        let text = try String(decoding: base.files(of: export)["bozze.md"] ?? [], as: UTF8.self)
        #expect(text.contains("BOZZISSIMA") && !text.contains("SEGRETISSIMO"))
        for format in ["site", "bundle", "jsonld", "dcat"] {
            #expect(try base.export(HostileExport("uscita", format, "--drafts")).status != 0, "\(format)")
        }
    }

    @Test func `open data hold what has an open licence, a site what has any`() throws {
        let bytes = try base.files(of: HostileExport("dati.jsonld", "jsonld"))["dati.jsonld"] ?? []
        let json = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        let graph = try #require(json?["@graph"] as? [[String: Any]])
        let sheets = graph.filter { $0["@type"] as? String == "CreativeWork" }
        #expect(sheets.compactMap { $0["identifier"] as? String } == ["ostile", "orto-vicini"])
        let pages = try base.files(of: HostileExport("sito", "site")).keys.filter { $0.hasPrefix("schede/") }
        #expect(pages.sorted() == ["schede/chiusa.html", "schede/orto-vicini.html", "schede/ostile.html"])
    }

    @Test func `an id that leads elsewhere is told and replaced`() throws {
        let base = try HostileBase()
        let folder = base.knowledgeBase
        let check = try Program.run(["check", "--only-errors", "--kb", folder.path()], in: folder)
        #expect(check.text.contains("«../../etc/passwd»") && check.text.contains("[invalid-id]"), "\(check.text)")
        let files = try base.files(of: HostileExport("archivio", "bundle")).keys.filter { $0.hasPrefix("schede/") }
        #expect(files.sorted() == ["schede/chiusa.md", "schede/orto-vicini.md", "schede/ostile.md"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: base.out.path()) == ["archivio"])
    }

    @Test(arguments: HostileExport.pages)
    func `pages run nothing but their own script and lead nowhere that is not safe`(export: HostileExport) throws {
        for (name, page) in try self.pages(of: export) {
            let scripts = page.ranges(of: "<script").count
            #expect(scripts == (name.hasSuffix("cerca.html") ? 2 : 0), "\(name)")
            let handlers = page.matches(of: #/<[^>]*\s(on[a-z]+)\s*=/#.ignoresCase())
            #expect(handlers.isEmpty, "\(name)")
            let addresses = page.matches(of: #/<[^>]*\s(?:href|src|action)\s*=\s*["']?([^"'>]*)/#.ignoresCase())
            #expect(!addresses.isEmpty)
            for address in addresses.map({ $0.output.1.lowercased() })
            // The empty icon keeps browsers from asking for one.
            where address.contains(":") && address != "data:," {
                let isSafe = ["https://", "http://", "mailto:", "data:image/png;base64,"].contains {
                    address.hasPrefix($0)
                }
                #expect(isSafe, "\(name): \(address)")
            }
        }
    }

    @Test(arguments: HostileExport.pages)
    func `pages hold no character that HTML forbids`(export: HostileExport) throws {
        for (name, page) in try self.pages(of: export) {
            let forbidden = page.unicodeScalars.filter { scalar in
                switch scalar.value {
                case 0x09, 0x0A, 0x0D: false
                case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
                default: scalar.value & 0xFFFE == 0xFFFE
                }
            }
            #expect(forbidden.isEmpty, "\(name)")
        }
    }

    /// The search page stands alone or in a site, and shows the link to the site only there.
    @Test(arguments: HostileExport.pages.filter { $0.name != "cerca.html" })
    func `every link within the pages leads somewhere`(export: HostileExport) throws {
        let files = try base.files(of: export)
        let pages = try self.pages(of: export)
        for (name, page) in pages {
            for match in page.matches(of: #/\shref="([^"]*)"/#) {
                let address = String(match.output.1)
                if address.prefixMatch(of: #/[a-z]+:/#) != nil { continue }
                let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target = parts[0].isEmpty ? name : Self.resolved(String(parts[0]), from: name)
                #expect(files[target] != nil, "\(name): \(address)")
                let isThere = parts.count == 1 || pages[target]?.contains("id=\"\(parts[1])\"") == true
                #expect(isThere, "\(name): \(address)")
            }
        }
    }

    private static func resolved(_ address: String, from page: String) -> String {
        var path = page.split(separator: "/").dropLast().map { String($0) }
        for part in address.split(separator: "/") {
            if part == ".." { _ = path.popLast() } else { path.append(String(part)) }
        }
        return path.joined(separator: "/")
    }

    /// Without the texts of the templates, by their names.
    private func pages(of export: HostileExport) throws -> [String: String] {
        try base.files(of: export).filter { $0.key.hasSuffix(".html") }.mapValues {
            String(decoding: HostileBase.withoutTemplates($0), as: UTF8.self)
        }
    }
}

/// A way to export the hostile collection.
struct HostileExport: Sendable, CustomTestStringConvertible {
    /// Of the file or folder; a folder's has no dot.
    let name: String
    /// Those of the command, the format first.
    let arguments: [String]

    init(_ name: String, _ arguments: String...) {
        self.name = name
        self.arguments = arguments
    }

    var testDescription: String { name }
    var isFolder: Bool { !name.contains(".") }

    /// Every format that is text, and the folders.
    static let all = [
        HostileExport("raccolta.md", "markdown"),
        HostileExport("english.md", "markdown", "--detail", "short", "--lang", "en"),
        HostileExport("raccolta.html", "html"),
        HostileExport("cerca.html", "page"),
        HostileExport("sito", "site"),
        HostileExport("excel.csv", "csv"),
        HostileExport("rfc4180.csv", "csv", "--dialect", "rfc4180"),
        HostileExport("tabelle/", "csv"),
        HostileExport("raccolta.json", "json"),
        HostileExport("raccolta.jsonl", "jsonl"),
        HostileExport("raccolta.jsonld", "jsonld"),
        HostileExport("dcat.ttl", "dcat"),
        HostileExport("skos.ttl", "skos"),
        HostileExport("archivio", "bundle"),
    ]

    static let pages = all.filter { ["html", "page", "site"].contains($0.arguments[0]) }
}

/// A copy of the hostile knowledge base, and a folder beside it for what is exported.
final class HostileBase: Sendable {
    static let shared: HostileBase = {
        do { return try HostileBase() } catch { preconditionFailure("\(error)") }
    }()

    private let folder: URL
    /// An export that was made once, as text, with the files that it wrote.
    private let made = Once<[String], (result: Program.Result, files: [String: [UInt8]])>()
    var knowledgeBase: URL { folder.appending(path: "archivio-ostile") }
    var out: URL { folder.appending(path: "uscite") }

    init() throws {
        folder = try TemporaryFolders.make()
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Program.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures/raccolta"),
            to: knowledgeBase)
    }

    @discardableResult
    func export(_ export: HostileExport, environment: [String: String] = [:]) throws -> Program.Result {
        try written(export, environment).result
    }

    /// What an export writes, with the day on which that was settled: the files of a folder by their paths in it, a file
    /// by its name.
    func files(of export: HostileExport) throws -> [String: [UInt8]] {
        let (result, files) = try written(export, [:])
        #expect(result.status == 0, "\(result.text)")
        return files
    }

    /// Where it writes: apart from the others where the program runs in an environment of its own.
    func path(of export: HostileExport, _ environment: [String: String] = [:]) -> String {
        let apart = environment.map { "/\($0)-\($1)" }.sorted().joined()
        return out.path() + apart + "/" + export.name
    }

    private func written(
        _ export: HostileExport, _ environment: [String: String]
    ) throws -> (result: Program.Result, files: [String: [UInt8]]) {
        let path = path(of: export, environment)
        return try made.value([path] + export.arguments) {
            try Program.withinOneDay {
                try FileManager.default.createDirectory(
                    at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
                let arguments = ["collection", "export", "ostile", "--output", path, "--format"]
                let result = try Program.run(
                    arguments + export.arguments, in: folder,
                    environment: ["PRATICARIO_KB": knowledgeBase.path()].merging(environment) { _, new in new })
                let files = result.status == 0 ? try Self.files(at: path, of: export) : [:]
                return (result, files.mapValues(Program.settled))
            }
        }
    }

    static func files(at path: String, of export: HostileExport) throws -> [String: [UInt8]] {
        guard export.isFolder else { return [export.name: try Files.read(path)] }
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            let file = path + "/" + name
            if Files.type(of: file) == .file { files[name] = try Files.read(file) }
        }
        return files
    }

    /// A page without what stands between the lines `<style>` and `</style>`, and `<script>` and `</script>`, and without
    /// the words of the language that a search page holds, which are the same on every one.
    static func withoutTemplates(_ page: [UInt8]) -> [UInt8] {
        var kept: [ArraySlice<UInt8>] = []
        var end: String?
        for line in Golden.lines(page) {
            if let mark = end {
                guard line.elementsEqual(mark.utf8) else { continue }
                end = nil
            } else if line.elementsEqual("<style>".utf8) {
                end = "</style>"
            } else if line.elementsEqual("<script>".utf8) {
                end = "</script>"
            }
            kept.append(withoutKnownWords(line))
        }
        let newline: [UInt8] = [0x0A]
        return Array(kept.joined(separator: newline))
    }

    private static func withoutKnownWords(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let key = Array("\"knownWords\":\"".utf8)
        guard line.starts(with: Array("<script type=".utf8)), let start = line.firstRange(of: key)?.upperBound,
            let end = line[start...].firstIndex(of: UInt8(ascii: "\""))
        else { return line }
        return line[..<start] + line[end...]
    }
}
