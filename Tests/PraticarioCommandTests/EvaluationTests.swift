import Foundation
import Testing

/// How well the search answers questions that were judged over the whole corpus, by class. A change of ranking shows here;
/// it may be made with `a` and `c` in sight, never with the others.
@Suite struct EvaluationTests {
    private static let sets = ["giudizi-a.tsv", "giudizi-b.tsv", "giudizi-c.tsv", "giudizi-d.tsv"]

    @Test func `judged questions are answered as well as they were`() throws {
        var text = ""
        for half in Self.sets {
            let file = Program.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures/\(half)")
            let result = try SharedBase.corpus.run(["evaluate", file.path()])
            #expect(result.status == 0)
            text += "# \(half)\n\(result.text)\n"
        }
        try Golden.expect(text, at: "valutazione.txt")
    }

    @Test func `every judged sheet is in the corpus, and every class has its questions`() throws {
        let ids = Set(
            try SharedBase.corpus.run(["search", "", "--format", "ids", "--limit", "1000"]).text.split(separator: "\n"))
        var questions = 0
        var groups: [Substring: Int] = [:]
        for half in Self.sets {
            let file = Program.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures/\(half)")
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#")
            {
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                questions += 1
                groups[cells[0], default: 0] += 1
                for judgment in cells[2].split(separator: " ") {
                    let id = judgment.split(separator: "=")[0]
                    #expect(ids.contains(id), "\(id)")
                }
            }
        }
        #expect(questions >= 200 && groups.count == 7 && groups.values.allSatisfy { $0 >= 20 })
    }
}
