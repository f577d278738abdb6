import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

private let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}
private let python = ProcessInfo.processInfo.environment["PRATICARIO_PYTHON"]

/// What people do, done in a real browser: `browser.py` says what is not as it should be.
@Suite struct BrowserTests {
    @Test(
        .enabled(if: chromium != nil && python != nil, "make test has a browser and a Python"), .timeLimit(.minutes(10))
    )
    func
        `the three jobs, writing, meeting at one sheet, proposing, beginning a community and taking a spreadsheet in work in a browser`()
        async throws
    {
        let base = try TemporaryBase()
        let complete = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "PraticarioCommandTests/Fixtures/completo")
        for name in try FileManager.default.contentsOfDirectory(atPath: complete.path()) {
            let place = base.folder.path(name)
            try? FileManager.default.removeItem(atPath: place)
            try FileManager.default.copyItem(atPath: complete.appending(path: name).path(), toPath: place)
        }
        let sheet = base.folder.path("../risposte-\(UUID().uuidString).csv")
        let rows =
            "Titolo;Tema;Comune;Cosa fate\nDoposcuola di Atlantide;sport;Atlantide;Compiti\nOrto in cortile;sport;Roma;Si zappa\n;sport;Roma;Si canta il lunedì\n"
        try Files.write(Array(rows.utf8), to: sheet)
        defer { try? FileManager.default.removeItem(atPath: sheet) }
        let people = People(base.folder)
        let links = [
            try people.add("Anna", role: .editor).link, try people.add("Bruno", role: .editor).link,
            try people.add("Carla", role: .member).link,
        ]
        let (browser, interpreter) = (try #require(chromium), try #require(python))
        try await RunningServer.withPeople(base) { client in
            let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "browser.py").path()
            let said = try await Self.output(
                of: interpreter, [script, browser, "http://127.0.0.1:\(client.port)"] + links + [sheet])
            #expect(said == "")
        }
    }

    /// What a program writes, without holding a thread that the server needs.
    private static func output(of program: String, _ arguments: [String]) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                let process = Process()
                process.executableURL = URL(filePath: program)
                process.arguments = arguments
                let pipe = Pipe()
                process.standardOutput = pipe
                process.standardError = pipe
                do {
                    try process.run()
                    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
                    process.waitUntilExit()
                    continuation.resume(returning: String(decoding: said, as: UTF8.self))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }
}
