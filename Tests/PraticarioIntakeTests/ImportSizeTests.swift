import ItalianText
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem
import TestSupport
import Testing

/// Work grows with the size of what comes in.
@Suite struct ImportSizeTests {
    private func comparisons(_ titles: [String]) -> Int {
        var duplicates = NearDuplicates(TextAnalyzer.italian)
        for (number, title) in titles.enumerated() {
            _ = duplicates.takes(id: "x\(number)", title: title, territories: ["058091"])
        }
        return duplicates.comparisons
    }

    @Test func `words that all titles have are not what makes sheets alike`() {
        for count in [500, 1_000, 2_000] {
            #expect(comparisons((0..<count).map { "Pratica numero \($0)" }) <= count)
        }
    }

    @Test func `equal titles everywhere are compared a limited number of times`() {
        let titles = [String](repeating: "Doposcuola di quartiere", count: 3_000)
        #expect(comparisons(titles) <= 3_000 * 1_000)
    }

    /// Rows and columns in a process of their own would take no longer: quadratic work takes minutes here.
    @Test(.timeLimit(.minutes(10)), arguments: [(8_000, 3), (1, 2_000)])
    func `many rows and many columns are read`(rows: Int, columns: Int) throws {
        let headings = ["Titolo", "Tema", "Comune"] + (3..<max(4, columns)).map { "Domanda \($0) del modulo" }
        var text = headings.joined(separator: ";") + "\n"
        for row in 0..<rows {
            text +=
                "Pratica numero \(row);sport;Roma;" + headings.dropFirst(3).map { _ in "x" }.joined(separator: ";")
                + "\n"
        }
        let plan = try TableImport(
            Array(text.utf8), path: "x.csv", .init(), into: .init(), SmallWorld.vocabularies, language: .italian)
        #expect(plan.counts == .init(added: rows))
        let again = try TableImport(
            Array(text.utf8), path: "x.csv", .init(), into: plan.written, SmallWorld.vocabularies, language: .italian)
        #expect(again.counts == .init(unchanged: rows))
    }
}
