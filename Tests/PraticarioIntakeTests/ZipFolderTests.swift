import Foundation
import PraticarioSystem
import PraticarioWorkbooks
import TestSupport
import Testing

/// A folder packed into a zip archive, and what comes out of it again.
@Suite struct ZipFolderTests {
    private static let files: [String: [UInt8]] = [
        "a.html": Array(String(repeating: "<p>orto</p>\n", count: 5_000).utf8), "b/perché.md": Array("è\n".utf8),
        "b/c/vuoto": [],
        "b/c/numeri": (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 7_919 &+ $0 / 3) },
    ]

    private static func packed(_ work: (_ path: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, content) in files.merging(
            [".nascosto": [1], "b/.nascosto": [2]], uniquingKeysWith: { one, _ in one })
        {
            let path = folder + "/dentro/" + name
            try Files.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
            try Files.write(content, to: path)
        }
        try ZipFolder.write(folder + "/dentro", to: folder + "/fuori.zip")
        try work(folder + "/fuori.zip")
    }

    @Test func `what goes in comes out, hidden files left out`() throws {
        try Self.packed { path in
            let bytes = try Files.read(path)
            let archive = try #require(ZipArchive(bytes))
            for (name, content) in Self.files { #expect(archive.content(of: name) == content, "\(name)") }
            #expect(!archive.contains(".nascosto") && !archive.contains("b/.nascosto"))
            #expect(bytes.count < 10_000)
        }
    }

    @Test func `the same folder gives the same bytes`() throws {
        var all: [[UInt8]] = []
        for _ in 0..<2 { try Self.packed { all.append(try Files.read($0)) } }
        #expect(all[0] == all[1])
    }

    @Test func `another program finds it whole`() throws {
        try Self.packed { path in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [
                "python3", "-c",
                "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), sorted(z.namelist())[1])",
                path,
            ]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            #expect(String(decoding: said, as: UTF8.self) == "None b/c/numeri\n")
        }
    }
}
