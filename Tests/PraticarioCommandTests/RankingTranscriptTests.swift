import Foundation
import Praticario
import PraticarioSearch
import Testing

/// What comes first for the questions of `Benchmarks/relevance`, and how good that is, as the benchmark counts it. `make
/// transcripts` writes the expected ranking anew; whoever runs it reads whether it became better or worse.
@Suite struct RankingTranscriptTests {
    private static let depth = 10

    @Test func `questions of people are answered as they were`() throws {
        var lines: [String] = []
        var answers = try Self.answers.get()[...]
        for file in Self.files {
            let questions = try Self.questions(in: file)
            lines += Self.lines(file, Array(zip(questions, answers.prefix(questions.count))))
            answers = answers.dropFirst(questions.count)
        }
        #expect(lines.count >= 100)
        try Golden.expect(lines.joined(separator: "\n") + "\n", at: "ranking.tsv")
    }

    private static func lines(
        _ file: String, _ answered: [(question: (text: String, wanted: Set<String>), results: SearchResults)]
    ) -> [String] {
        var lines: [String] = []
        var (reciprocal, gain, recall) = (0.0, 0.0, 0.0)
        for ((question, wanted), results) in answered {
            let found = results.hits.prefix(depth).map(\.id)
            reciprocal += found.firstIndex(where: wanted.contains).map { 1 / Double($0 + 1) } ?? 0
            gain += self.gain(found.map(wanted.contains)) / self.gain(wanted.prefix(depth).map { _ in true })
            recall += Double(wanted.intersection(found).count) / Double(wanted.count)
            lines.append(([question] + found.prefix(3)).joined(separator: "\t"))
        }
        let means = [("MRR@10", reciprocal), ("nDCG@10", gain), ("recall@10", recall)].map { name, sum in
            "# \(name) " + String(format: "%.4f", sum / Double(answered.count))
        }
        return ["# \(file)"] + means + lines
    }

    /// Each rank counts by the logarithm of its place.
    private static func gain(_ isWanted: [Bool]) -> Double {
        isWanted.enumerated().reduce(0) { $0 + ($1.element ? 1 / log2(Double($1.offset + 2)) : 0) }
    }

    /// Whole, in the order of the questions.
    static let answers = Result {
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        return try questions().map { try base.search($0.text, limit: 1_000) }
    }

    private static let files = ["domande.tsv", "richieste.tsv"]

    /// Those of all files.
    static func questions() throws -> [(text: String, wanted: Set<String>)] {
        try files.flatMap(questions)
    }

    private static func questions(in name: String) throws -> [(text: String, wanted: Set<String>)] {
        let file = Program.repository.appending(path: "Benchmarks/relevance/\(name)")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            let cells = $0.split(separator: "\t").map(String.init)
            return (cells[0], Set(cells[1].split(separator: " ").map(String.init)))
        }
    }
}
