import Foundation
import Testing

/// One file that nobody means to write, in a folder that many share: it costs itself, a bounded time and a bounded memory,
/// and a good sheet beside it is found.
@Suite struct HostileFilesTests {
    /// A file at a size; it is tried at that size and at twice that.
    struct Hostile: Sendable, CustomTestStringConvertible {
        let name: String
        let path: String
        let size: Int
        let make: @Sendable (Int) -> String

        init(_ name: String, _ path: String, _ size: Int, _ make: @escaping @Sendable (Int) -> String) {
            (self.name, self.path, self.size, self.make) = (name, path, size, make)
        }

        var testDescription: String { name }
    }

    /// Of processor time, in seconds: enough for a slow machine, and not for work that grows with the square. The program of the
    /// tests is not optimized, and about five times slower.
    private static let seconds = 90
    /// Of address space, in kilobytes.
    private static let kilobytes = 1 << 20

    private static func sheet(_ fields: String = "", body: String = "Testo.\n") -> String {
        "---\ntitolo: Strana\ntipo: idea\ntemi: [sport-inclusivo]\n"
            + (fields.contains("territori:") ? "" : "territori: [Roma]\n") + fields + "---\n" + body
    }

    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }
    private static func each(_ count: Int, _ item: (Int) -> String) -> String { (0..<count).map(item).joined() }

    static let checked: [Hostile] = [
        .init("quotations in quotations", "schede/x.md", 50_000) { sheet(body: times($0, ">") + " a\n") },
        .init("lists in lists", "schede/x.md", 100_000) { sheet(body: times($0, "- ") + "a\n") },
        .init("headings", "schede/x.md", 100_000) { sheet(body: times($0, "# x\n")) },
        .init("link references", "schede/x.md", 15_000) { count in
            sheet(body: each(count) { "[a\($0)]: https://e.it/\($0)\n" } + "\n" + each(count) { "[a\($0)] " } + "\n")
        },
        .init("digits", "schede/x.md", 450_000) { sheet(body: times($0, "1") + "\n") },
        .init("almost addresses", "schede/x.md", 450_000) { sheet(body: times($0 / 2, "a@") + "\n") },
        .init("combining marks", "schede/x.md", 500_000) { sheet(body: "e" + times($0, "\u{301}") + "\n") },
        .init("joined emoji", "schede/x.md", 100_000) { sheet(body: times($0, "👩\u{200D}") + "\n") },
        .init("unknown themes", "schede/x.md", 4_500) { count in
            sheet("altri: [\(each(count) { "tema\($0), " })]\n").replacing(
                "[sport-inclusivo]", with: "[\(each(count) { "tema\($0), " })]")
        },
        .init("unknown territories", "schede/x.md", 4_500) { count in
            sheet("territori: [\(each(count) { "luogo\($0), " })]\n")
        },
        .init("relations", "schede/x.md", 4_000) { count in
            sheet("collegate: {simile_a: [\(each(count) { "scheda-\($0), " })]}\n")
        },
        .init("repeated keys", "schede/x.md", 5_000) { sheet(each($0) { "chiave\($0 % 50): x\n" }) },
        .init("deep keys", "schede/x.md", 1_000) { sheet(each($0) { times($0, " ") + "a:\n" }) },
        .init("a table of open quotes", "tabelle/x.csv", 75_000) { "Titolo;Tipo\n" + times($0, "\"aperto;x\n") },
        .init("a cell of themes", "tabelle/x.csv", 10_000) { count in
            "Titolo;Tipo;Temi\nX;idea;\"\(each(count) { "tema\($0); " })\"\n"
        },
        .init("columns", "tabelle/x.csv", 2_500) { count in
            each(count) { "Colonna \($0);" } + "\n" + times(count, "v;") + "\n"
        },
        .init("columns of sections", "tabelle/x.csv", 2_500) { count in
            "Titolo;Tipo;" + each(count) { "## Sezione \($0);" } + "\nX;idea;" + times(count, "v;") + "\n"
        },
        .init("rows with unknown territories", "tabelle/x.csv", 5_000) { count in
            "Titolo;Tipo;Territorio\n" + each(count) { "Riga \($0);idea;Posto\($0)\n" }
        },
        .init("options of a search", "raccolte/x.md", 150_000) { count in
            "---\ntitolo: X\n---\n\n```ricerca " + times(count, "a=b ") + "\ntema:sport\n```\n"
        },
        .init("meetings", "comunita/x.yaml", 5_000) { count in
            "titolo: X\nincontri:\n" + each(count) { "  - {numero: \($0), data: 2025-01-01, stato: svolto}\n" }
        },
        .init("a long title", "programma.yaml", 1_000_000) { "titolo: " + times($0, "x") + "\n" },
    ]

    static let imported: [Hostile] = [
        .init("a line of JSON", "x.json", 450_000) { "{\"a\":\"" + times($0, "x") + "\"}" },
        .init("one line", "x.csv", 450_000) { times($0, "x") },
        .init("rows", "x.csv", 2_000) { count in
            "Titolo;Tema;Comune\n" + each(count) { "Pratica numero \($0);sport;Posto\($0)\n" }
        },
        .init("columns", "x.csv", 1_000) { count in
            each(count) { "Domanda \($0) del modulo;" } + "\n" + times(count, "x;") + "\n"
        },
    ]

    @Test(arguments: checked, [1, 2])
    func `a hostile file is checked within bounds, and the sheet beside it is found`(file: Hostile, times: Int) throws {
        let folder = try base()
        let place = folder.appending(path: file.path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try file.make(file.size * times).write(to: place, atomically: true, encoding: .utf8)
        let check = try bounded(["check", "--kb", folder.path()], in: folder)
        #expect([0, 1].contains(check.status), "\(check.text.suffix(300))")
        #expect(check.text.utf8.count < 4 << 20)
        let found = try bounded(["search", "ippopotamo", "--format", "ids", "--kb", folder.path()], in: folder)
        #expect(found.text.contains("buona"), "\(found.status) \(found.text.suffix(300))")
    }

    @Test(arguments: imported, [1, 2])
    func `a hostile file is imported or refused within bounds`(file: Hostile, times: Int) throws {
        let folder = try base()
        let place = folder.appending(path: file.path)
        try file.make(file.size * times).write(to: place, atomically: true, encoding: .utf8)
        let result = try bounded(["import", place.path(), "--kb", folder.path()], in: folder)
        #expect([0, 1].contains(result.status), "\(result.text.suffix(300))")
        let found = try bounded(["search", "ippopotamo", "--format", "ids", "--kb", folder.path()], in: folder)
        #expect(found.text.contains("buona"), "\(found.status) \(found.text.suffix(300))")
    }

    private func base() throws -> URL {
        let folder = try TemporaryFolders.make()
        #expect(try Program.run(["init", folder.path()], in: folder).status == 0)
        let good = Self.sheet(body: "Un ippopotamo.\n")
        try good.write(to: folder.appending(path: "schede/buona.md"), atomically: true, encoding: .utf8)
        return folder
    }

    /// A shell that sets limits and becomes the program.
    private func bounded(_ arguments: [String], in folder: URL) throws -> Program.Result {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            [
                "-c", "ulimit -t \(Self.seconds); ulimit -v \(Self.kilobytes); exec \"$0\" \"$@\"",
                Program.executable.path(),
            ] + arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "LANG": "it_IT.UTF-8", "HOME": folder.path(), "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Program.Result(status: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
    }
}
