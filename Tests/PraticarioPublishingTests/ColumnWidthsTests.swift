import Testing

@testable import PraticarioPublishing

/// How wide columns are where the program that lays them out does not know what stands in them.
@Suite struct ColumnWidthsTests {
    private static func percent(_ header: [String], _ rows: [[String]]) -> [Int] {
        ColumnWidths(.init(header: header, rows: rows.map { $0.map { .init($0) } })).percent
    }

    @Test func `a table of short texts is narrower than the page`() {
        let found = Self.percent(["Anno", "Schede"], [["2024", "3"]])
        #expect(found.reduce(0, +) < 30 && found.allSatisfy { $0 > 5 })
    }

    @Test func `a number has room beside long texts, and long texts get what is left`() {
        let long = String(repeating: "parola ", count: 40)
        let found = Self.percent(["N.", "Che cosa", "Chi"], [["12", long, "Circolo Aurora"]])
        #expect(found[0] >= 5 && found[1] > 50 && found[2] >= 11)
        #expect((96...100).contains(found.reduce(0, +)))
    }

    @Test func `words longer than the page share it`() {
        let found = Self.percent(
            ["A", "B"], [[String(repeating: "x", count: 200), String(repeating: "y", count: 100)]])
        #expect(found[0] > found[1] && (97...100).contains(found.reduce(0, +)))
    }

    @Test func `a table without rows has its headings`() {
        #expect(Self.percent(["A", "B"], []).allSatisfy { $0 > 0 })
    }
}
