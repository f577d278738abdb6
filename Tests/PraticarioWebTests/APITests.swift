import Foundation
import Praticario
import PraticarioSystem
@testable import PraticarioWeb
import Testing

/// The API beside its description, on the real corpus.
@Suite struct APITests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "corpus").path()

    private func described() throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: Data(APIDescription.json.utf8)) as? [String: Any]
        return try #require(json?["paths"] as? [String: Any])
    }

    @Test func `what is described is what there is`() throws {
        let base = try KnowledgeBase.open(Self.corpus)
        let routes = try WebLibrary(base, WebOptions()).routes.filter { $0.path.hasPrefix(WebRoute.api) }.map { route in
            route.name.prefix { $0 != " " }.lowercased() + " /"
                + route.path.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : $0 }
                .joined(separator: "/")
        }
        #expect(routes.count > 8)
        let described = try described().flatMap { path, item in
            (item as? [String: Any])?.keys.map { "\($0) \(path)" } ?? []
        }
        #expect(Set(routes) == Set(described))
    }

    /// Each described address with the examples in it.
    private func examples() throws -> [(path: String, address: String)] {
        try described().compactMap { path, item in
            guard let get = (item as? [String: Any])?["get"] as? [String: Any] else { return nil }
            var address = path
            var query: [String] = []
            for parameter in get["parameters"] as? [[String: Any]] ?? [] {
                guard let name = parameter["name"] as? String, let example = parameter["example"] as? String else {
                    continue
                }
                if parameter["in"] as? String == "path" {
                    address = address.replacing("{\(name)}", with: example)
                } else {
                    query.append(
                        "\(name)=\(example.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
                }
            }
            return (path, query.isEmpty ? address : address + "?" + query.joined(separator: "&"))
        }
    }

    @Test func `answers are as they are described`() async throws {
        // A copy: who is the owner of the corpus is nothing to write there.
        let copy = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(filePath: Self.corpus), to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        let base = try KnowledgeBase.open(copy.path(), environment: [:])
        let examples = try examples()
        try await RunningServer.withOwner(base) { client in
            var answers: [[String: Any]] = []
            for (path, address) in examples {
                let answer = try await client.get(address)
                #expect(answer.status == 200, "\(address)")
                if answer.headers["content-type"] == "application/json" {
                    answers.append(["path": path, "body": try JSONSerialization.jsonObject(with: Data(answer.body))])
                }
            }
            #expect(answers.count > 9)
            #expect(try Self.misfits(answers) == "")
        }
    }

    /// What a validator of JSON Schema has against the answers.
    static func misfits(_ answers: [[String: Any]]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (description, input) = (folder.appending(path: "api.json"), folder.appending(path: "answers.json"))
        try APIDescription.json.write(to: description, atomically: true, encoding: .utf8)
        try JSONSerialization.data(withJSONObject: answers).write(to: input)
        let process = Process()
        let python = ProcessInfo.processInfo.environment["PRATICARIO_PYTHON"] ?? "/usr/bin/env"
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "check_answers.py").path()
        process.executableURL = URL(filePath: python)
        process.arguments = (python == "/usr/bin/env" ? ["python3"] : []) + [script, description.path()]
        process.standardInput = try FileHandle(forReadingFrom: input)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }
}
