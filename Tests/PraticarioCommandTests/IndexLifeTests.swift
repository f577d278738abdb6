import Foundation
import PraticarioCorpus
import TestSupport
import Testing

/// An index survives whatever happens to the processes that make it, and to its file.
@Suite struct IndexLifeTests {
    private let base: TemporaryBase
    private var folder: URL { URL(filePath: base.folder.root) }
    private var indexFolder: URL { folder.appending(path: ".praticario") }
    private var index: URL { indexFolder.appending(path: "index.sqlite") }

    init() throws {
        base = try TemporaryBase()
        try write(0..<40)
    }

    private func write(_ numbers: Range<Int>) throws {
        var sheets = GeneratedSheets(seed: 7 + numbers.lowerBound)
        for number in numbers { try base.write(sheets.sheet(), to: "schede/s\(number).md") }
    }

    private func answer() throws -> String {
        let result = try Program.run(["search", "orto", "sociale", "--format", "json"], in: folder)
        #expect(result.status == 0, "\(result.text)")
        return result.text
    }

    @Test func `an update killed while it works loses nothing and leaves nothing behind`() throws {
        try write(40..<150)
        let expected = try answer()
        var (attempts, killedAtWork, pause) = (0, 0, UInt32(0))
        while killedAtWork < 10 {
            attempts += 1
            try #require(attempts <= 60, "the update ends before it can be killed")
            let (process, output) = try Program.start(["index", "--rebuild"], in: folder)
            // The new index grows beside the old one; each time it grows a little longer, from nothing once it was ready.
            while process.isRunning, try works(of: process).isEmpty { usleep(200) }
            usleep(1_000 * pause)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            _ = try output.fileHandleForReading.readToEnd()
            let wasAtWork = try process.terminationReason == .uncaughtSignal && !works(of: process).isEmpty
            killedAtWork += wasAtWork ? 1 : 0
            pause = wasAtWork ? pause + 2 : 0
            #expect(try answer() == expected)
        }
        #expect(try Program.run(["index", "--rebuild"], in: folder).status == 0)
        #expect(try works(of: nil) == [])
    }

    /// The files that an update works on, and that one that was killed leaves: of a process, or of all.
    private func works(of process: Process?) throws -> [String] {
        let mark = process.map { ".\($0.processIdentifier)-" } ?? "."
        return try FileManager.default.contentsOfDirectory(atPath: indexFolder.path()).filter {
            $0.contains(mark) && $0.contains(".tmp")
        }
    }

    @Test func `processes that index and search at once do not harm each other`() throws {
        let expected = try answer()
        let started = try (0..<4).map { number in
            try Program.start(
                number % 2 == 0 ? ["index", "--rebuild"] : ["search", "orto", "sociale", "--format", "json"], in: folder
            )
        }
        for (number, (process, output)) in started.enumerated() {
            let text = try String(decoding: output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(text)")
            if number % 2 == 1 { #expect(text == expected) }
        }
        #expect(try answer() == expected)
    }

    @Test(arguments: ["empty", "rubbish", "truncated", "scribbled", "folder", "missing"])
    func `a damaged index is made anew`(damage: String) throws {
        let expected = try answer()
        var bytes = [UInt8](try Data(contentsOf: index))
        switch damage {
        case "empty": bytes = []
        case "rubbish": bytes = [UInt8](repeating: 0x58, count: 5_000)
        case "truncated": bytes.removeLast(bytes.count / 2)
        case "scribbled": for position in stride(from: 4_096, to: bytes.count, by: 512) { bytes[position] ^= 0xA5 }
        default: break
        }
        try FileManager.default.removeItem(at: index)
        if damage == "folder" {
            try FileManager.default.createDirectory(at: index, withIntermediateDirectories: false)
        } else if damage != "missing" {
            try Data(bytes).write(to: index)
        }
        if damage == "folder" {
            // Not ours to remove: one sentence says what to do.
            #expect(try Program.run(["search", "orto"], in: folder).status == 1)
        } else {
            #expect(try answer() == expected)
        }
    }

    /// Found by `make fuzz`: the file is a sound database, and in it stands what was never written.
    @Test(arguments: [
        "update packed set name = null where name = 'length'", "delete from packed where name = 'kind'",
        "update source set path = null where path like '%temi%'", "delete from meta where key = 'edition'",
        "update meta set value = 'x' where key = 'began'",
    ])
    func `an index with values that nobody wrote is made anew`(change: String) throws {
        let expected = try answer()
        // Tables that are strict refuse what a damaged disk does not.
        let script = """
            import sqlite3, sys
            for lines in (["pragma writable_schema = 1",
                           "update sqlite_master set sql = replace(sql, ') STRICT', ')') where type = 'table'"],
                          [sys.argv[2]]):
                base = sqlite3.connect(sys.argv[1])
                for line in lines: base.execute(line)
                base.commit()
                base.close()
            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, index.path(), change]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        #expect(try answer() == expected)
        #expect(try Program.run(["index", "--format", "json"], in: folder).status == 0)
    }

    @Test func `an update reads what changed and nothing else`() throws {
        try Program.withinOneDay {
            func index() throws -> [String] {
                let report = try Program.run(["index", "--format", "json"], in: folder).json()
                return ["outcome", "files_read", "sheets"].map { "\(report[$0] ?? "")" }
            }
            try FileManager.default.removeItem(at: folder.appending(path: "schede"))
            for name in ["a", "b", "c"] {
                try base.write("---\ntitolo: \(name)\ntipo: idea\n---\n", to: "schede/\(name).md")
            }
            #expect(try index().first != "current")
            #expect(try index() == ["current", "0", "3"])
            try base.write("---\ntitolo: altro\ntipo: idea\n---\n", to: "schede/b.md")
            let report = try index()
            // A file as young as the index may be read again.
            #expect(report.first == "updated" && report.last == "3" && report[1] != "0")
            base.remove("schede/c.md")
            #expect(try index().first == "updated" && index().last == "2")
            #expect(
                try Program.run(["index", "--rebuild", "--format", "json"], in: folder).text.contains("\"rebuilt\""))
        }
    }

    @Test func `a sheet changed within the same tick and with an old date is noticed`() throws {
        _ = try answer()
        let sheet = folder.appending(path: "schede/s1.md")
        try base.write("---\ntitolo: Primo\ntipo: idea\n---\nzucca", to: "schede/s1.md")
        _ = try answer()
        try base.write("---\ntitolo: Primo\ntipo: idea\n---\nzebra", to: "schede/s1.md")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: sheet.path())
        let found = try Program.run(["search", "zebra", "--format", "json"], in: folder)
        #expect(found.text.contains("\"total\" : 1"))
    }
}
