import Foundation
import Praticario
import Testing

/// What the documents show is what the program says. `make transcripts` writes their examples anew.
@Suite struct TranscriptTests {
    private static let fixture = "Tests/PraticarioCommandTests/Fixtures/archivio"

    /// The documents with examples, and the knowledge base of each.
    @Test(arguments: [("docs/comandi.md", fixture), ("README.md", "corpus")])
    func `every example of a document answers as it is shown`(path: String, base: String) throws {
        let document = Program.repository.appending(path: path)
        let text = try String(contentsOf: document, encoding: .utf8)
        let actual = try Program.withinOneDay { try answered(text, Workplace(base)) }
        try Golden.expect(Array(actual.utf8), atPath: document.path(percentEncoded: false))
    }

    /// The document with what the program answers to each of its examples, one after the other.
    private func answered(_ document: String, _ workplace: Workplace) throws -> String {
        var output: [String] = []
        var isExample = false
        for line in document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                isExample = line == "```console"
                output.append(line)
            } else if !isExample {
                output.append(line)
            } else if line.hasPrefix("$ ") {
                if output.last?.hasPrefix("```") == false { output.append("") }
                output.append(line)
                output += try workplace.run(line.dropFirst(2).description)
            }
        }
        return output.joined(separator: "\n")
    }

    @Test func `the document shows every command`() throws {
        let text = try String(contentsOf: Program.repository.appending(path: "docs/comandi.md"), encoding: .utf8)
        let help = try Program.run(["--help"], in: Program.repository).text
        let commands = help.split(separator: "SUBCOMMANDS:")[1].split(separator: "\n")
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split { $0 == " " || $0 == "," }.first }
        #expect(commands.count >= 8)
        for command in commands where command != "See" {
            #expect(text.contains("\n## \(command):"), "\(command)")
        }
    }
}

/// A folder with a copy of a knowledge base, in which commands are run.
private final class Workplace {
    private let folder: URL

    /// The sheets and communities of `source`, a folder of the repository, with the standard vocabularies.
    init(_ source: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let base = folder.appending(path: "archivio")
        _ = try Program.run(["init", base.path(), "--title", "Archivio di prova"], in: folder)
        try FileManager.default.removeItem(at: base.appending(path: "schede"))
        for name in ["schede", "tabelle", "comunita"] {
            let own = Program.repository.appending(path: source).appending(path: name)
            guard FileManager.default.fileExists(atPath: own.path()) else { continue }
            try FileManager.default.copyItem(at: own, to: base.appending(path: name))
        }
        try FileManager.default.copyItem(
            at: Program.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures/risposte.csv"),
            to: folder.appending(path: "risposte.csv"))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The lines that a command writes, with `[uscita N]` at the end where it is not 0.
    func run(_ line: String) throws -> [String] {
        let words = Self.words(of: line)
        precondition(words.first == "praticario", "\(line)")
        let result = try Program.run(
            Array(words.dropFirst()), in: folder,
            environment: ["PRATICARIO_KB": folder.appending(path: "archivio").path()])
        // Names of temporary folders differ from run to run.
        let text = Program.settled(result.text).replacing(folder.resolvingSymlinksInPath().path(), with: "…")
            .replacing(folder.path(), with: "…")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        return result.status == 0 ? lines : lines + ["[uscita \(result.status)]"]
    }

    /// Words as a shell takes them apart: between spaces, or between quotes.
    private static func words(of line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        var isWord = false
        for character in line {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
                isWord = true
            } else if quote == nil, character == " " {
                if isWord { words.append(word) }
                (word, isWord) = ("", false)
            } else {
                word.append(character)
                isWord = true
            }
        }
        return isWord ? words + [word] : words
    }
}
