import Foundation
import Testing

/// What readers of a report get, line by line. `make transcripts` writes the expected files anew; whoever runs it reads
/// what changed before committing it.
@Suite struct ReportTranscriptTests {
    @Test(arguments: GoldenReport.all)
    func `a report is what it was`(report: GoldenReport) throws {
        try Golden.expect(try report.text(), at: "golden/rapporto/" + report.file)
    }

    @Test(.enabled(if: !Golden.isRewritten)) func `every expected report belongs to a case`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Golden.folder + "/golden/rapporto")
        #expect(files.sorted() == GoldenReport.all.map(\.file).sorted())
    }

    @Test func `a report in JSON is the same whenever it is made`() throws {
        let report = GoldenReport("esempio-interna.json", .example, "--format", "json")
        #expect(try report.text() == report.text())
    }
}

/// A way to make a report.
struct GoldenReport: Sendable, CustomTestStringConvertible {
    /// Of what is expected.
    let file: String
    let base: ReportBase
    let arguments: [String]

    var testDescription: String { file }

    init(_ file: String, _ base: ReportBase, _ arguments: String...) {
        (self.file, self.base, self.arguments) = (file, base, arguments)
    }

    static let all = [
        GoldenReport("esempio-interna.md", .example, "--format", "markdown"),
        GoldenReport("esempio-interna.en.md", .example, "--format", "markdown", "--lang", "en"),
        GoldenReport("esempio-ministero.md", .example, "--format", "markdown", "--edition", "ministero"),
        GoldenReport(
            "esempio-ministero.en.md", .example, "--format", "markdown", "--edition", "ministry", "--lang", "en"),
        GoldenReport("esempio-interna.json", .example, "--format", "json"),
        GoldenReport("esempio-ministero.json", .example, "--format", "json", "--edition", "ministero"),
        GoldenReport(
            "una-comunita.md", .example, "--format", "markdown", "--community", "sport-e-inclusione", "--until",
            "2026-01-31"),
        GoldenReport("vuota.md", .empty, "--format", "markdown"),
        GoldenReport("vuota.json", .empty, "--format", "json"),
        GoldenReport("tre-per-quattro.md", .threeByFour, "--format", "markdown"),
        GoldenReport(
            "tre-per-quattro-ministero.en.md", .threeByFour, "--format", "markdown", "--edition", "ministero", "--lang",
            "en"),
        GoldenReport("tre-per-quattro.html", .threeByFour, "--format", "html"),
    ]

    /// What the program writes, without the style of pages.
    func text() throws -> String {
        try Program.withinOneDay {
            let result = try base.shared.run(["report", "--output", "-"] + arguments)
            #expect(result.status == 0, "\(result.text)")
            let page = HostileBase.withoutTemplates(Array(result.text.utf8))
            return Program.settled(String(decoding: page, as: UTF8.self))
        }
    }
}

/// A knowledge base that reports are made of.
enum ReportBase: String, Sendable {
    /// The example programme of the corpus.
    case example
    /// One community, of which nothing is written but its name.
    case empty = "vuota"
    /// A plan of three communities with four meetings, with much that is missing.
    case threeByFour = "tre-per-quattro"

    private static let bases = Once<ReportBase, SharedBase>()

    var shared: SharedBase {
        get throws { try Self.bases.value(self) { try make() } }
    }

    /// With an index: whoever asks while another process makes one is answered from none.
    private func make() throws -> SharedBase {
        let base = SharedBase(
            "Tests/PraticarioCommandTests/Fixtures/rapporti/" + (self == .example ? Self.empty : self).rawValue)
        try Self.copy("vocabolari", to: base)
        if self == .example {
            try FileManager.default.removeItem(at: base.knowledgeBase.appending(path: "comunita"))
            for name in ["comunita", "schede/esempi", "programma.yaml"] { try Self.copy(name, to: base) }
        }
        #expect(try base.run(["index"]).status == 0)
        if self == .example { try Self.importSurveys(to: base) }
        return base
    }

    /// As the README of the corpus says it.
    private static func importSurveys(to base: SharedBase) throws {
        let corpus = Program.repository.appending(path: "corpus")
        try FileManager.default.copyItem(
            at: corpus.appending(path: "questionari-di-esempio"),
            to: base.folder.appending(path: "questionari-di-esempio"))
        let readme = try String(contentsOf: corpus.appending(path: "README.md"), encoding: .utf8)
        let commands = readme.split(separator: "\n").filter {
            $0.hasPrefix("praticario comunita questionario importa ")
        }
        #expect(commands.count == 4)
        for command in commands {
            let result = try base.run(command.split(separator: " ").dropFirst().map(String.init))
            #expect(result.status == 0 && !result.text.contains("avviso"), "\(result.text)")
        }
    }

    private static func copy(_ name: String, to base: SharedBase) throws {
        let place = base.knowledgeBase.appending(path: name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Program.repository.appending(path: "corpus").appending(path: name), to: place)
    }
}
