import Foundation
import Testing

/// An exported search page, and what a reader sees in it.
final class ExportedPage: Sendable {
    static let complete = page(.complete)
    static let corpus = page(.corpus)

    private static func page(_ base: SharedBase) -> ExportedPage {
        do { return try ExportedPage(base) } catch { preconditionFailure("\(error)") }
    }

    /// The complete base without what a page leaves out, so that counts can be compared.
    static func published() throws -> SharedBase { try publishedBase.get() }

    private static let publishedBase = Result {
        let base = SharedBase("Tests/PraticarioCommandTests/Fixtures/completo")
        for name in ["banca-del-tempo", "caffe-da-completare", "pulmino-di-ieri", "sport-oltre-le-mura"] {
            try FileManager.default.removeItem(at: base.knowledgeBase.appending(path: "schede/\(name).md"))
        }
        // Internal notes stay at home, and make a sheet longer there.
        let sheet = base.knowledgeBase.appending(path: "schede/orto-di-via-mazzini.md")
        let text = try String(contentsOf: sheet, encoding: .utf8)
        guard let notes = text.firstRange(of: "## Note interne") else {
            preconditionFailure("a sheet with notes is wanted")
        }
        try Data(text[..<notes.lowerBound].utf8).write(to: sheet)
        _ = try base.run(["index"])
        return base
    }

    struct Shown: Decodable, Sendable {
        struct Found: Decodable, Sendable {
            var id: String
            var marked: [String]
            /// What it says that it lacks.
            var missing: String
        }

        var results: [Found]
        var status: String
        /// By the name of the facet, then by label.
        var facets: [String: [String: Int]]
        var nothing: String
        var chosen: String
        var texts: [String]

        var ids: [String] { results.map(\.id) }
        var idsWithAllWords: Set<String> { Set(results.filter { $0.missing.isEmpty }.map(\.id)) }
    }

    struct Sheet: Decodable {
        var text: String
        var title: String
    }

    let file: URL
    private let answered = Once<[String], Data>()
    /// The ids of those that it holds.
    let sheets: Set<String>

    init(_ base: SharedBase, _ arguments: String...) throws {
        file = try TemporaryFolders.make().appending(path: "cerca.html")
        let result = try base.run(["export", "--format", "page", "--output", file.path()] + arguments)
        #expect(result.status == 0, "\(result.text)")
        let page = try String(contentsOf: file, encoding: .utf8)
        let data = page.split(separator: "id=\"data\">")[1].split(separator: "</script>")[0]
        let json = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
        let sheets = try #require(json?["sheets"] as? [[String: Any]])
        self.sheets = Set(sheets.compactMap { $0["id"] as? String })
    }

    func answer(_ question: String) throws -> Shown { try answer(["q": [question]]) }

    /// - Parameter parameters: what stands in the page's address.
    func answer(_ parameters: [String: [String]]) throws -> Shown {
        try #require(answers([parameters]).first)
    }

    func answers(_ all: [[String: [String]]]) throws -> [Shown] {
        try read(all.map(Self.address))
    }

    /// While the question is being typed.
    func answer(typing question: String) throws -> Shown {
        let shown: [Shown] = try read(["typed:" + question])
        return try #require(shown.first)
    }

    func sheet(_ id: String) throws -> Sheet {
        let sheets: [Sheet] = try read([Self.address(["scheda": [id]])])
        return try #require(sheets.first)
    }

    private static func address(_ parameters: [String: [String]]) -> String {
        var components = URLComponents()
        components.queryItems = parameters.sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { URLQueryItem(name: name, value: $0) }
        }
        // In a form's address a plus is a space.
        return "#" + (components.percentEncodedQuery ?? "").replacing("+", with: "%2B")
    }

    private func read<Value: Decodable>(_ addresses: [String]) throws -> [Value] {
        let data = try answered.value(addresses) { try seen(addresses) }
        return try JSONDecoder().decode([Value].self, from: data)
    }

    /// What the script writes, run by Node.
    private func seen(_ addresses: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["node", Golden.folder + "/pagina/read_page.js", file.path()]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(addresses))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "the script of the page failed, or nodejs is missing")
        return data
    }
}
