import Foundation
import PraticarioCorpus
import TestSupport
import Testing

/// How answers are written for a person: as wide as suits, with emphasis only where somebody looks.
@Suite struct TerminalTests {
    private func lines(_ columns: String) throws -> [String] {
        let result = try SharedBase.complete.run(["show", "orto-di-via-mazzini"], environment: ["COLUMNS": columns])
        #expect(result.status == 0)
        return result.text.split(separator: "\n").map(String.init)
    }

    private func search(_ columns: String) throws -> [String] {
        let result = try SharedBase.complete.run(["search", "orto", "sociale"], environment: ["COLUMNS": columns])
        #expect(result.status == 0)
        return result.text.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [40, 60, 80, 110])
    func `lines end before the edge`(columns: Int) throws {
        let lines = try search(String(columns))
        let longest = lines.map(\.count).max() ?? 0
        #expect(longest <= columns && longest > columns - 12)
    }

    @Test func `a narrow terminal counts as 40 columns, a wide one as 110, none as 80`() throws {
        #expect(try search("20") == search("40"))
        #expect(try search("500") == search("110"))
        #expect(try search("molte") == search("80"))
        #expect(try Set([search("40"), search("80"), search("110")]).count == 3)
        #expect(try lines("500") == lines("110") && lines("20") == lines("40"))
    }

    @Test func `a question that is piped in is answered, unless one is typed`() throws {
        let folder = SharedBase.complete.knowledgeBase
        func ids(_ words: [String], _ input: String?) throws -> String {
            try Program.run(["cerca", "--format", "ids"] + words, in: folder, input: input).text
        }
        let orti = try ids(["orto"], nil)
        #expect(try !orti.isEmpty && orti != ids([], nil))
        #expect(try ids([], "orto\n") == orti && ids([], "\n orto \r\n") == orti)
        #expect(try ids(["orto"], "calcio\n") == orti)
    }

    /// On a terminal of its own, which `script` makes.
    private func shown(_ environment: [String: String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/script")
        process.arguments = [
            "--quiet", "--return", "--command", "\(Program.executable.path()) search orto", "/dev/null",
        ]
        process.environment = [
            "LANG": "it_IT.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin",
            "PRATICARIO_KB": SharedBase.complete.knowledgeBase.path(),
        ].merging(environment) { _, new in new }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test func `found words are emphasized on a terminal, unless it is not wanted or cannot be`() throws {
        #expect(try shown([:]).contains("\u{1B}[1;4morto\u{1B}[0m"))
        #expect(try shown(["NO_COLOR": ""]).contains("\u{1B}["))
        for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
            let text = try shown(environment)
            #expect(text.contains("orto-di-via-mazzini") && !text.contains("\u{1B}["), "\(environment)")
        }
        #expect(try !SharedBase.complete.run(["search", "orto"]).text.contains("\u{1B}"))
    }

    @Test func `what people write never speaks to the terminal`() throws {
        let base = try TemporaryBase()
        try base.write(
            "---\ntitolo: \"Orto \\u202E\\x1B[31m\\u2066\\x07 fine\"\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n---\n",
            to: "schede/orto.md")
        for arguments in [["search", "orto"], ["show", "orto"], ["review"], ["check"]] {
            let text = try Program.run(arguments, in: URL(filePath: base.folder.root)).text
            let unsafe = text.unicodeScalars.filter { "\u{202E}\u{1B}\u{2066}\u{07}".unicodeScalars.contains($0) }
            #expect(unsafe.isEmpty, "\(arguments)")
        }
    }

    @Test func `an annotation keeps what its own signs mean`() throws {
        let base = try TemporaryBase()
        try base.write("---\ntitolo: Orto\ntipo: idea\nterritori: [Roma]\n---\n", to: "schede/a, b: 100%.md")
        let result = try Program.run(["check", "--format", "github"], in: URL(filePath: base.folder.root))
        #expect(result.text.hasPrefix("::error file=schede/a%2C b%3A 100%25.md,line=1,col=1,title=missing-field::"))
    }
}
