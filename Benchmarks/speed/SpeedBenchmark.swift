import ArgumentParser
import Foundation
import ItalianText
import Praticario
import PraticarioIndex
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// Measures what the README of this folder describes. `generate` makes the sheets, `run` measures beside plain FTS5.
@main
struct SpeedBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed", subcommands: [Generate.self, Measure.self, Ask.self])

    struct Generate: ParsableCommand {
        @Argument var folder: String
        @Argument var count: Int

        func run() throws {
            try KnowledgeBase.create(at: folder, title: "Benchmark")
            let sheets = try GeneratedCorpus()
            let texts = FileManager.default.createFile(atPath: folder + "/documents.jsonl", contents: nil)
            precondition(texts)
            let lines = try FileHandle(forWritingTo: URL(filePath: folder + "/documents.jsonl"))
            for number in 0..<count {
                let sheet = sheets.sheet(number)
                let subfolder = folder + "/schede/\(number / 1_000)"
                try Files.makeFolder(subfolder)
                try Self.write(sheet.markdown, to: "\(subfolder)/s\(number).md")
                try lines.write(contentsOf: try JSONEncoder().encode(sheet) + Data("\n".utf8))
            }
        }

        /// Foundation would wait for the disk after each of a million files.
        private static func write(_ text: String, to path: String) throws {
            guard let file = fopen(path, "w") else { throw CocoaError(.fileWriteUnknown) }
            defer { fclose(file) }
            guard fputs(text, file) >= 0 else { throw CocoaError(.fileWriteUnknown) }
        }
    }

    /// A refresh, then one question over and over, for a profiler: `perf record speed ask FOLDER anziani`.
    struct Ask: ParsableCommand {
        @Argument var folder: String
        @Argument var question: String
        @Option var limit = 20
        @Option(help: "How often it is asked, for the median and for a profiler.") var times = 31

        func run() throws {
            let store = IndexStore(KnowledgeBaseFolder(root: folder), environment: [:])
            let refreshed = try wall { _ = try store.refresh(today: .today) }
            let searcher = try store.openAsItStands(today: .today)
            let seconds = try sorted(times) { _ = try searcher.answer(question, SearchRequest(limit: limit)) }
            print(
                String(
                    format: "refreshed in %.2f s, answered in %.2f ms, at least %.2f", refreshed,
                    seconds[seconds.count / 2] * 1e3, seconds[0] * 1e3))
        }
    }

    struct Measure: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "run")
        @Argument var folder: String

        func run() throws {
            let documents = try String(contentsOfFile: folder + "/documents.jsonl", encoding: .utf8)
                .split(separator: "\n").map {
                    try JSONDecoder().decode(GeneratedCorpus.Sheet.self, from: Data($0.utf8))
                }
            print("| what | Praticario | peer | ratio |\n|---|---|---|---|")
            let peer = try PlainFTS5(documents, at: folder + "/plain.sqlite")
            tokenizing(documents)
            try building(documents, peer)
            try searching(peer)
            print("\nPeak memory of this process: \(peakMemory() / 1_024) MB, \(documents.count) sheets")
        }

        /// The words of all texts, beside SQLite's unicode61 building an index of the same column.
        private func tokenizing(_ documents: [GeneratedCorpus.Sheet]) {
            let bytes = Array(documents.prefix(20_000).map(\.text).joined(separator: "\n").utf8)
            let scanner = TermScanner(.italian)
            var terms = 0
            let seconds = cpu {
                bytes.withUnsafeBufferPointer { buffer in
                    scanner.scan(buffer) { _, _, _ in
                        terms += 1
                        return true
                    }
                }
            }
            row("tokenizing, MB/s", Double(bytes.count) / 1e6 / seconds, nil)
        }

        private func building(_ documents: [GeneratedCorpus.Sheet], _ peer: PlainFTS5) throws {
            let store = IndexStore(KnowledgeBaseFolder(root: folder), environment: [:])
            let built = try wall { _ = try store.refresh(today: .today, fromNothing: true) }
            row("index from nothing, s (peer: plain FTS5 inserts)", built, peer.buildSeconds)
            row("nothing changed, s", try wall { _ = try store.refresh(today: .today) }, nil)
            let path = folder + "/schede/0/s1.md"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try Data((text + "\nUna riga in più.\n").utf8).write(to: URL(filePath: path))
            row("one sheet changed, s", try wall { _ = try store.refresh(today: .today) }, nil)
            try Data(text.utf8).write(to: URL(filePath: path))
            _ = try store.refresh(today: .today)
        }

        private func searching(_ peer: PlainFTS5) throws {
            let store = IndexStore(KnowledgeBaseFolder(root: folder), environment: [:])
            let searcher = try store.openAsItStands(today: .today)
            for (name, question, plain) in Self.questions {
                let count = try searcher.answer(question, SearchRequest(limit: 20)).total
                let ours = try median { _ = try searcher.answer(question, SearchRequest(limit: 20)) }
                let theirs = try median { try peer.search(plain) }
                row("«\(question)», ms (\(name), \(count) matches)", ours * 1e3, theirs * 1e3)
            }
        }

        /// What is asked, and the same for plain FTS5 with `bm25()` and a `GROUP BY` for each of three facets.
        private static let questions: [(name: String, question: String, plain: String)] = [
            ("common term", "anziani", "anziani"), ("two terms", "anziani quartiere", "anziani OR quartiere"),
            ("common term, filtered", "anziani territorio:puglia", "anziani"),
            (
                "natural question",
                "come aiutare gli anziani soli del quartiere a partecipare alla vita della comunità",
                "aiutare OR anziani OR soli OR quartiere OR partecipare OR vita OR comunità"
            ),
            ("phrase", "\"orto sociale\"", "\"orto sociale\""), ("no words", "territorio:puglia tema:anziani", ""),
        ]

        private func row(_ what: String, _ ours: Double, _ peer: Double?) {
            let ratio = peer.map { String(format: "%.2f", ours / $0) } ?? ""
            print(
                "| \(what) | \(String(format: "%.2f", ours)) | \(peer.map { String(format: "%.2f", $0) } ?? "") | \(ratio) |"
            )
        }
    }
}

/// Seconds of processor time that this process spends on something.
func cpu(_ work: () throws -> Void) rethrows -> Double {
    let start = clock()
    try work()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

func wall(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    let (seconds, attoseconds) = start.duration(to: .now).components
    return Double(seconds) + Double(attoseconds) / 1e18
}

/// The median of 31 runs, in seconds of processor time, after 3 that do not count.
func median(_ work: () throws -> Void) rethrows -> Double {
    try sorted(31, work)[15]
}

/// What some runs took, the least first, likewise.
func sorted(_ times: Int, _ work: () throws -> Void) rethrows -> [Double] {
    for _ in 0..<3 { try work() }
    return try (0..<max(1, times)).map { _ in try cpu(work) }.sorted()
}

/// In kilobytes, as Linux tells it.
func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
}
