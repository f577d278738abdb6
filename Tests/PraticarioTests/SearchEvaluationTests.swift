import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
import Testing

/// Measures of a search, against values worked out by hand.
@Suite struct SearchEvaluationTests {
    private static func evaluation(_ text: String, _ answers: [String: [String]], denied: Set<String> = [])
        -> SearchEvaluation
    {
        let judged = JudgedQuestions(Array(text.utf8), path: "x.tsv")
        #expect(judged.diagnostics.isEmpty)
        return SearchEvaluation(judged.questions) { (answers[$0] ?? [], denied.contains($0)) }
    }

    private func isNear(_ value: Double?, _ expected: Double) -> Bool {
        value.map { abs($0 - expected) < 0.000_05 } ?? false
    }

    @Test func `a perfect order counts one everywhere`() {
        let row = Self.evaluation("a\torti\tx=3 y=2 z=1\n", ["orti": ["x", "y", "z"]]).rows[0]
        #expect(row.recall == 1 && row.reciprocalRank == 1 && row.gain == 1 && row.withoutResult == 0)
    }

    @Test func `places count by the logarithm, grades by two to their power`() {
        // DCG 1/log2(2) + 7/log2(3) + 3/log2(5); best 7/log2(2) + 3/log2(3) + 1/log2(4).
        let row = Self.evaluation("a\torti\tx=3 y=2 z=1\n", ["orti": ["z", "x", "w", "y"]]).rows[0]
        #expect(isNear(row.gain, (1 + 7 / log2(3.0) + 3 / log2(5.0)) / (7 + 3 / log2(3.0) + 1 / log2(4.0))))
        #expect(row.recall == 1 && row.reciprocalRank == 0.5)
    }

    @Test func `only the first ten count, and no more are asked for`() {
        let ids = (0..<12).map { "s\($0)" }
        let text = "a\torti\t" + ids.map { "\($0)=2" }.joined(separator: " ") + "\n"
        let row = Self.evaluation(text, ["orti": Array(ids.reversed())]).rows[0]
        #expect(row.recall == 1 && isNear(row.gain, 1))
        let late = Self.evaluation("a\torti\tx=3\n", ["orti": ids.prefix(10) + ["x"]]).rows[0]
        #expect(late.recall == 0 && late.reciprocalRank == 0 && late.gain == 0)
    }

    @Test func `classes stand apart, and what nobody answers counts for saying so`() {
        let rows = Self.evaluation(
            "a\torti\tx=3\nno\tgatti\t\nno\tcani\t\na\tserre\ty=3\n",
            ["orti": ["x"], "gatti": ["x"], "cani": ["x"], "serre": []], denied: ["gatti"]
        ).rows
        #expect(rows.map(\.group) == [nil, "a", "no"] && rows.map(\.questions) == [4, 2, 2])
        #expect(rows[0].rightlyDenied == 0.5 && rows[0].gain == 0.5 && rows[1].withoutResult == 0.5)
        #expect(rows[1].rightlyDenied == nil && rows[2].gain == nil && rows[1].wronglyDenied == 0.5)
    }

    @Test(arguments: ["orti\n", "a\torti\tx=4\n", "a\torti\tx\n", "a\t\tx=3\n"])
    func `a line that says something else is told with its place`(line: String) {
        let judged = JudgedQuestions(Array(("# a remark\n" + line).utf8), path: "x.tsv")
        #expect(judged.questions.isEmpty && judged.diagnostics.map { $0.place?.line } == [2])
    }

    @Test func `files of Windows are read line by line`() {
        let judged = JudgedQuestions(Array("\u{FEFF}# nota\r\na\torti\tx=3\r\na\tserre\ty=2\r\n".utf8), path: "x.tsv")
        #expect(judged.questions.map(\.text) == ["orti", "serre"] && judged.diagnostics.isEmpty)
    }
}
