import Foundation
import PraticarioPublishing
import PraticarioSystem
import Testing

/// Who answered a survey stands in the private folder alone: nothing that the program makes, shows or keeps elsewhere has
/// a code of theirs.
@Suite struct RespondentTests {
    /// A knowledge base with a survey: seven answered twice, five before alone.
    private static let base = Result {
        let base = SharedBase("Tests/PraticarioCommandTests/Fixtures/completo")
        var rows = "Codice,Quando,So chiedere una convenzione,So tenere i turni\n"
        for number in 0..<12 {
            rows += "\(code(number)),prima,\(1 + number % 3),2\n"
            if number < 7 { rows += "\(code(number)),dopo,\(3 + number % 3),4\n" }
        }
        try Files.write(Array(rows.utf8), to: base.folder.appending(path: "risposte-orti.csv").path())
        let result = try base.run([
            "community", "survey", "import", "orti", "risposte-orti.csv", "--respondent", "Codice", "--wave-column",
            "Quando", "--max", "5",
        ])
        #expect(result.status == 0, "\(result.text)")
        Files.remove(base.folder.appending(path: "risposte-orti.csv").path())
        try Files.makeFolder(base.folder.appending(path: "uscite").path())
        return base
    }

    /// What no other text has.
    private static func code(_ number: Int) -> String { "\(10 + number)QZWJKXV" }
    private static let mark = Array("QZWJKXV".utf8)

    private func expectNone(_ bytes: [UInt8], _ name: String) {
        let upper = bytes.map { (0x61...0x7A).contains($0) ? $0 - 32 : $0 }
        #expect(upper.firstRange(of: Self.mark) == nil, "\(name)")
    }

    private func expectNone(inFilesAt folder: URL, except isLeftOut: (String) -> Bool = { _ in false }) throws {
        var count = 0
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path()) where !isLeftOut(name) {
            let path = folder.appending(path: name).path()
            guard Files.type(of: path) == .file else { continue }
            count += 1
            for (part, bytes) in try Self.parts(of: path) { expectNone(bytes, name + " " + part) }
        }
        #expect(count > 0)
    }

    /// A file itself, and what is compressed in it.
    private static func parts(of path: String) throws -> [(name: String, bytes: [UInt8])] {
        let whole = [("", try Files.read(path))]
        let tool: (program: String, arguments: [String])? =
            switch URL(filePath: path).pathExtension {
            case "docx", "odt", "epub", "xlsx": ("unzip", ["-p", path])
            case "pdf": ("pdftotext", [path, "-"])
            default: nil
            }
        guard let tool else { return whole }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool.program] + tool.arguments
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0 && !data.isEmpty, "\(tool.program) \(path)")
        return whole + [(tool.program, Array(data))]
    }

    @Test func `the codes are where they belong, and a report counts them`() throws {
        let base = try Self.base.get()
        let table = base.knowledgeBase.appending(path: ".praticario-private/questionari/orti.csv").path()
        #expect(try Files.read(table).firstRange(of: Self.mark) != nil)
        let report = try base.run(["report", "--format", "json", "--output", "-"]).json()
        let chapters = (report["report"] as? [String: Any])?["chapters"] as? [[String: Any]]
        #expect((chapters?.first?["gain"] as? [String: Any])?["paired"] as? Int == 7)
    }

    @Test(arguments: ExportFormat.allCases)
    func `no export has a respondent`(format: ExportFormat) throws {
        let base = try Self.base.get()
        let place = base.folder.appending(path: "uscite/esporta-\(format.rawValue)")
        try Files.makeFolder(place.path())
        let result = try base.run([
            "export", "--format", format.rawValue, "--output", place.appending(path: format.fileName("tutto")).path(),
        ])
        #expect(result.status == 0, "\(result.text)")
        expectNone(Array(result.text.utf8), "\(format)")
        try expectNone(inFilesAt: place)
    }

    @Test(arguments: ReportFormat.allCases, ["interna", "ministero"])
    func `no report has a respondent`(format: ReportFormat, edition: String) throws {
        let base = try Self.base.get()
        let place = base.folder.appending(path: "uscite/rapporto-\(edition)-\(format.rawValue)")
        try Files.makeFolder(place.path())
        let path = place.appending(path: "rapporto." + format.fileExtension).path()
        let result = try base.run(["report", "--format", format.rawValue, "--edition", edition, "--output", path])
        #expect(result.status == 0, "\(result.text)")
        try expectNone(inFilesAt: place)
    }

    @Test(arguments: [
        ["community", "list"], ["community", "show", "orti"], ["community", "show", "orti", "--agenda"],
        ["search", "orti"], ["search", "10QZWJKX"], ["check"], ["review"], ["themes"], ["territories"],
        ["collection", "list"],
        ["collection", "show", "orti-e-vicinato"], ["show", "orto-di-via-mazzini"], ["similar", "orto-di-via-mazzini"],
        ["unmet"], ["index"],
    ])
    func `no answer has a respondent, in words or in JSON`(command: [String]) throws {
        let base = try Self.base.get()
        // A search says what was asked for.
        let isAsking = command.contains("10QZWJKX")
        for form in [[], ["--format", "json"]] {
            let text = try base.run(command + form).text
            #expect(!text.isEmpty)
            expectNone(Array(text.utf8), "\(command) \(form)")
            if isAsking { #expect(!text.contains("10QZWJKXV"), "\(text)") }
        }
    }

    @Test func `minutes, calendars and collections have no respondent`() throws {
        let base = try Self.base.get()
        let place = base.folder.appending(path: "uscite/altro")
        try Files.makeFolder(place.path())
        func path(_ name: String) -> String { place.appending(path: name).path() }
        for format in ["docx", "odt", "pdf", "html", "markdown"] {
            let made = ["community", "minutes", "orti", "1", "--format", format, "--output", path("verbale." + format)]
            #expect(try base.run(made).status == 0)
        }
        #expect(try base.run(["community", "calendar", "--output", path("incontri.ics")]).status == 0)
        let collection = ["collection", "export", "orti-e-vicinato", "--format"]
        #expect(try base.run(collection + ["html", "--output", path("raccolta.html")]).status == 0)
        #expect(try base.run(collection + ["bundle", "--output", path("raccolta-archivio")]).status == 0)
        try expectNone(inFilesAt: place)
    }

    @Test func `the index and everything else in the knowledge base have no respondent`() throws {
        let base = try Self.base.get()
        #expect(try base.run(["index", "--rebuild"]).status == 0)
        try expectNone(inFilesAt: base.knowledgeBase) { $0.hasPrefix(".praticario-private") }
    }
}
