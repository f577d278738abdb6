import Foundation
import Praticario
import PraticarioSearch
import Testing

private let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}

/// The search page in a real browser gives the first answers of the command.
@Suite struct ChromiumTests {
    private struct Asked: Decodable {
        var question: String
        var ids: [String]
    }

    @Test(.enabled(if: chromium != nil, "chromium is not installed"))
    func `questions of people have the same first three answers in the browser and in the command`() throws {
        let questions = try RankingTranscriptTests.questions().map(\.text)
        #expect(questions.count >= 100)
        let asked = try Self.ask(questions)
        #expect(asked.map(\.question) == questions)
        for (asked, results) in zip(asked, try RankingTranscriptTests.answers.get()) {
            #expect(asked.ids == results.hits.prefix(3).map(\.id), "\(asked.question)")
        }
    }

    /// Opens a copy of the page that asks itself all questions, one after the other, and then holds nothing but the answers.
    private static func ask(_ questions: [String]) throws -> [Asked] {
        let list = String(decoding: try JSONEncoder().encode(questions), as: UTF8.self).replacing("</", with: "<\\/")
        let script = """
            <script>
            (async () => {
              const answers = [];
              for (const question of \(list)) {
                const moved = new Promise(done => window.addEventListener("hashchange", done, { once: true }));
                location.hash = "#" + new URLSearchParams([["q", question]]);
                await moved;
                const links = Array.from(document.querySelectorAll("#list h3 a")).slice(0, 3);
                const ids = links.map(link => new URLSearchParams(link.getAttribute("href").slice(1)).get("scheda"));
                answers.push({ question, ids });
              }
              document.body.textContent = "ANSWERS" + JSON.stringify(answers) + "END";
            })();
            </script>
            </body>
            """
        let page = try String(contentsOf: ExportedPage.corpus.file, encoding: .utf8)
        let folder = try TemporaryFolders.make()
        let copy = folder.appending(path: "cerca.html")
        try page.replacing("</body>", with: script).write(to: copy, atomically: true, encoding: .utf8)
        let dom = try shown(copy)
        let start = try #require(dom.range(of: "ANSWERS")),
            end = try #require(dom.range(of: "END", options: .backwards))
        let json = dom[start.upperBound..<end.lowerBound].replacing("&amp;", with: "&").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">")
        return try JSONDecoder().decode([Asked].self, from: Data(json.utf8))
    }

    @Test(.enabled(if: chromium != nil, "chromium is not installed"))
    func `what a form of another page asks is answered`() throws {
        var address = try #require(URLComponents(url: ExportedPage.corpus.file, resolvingAgainstBaseURL: false))
        address.percentEncodedQuery = "q=anziani+soli"
        let dom = try Self.shown(try #require(address.url))
        #expect(dom.contains("scheda=viva-gli-anziani") && dom.contains("schede con tutte le parole"))
    }

    /// What a page holds after its script ran.
    private static func shown(_ page: URL) throws -> String {
        let folder = try TemporaryFolders.make()
        let process = Process()
        process.executableURL = URL(filePath: try #require(chromium))
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--user-data-dir=" + folder.appending(path: "profile").path(), "--virtual-time-budget=600000", "--dump-dom",
            page.absoluteString,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
