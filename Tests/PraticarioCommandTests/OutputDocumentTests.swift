import Foundation
import Testing

/// `docs/output.md` lists the keys that answers have: all of them, and none that no answer has.
@Suite(.enabled(if: !Golden.isRewritten)) struct OutputDocumentTests {
    private let document: OutputDocument

    init() throws {
        document = try OutputDocument(Program.repository.appending(path: "docs/output.md"))
    }

    @Test func `every key of every expected answer is documented, and every documented key occurs`() throws {
        var keys = KeyWalk(document)
        for answer in JSONAnswer.all {
            let text = try String(contentsOfFile: Golden.folder + "/" + answer.path, encoding: .utf8)
            for object in answer.isLines ? text.split(separator: "\n").map(String.init) : [text] {
                let json = try JSONSerialization.jsonObject(with: Data(object.utf8))
                keys.visit(json, answer.isLines ? "sheet" : answer.heading, at: "", in: answer.name)
            }
        }
        #expect(keys.undocumented.sorted() == [])
        let documented = document.tables.flatMap { table, rows in rows.keys.map { "\(table): \($0)" } }
        #expect(documented.count > 120)
        #expect(Set(documented).subtracting(keys.seen).sorted() == [])
    }

    @Test func `every object that a table names has a table`() {
        for (table, rows) in document.tables {
            for case let object? in rows.values { #expect(document.tables[object] != nil, "\(table): \(object)") }
        }
    }

    @Test func `every command that takes a format has an expected answer`() throws {
        let help = try Program.run(["--help"], in: Program.repository).text
        let commands = help.split(separator: "SUBCOMMANDS:")[1].split(separator: "\n")
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split { $0 == " " || $0 == "," }.first.map(String.init) }
        #expect(commands.count >= 8)
        let answered = Set(JSONAnswer.all.map { $0.arguments[0] })
        for command in commands where command != "See" && !answered.contains(command) {
            let own = try Program.run([command, "--help"], in: Program.repository).text
            #expect(!own.contains("text o json"), "\(command)")
        }
    }
}

/// The tables of a document, under their headlines: each key with the object that it leads to.
private struct OutputDocument {
    private(set) var tables: [String: [String: String?]] = [:]

    init(_ file: URL) throws {
        var heading = ""
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" || $0 == " " }) }
            guard line.hasPrefix("| `") else { continue }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            // What a key is like may be said by a link to it, an object has a link of its own at the end.
            let object = cells[2].firstMatch(of: #/\[([a-z ]+)\]\(#[a-z-]+\) *$/#).map { String($0.output.1) }
            let isObject = !cells[2].contains("as in")
            for key in cells[1].matches(of: #/`([^`]+)`/#) {
                tables[heading, default: [:]][String(key.output.1)] = .some(isObject ? object : nil)
            }
        }
    }
}

/// Which documented keys answers have, and which of their keys no table has.
private struct KeyWalk {
    private let document: OutputDocument
    private(set) var seen: Set<String> = []
    private(set) var undocumented: Set<String> = []

    init(_ document: OutputDocument) {
        self.document = document
    }

    /// - Parameter path: of the value within the object that has the table.
    mutating func visit(_ value: Any, _ table: String, at path: String, in answer: String) {
        if let list = value as? [Any] {
            for item in list { visit(item, table, at: path, in: answer) }
            return
        }
        guard let object = value as? [String: Any] else { return }
        for (key, value) in object {
            let inner = path.isEmpty ? key : path + "." + key
            if let leadsTo = document.tables[table]?[inner] {
                seen.insert("\(table): \(inner)")
                if let leadsTo {
                    visit(value, leadsTo, at: "", in: answer)
                } else if Self.holdsObjects(value) {
                    undocumented.insert("\(answer): \(table): \(inner) is an object")
                }
            } else if Self.holdsObjects(value) {
                visit(value, table, at: inner, in: answer)
            } else if !(Self.isEmptyList(value) && isDocumentedWithin(inner, of: table)) {
                undocumented.insert("\(answer): \(table): \(inner)")
            }
        }
    }

    /// An empty list shows no key of the objects that it might hold.
    private func isDocumentedWithin(_ path: String, of table: String) -> Bool {
        document.tables[table]?.keys.contains { $0.hasPrefix(path + ".") } == true
    }

    private static func holdsObjects(_ value: Any) -> Bool {
        value is [String: Any] || (value as? [Any])?.contains { $0 is [String: Any] } == true
    }

    private static func isEmptyList(_ value: Any) -> Bool {
        (value as? [Any])?.isEmpty == true
    }
}
