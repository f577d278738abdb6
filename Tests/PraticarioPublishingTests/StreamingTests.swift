import Foundation
import PraticarioCorpus
import PraticarioSystem
import Synchronization
import Testing

@testable import PraticarioPublishing
import PraticarioSearch

/// Ten thousand sheets take no more memory than a few hundred, because each is written before the next ones are read.
@Suite struct StreamingTests {
    /// What has been written so far, and how much of it when sheets were asked for.
    private final class Course: Sendable {
        struct State {
            var written = ""
            /// The ids that were asked for at a time.
            var batches: [[String]] = []
            /// Of each batch the last id that the text held when it was asked for.
            var lastWritten: [Int] = []
        }

        let state = Mutex(State())

        func load(_ ids: [String]) -> [Entry] {
            state.withLock { state in
                state.batches.append(ids)
                state.lastWritten.append(
                    state.written.matches(of: #/parola(\d+)fine/#).compactMap { Int($0.output.1) }.last ?? -1)
            }
            return ids.map { StreamingTests.entry(Int($0) ?? 0) }
        }
    }

    private struct Output: TextOutputStream {
        let course: Course
        func write(_ text: String) { course.state.withLock { $0.written += text } }
    }

    /// Its body holds a word of its own that no head holds.
    private static func entry(_ number: Int) -> Entry {
        var entry = Entry(id: String(number), kind: .idea, title: "Scheda", origin: Origin(path: "schede/x.md"))
        entry.publication = .published
        entry.licence = "CC0-1.0"
        entry.body = "parola\(number)fine"
        entry.sections = [EntrySection(title: "", line: 1, text: entry.body)]
        return entry
    }

    @Test(arguments: [ExportFormat.markdown, .html, .page, .csv, .json, .jsonl, .jsonld])
    func `sheets are written before the next ones are read, in the order of the choice`(format: ExportFormat) throws {
        let course = Course()
        let numbers = Array((0..<650).reversed())
        let parts = numbers.map { Choice.Part.sheet(.init(Self.entry($0)), note: "") }
        let choice = Choice(title: "Tante", parts: parts) { course.load($0) }
        var out = Output(course: course)
        try choice.write(as: format, to: &out, for: HostileSheets.edition())
        let state = course.state.withLock { $0 }
        // A table is gone over once before, to know which columns it needs.
        let passes = format == .csv ? 2 : 1
        let perPass = state.batches.count / passes
        let batches = Array(state.batches.suffix(perPass))
        #expect(state.batches.joined().map { Int($0) } == Array(repeating: numbers, count: passes).flatMap(\.self))
        #expect(state.batches.allSatisfy { $0.count <= 200 })
        // When a batch is asked for, the last sheet of the one before is already written.
        let before = batches.dropLast().map { Int($0.last ?? "") ?? -1 }
        #expect(state.lastWritten.suffix(perPass) == [-1] + before)
        // Formats that hold a text twice name it twice in a row; the search page once more, among its words.
        let words = state.written.matches(of: #/parola(\d+)fine/#).compactMap { Int($0.output.1) }
        let changes = words.indices.filter { $0 == 0 || words[$0] != words[$0 - 1] }.map { words[$0] }
        #expect(Array(changes.prefix(numbers.count)) == numbers)
    }

    @Test func `progress is told after each batch, the last time with all parts`() throws {
        let told = Mutex<[[Int]]>([])
        let parts = (0..<450).map { Choice.Part.sheet(.init(Self.entry($0)), note: "") } + [.prose("Fine.")]
        var choice = Choice(title: "x", parts: parts) { ids in ids.map { StreamingTests.entry(Int($0) ?? 0) } }
        choice.progress = { done, all in told.withLock { $0.append([done, all]) } }
        try choice.forEachSheet { _, _ in }
        #expect(told.withLock { $0 } == [[200, 451], [400, 451], [451, 451]])
    }

    @Test func `a document writes each block before the next is made`() throws {
        let course = Course()
        let document = Document(title: "x", language: .italian) { take in
            for number in 0..<5 {
                try take(.heading(.init(level: 2, text: "parola\(number)fine")))
                let isWritten = course.state.withLock { $0.written.contains("parola\(number)fine") }
                #expect(isWritten)
            }
        }
        var out = Output(course: course)
        try HTMLDocument(document).write(to: &out)
        try MarkdownDocument(document).write(to: &out)
    }

    @Test func `a sheet that is gone meanwhile is left out, and those after it are not`() throws {
        let entries = (0..<3).map(Self.entry)
        let choice = Choice(title: "x", parts: entries.map { .sheet(.init($0), note: "") }) { ids in
            ids.filter { $0 != "1" }.map { StreamingTests.entry(Int($0) ?? 0) }
        }
        var ids: [String] = []
        try choice.forEachSheet { entry, _ in ids.append(entry.id) }
        #expect(ids == ["0", "2"])
    }
}
