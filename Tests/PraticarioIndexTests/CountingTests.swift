import PraticarioCorpus
import PraticarioSearch
import TestSupport
import Testing

@testable import PraticarioIndex

/// Counts of a facet's values, of common ones by bits and of others by rows.
@Suite struct CountingTests {
    private static let names = (0..<90).map { "Ente \($0 / 10)\($0 % 10)" }

    /// By rowid the numbers of the names of some documents: a few names are common, most are rare.
    private static func rows(_ count: Int, _ generator: inout Xorshift) -> [[Int32]] {
        (0..<count).map { _ in
            let rare = (0..<generator.next(3)).map { _ in Int32(generator.next(90)) }
            let common = (0..<3).filter { _ in generator.next(3) == 0 }.map(Int32.init)
            return Set(rare + common).sorted()
        }
    }

    /// The same numbers each time.
    struct Xorshift {
        var state: UInt64

        mutating func next(_ below: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(below))
        }
    }

    private static func columns(_ rows: [[Int32]]) -> (PackedDocuments, CountedColumns) {
        var column = PackedColumn()
        for row in rows { column.append(row) }
        let documents = PackedDocuments(
            lengths: rows.map { _ in 1 }, kinds: rows.map { _ in .sheet }, columns: [.organization: column],
            places: [:], names: [.organization: names], aliases: [:])
        let values = FacetValues(SmallWorld.vocabularies, names: [.organization: names])
        return (documents, CountedColumns(documents, FacetNumbering(values)))
    }

    @Test(arguments: [1, 63, 64, 65, 700])
    func `by bits and by rows each value has the count and the place that looking at each document gives it`(
        size: Int
    ) {
        var generator = Xorshift(state: 88_172_645_463_325_252)
        let rows = Self.rows(size, &generator)
        let (_, columns) = Self.columns(rows)
        let column = columns[.organization]
        for share in [1, 2, 40] {
            let candidates = (0..<size).filter { _ in generator.next(share) == 0 }.map { rowid in
                var candidate = Candidate(rowid: Int32(rowid), found: 1, words: 1)
                candidate.standing = Standing(
                    isInPlace: false, hasAllWords: share == 1 || generator.next(2) == 0, isOnSubject: true)
                return candidate
            }
            let counted = FacetCounter(
                .organization, CountedDocuments(candidates, size: size), column
            ).sorted()
            let expected = Self.names.indices.map { value in
                let having = candidates.filter { rows[Int($0.rowid)].contains(Int32(value)) }
                return FacetCount(
                    key: Self.names[value], count: having.count,
                    countWithAllWords: having.count(where: \.standing.hasAllWords))
            }
            #expect(counted == expected.filter { $0.count > 0 }.sorted(by: FacetCount.inOrder))
        }
    }

    @Test func `what many have is counted by bits, what few match by rows`() {
        var generator = Xorshift(state: 2_463_534_242)
        let (_, columns) = Self.columns(Self.rows(700, &generator))
        let column = columns[.organization]
        #expect((3..<20).contains(column.common.count))
        #expect(!column.rest.values.isEmpty && column.rest.values.count < column.whole.values.count)
        #expect(column.isCheaperByBits(for: 700) && !column.isCheaperByBits(for: 3))
    }

    @Test func `a filter finds the documents of common values by bits, and knows of none else`() {
        var generator = Xorshift(state: 1_181_783_497_276_652_981)
        let rows = Self.rows(700, &generator)
        let (_, columns) = Self.columns(rows)
        let column = columns[.organization]
        for value in 0..<Int32(column.size) {
            let bits = column.bits(of: value)
            #expect((bits == nil) == !column.common.contains { $0.value == value })
            guard let bits else { continue }
            #expect((0..<700).filter { bits.contains(Int32($0)) } == (0..<700).filter { rows[$0].contains(value) })
        }
    }
}
