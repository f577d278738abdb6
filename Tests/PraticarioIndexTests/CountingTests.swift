import PraticarioCorpus
import PraticarioSearch
import TestSupport
import Testing

@testable import PraticarioIndex

/// Counts of a facet's values, of common ones by bits and of others by rows.
@Suite struct CountingTests {
    private static let names = (0..<90).map { "Ente \($0 / 10)\($0 % 10)" }

    /// By rowid the numbers of the names of some documents: a few names are common, most are rare.
    private static func rows(_ count: Int, _ generator: inout SeededGenerator) -> [[Int32]] {
        (0..<count).map { _ in
            let rare = (0..<Int.random(in: 0..<3, using: &generator)).map { _ in
                Int32(Int.random(in: 0..<90, using: &generator))
            }
            let common = (0..<3).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }.map(Int32.init)
            return Set(rare + common).sorted()
        }
    }

    private static func columns(_ rows: [[Int32]]) -> (PackedDocuments, CountedColumns) {
        let column = PackedColumn(rows)
        let documents = PackedDocuments(
            lengths: rows.map { _ in 1 }, kinds: rows.map { _ in .sheet }, columns: [.organization: column],
            places: [:], names: [.organization: names], aliases: [:])
        let values = FacetValues(SmallWorld.vocabularies, names: [.organization: names])
        return (documents, CountedColumns(documents, FacetNumbering(values)))
    }

    private static func bits(_ rowids: [Int], _ size: Int) -> DocumentBits {
        var bits = DocumentBits(size: size)
        bits.insert(rowids.lazy.map(Int32.init))
        return bits
    }

    @Test(arguments: [1, 63, 64, 65, 700])
    func `by bits and by rows each value has the count and the place that looking at each document gives it`(
        size: Int
    ) {
        var generator = SeededGenerator(1)
        let rows = Self.rows(size, &generator)
        let (_, columns) = Self.columns(rows)
        let column = columns[.organization]
        for share in [1, 2, 40] {
            let all = (0..<size).filter { _ in Int.random(in: 0..<share, using: &generator) == 0 }
            let complete = Set(all.filter { _ in share == 1 || Int.random(in: 0..<2, using: &generator) == 0 })
            let counted = FacetCounter(
                .organization, CountedDocuments(Self.bits(all, size), complete: Self.bits(complete.sorted(), size)),
                column
            ).sorted()
            let expected = Self.names.indices.map { value in
                let having = all.filter { rows[$0].contains(Int32(value)) }
                return FacetCount(
                    key: Self.names[value], count: having.count,
                    countWithAllWords: having.count(where: complete.contains))
            }
            #expect(counted == expected.filter { $0.count > 0 }.sorted(by: FacetCount.inOrder))
        }
    }

    @Test func `what many have is counted by bits, what few match by rows`() {
        var generator = SeededGenerator(2)
        let (_, columns) = Self.columns(Self.rows(700, &generator))
        let column = columns[.organization]
        #expect((3..<20).contains(column.common.count))
        #expect(!column.rest.values.isEmpty && column.rest.values.count < column.whole.values.count)
        #expect(column.isCheaperByBits(for: 700) && !column.isCheaperByBits(for: 3))
    }

    @Test func `a filter finds the documents of common values by bits, and of others by their lists`() {
        var generator = SeededGenerator(3)
        let rows = Self.rows(700, &generator)
        let (_, columns) = Self.columns(rows)
        let column = columns[.organization]
        for value in 0..<Int32(column.size) {
            #expect((column.bits(of: value) == nil) == !column.common.contains { $0.value == value })
            #expect(
                columns.documents(having: [value], in: .organization).rowids.map(Int.init)
                    == rows.indices.filter { rows[$0].contains(value) })
        }
        let some: Set<Int32> = [0, 7, 8, 60, 4_000]
        #expect(
            columns.documents(having: some, in: .organization).rowids.map(Int.init)
                == rows.indices.filter { !some.isDisjoint(with: rows[$0]) })
    }

    @Test func `of years without an end those that are values are found`() {
        let column = PackedColumn([[2_015, .max], [], [2_015, 2_019], [.max, .max]])
        let documents = PackedDocuments(
            lengths: [1, 1, 1, 1], kinds: [.sheet, .sheet, .sheet, .sheet], columns: [.year: column], places: [:],
            names: [:], aliases: [:])
        let columns = CountedColumns(documents, FacetNumbering(FacetValues(SmallWorld.vocabularies)))
        #expect(columns.documents(having: [2_015], in: .year).rowids == [0, 2])
        #expect(columns.documents(having: [2_019, .max], in: .year).rowids == [2])
    }

    /// What an index holds of one document without values.
    private static func blobs() -> [String: [UInt8]] {
        var blobs = ["length": PackedBytes.encode([1]), "kind": PackedBytes.encode([0])]
        for facet in Facet.allCases { blobs["facet:\(facet.rawValue)"] = PackedColumn([[]]).bytes }
        for order in ResultOrder.allCases { blobs[PackedOrders.name(order)] = PackedBytes.encode([0]) }
        return blobs
    }

    @Test func `what no document can have is damage`() throws {
        #expect(try PackedDocuments(Self.blobs()).lengths == [1])
        for (name, bytes) in [
            ("length", PackedBytes.encode([1 << 25])), ("length", PackedBytes.encode([-2])),
            ("kind", PackedBytes.encode([99])), ("kind", []),
            ("facet:\(Facet.theme.rawValue)", PackedColumn([[.max]]).bytes),
            ("facet:\(Facet.theme.rawValue)", PackedColumn([[], []]).bytes),
        ] {
            var blobs = Self.blobs()
            blobs[name] = bytes
            #expect(throws: ArchiveProblem.self, "\(name)") { try PackedDocuments(blobs) }
        }
    }

    /// A base of which the one document is out, and a recent segment of one.
    private static func join(base: [Int32], places: [Int32], recent: [Int32]) throws -> PackedDocuments {
        func documents(_ row: [Int32], _ places: [Int32]) -> PackedDocuments {
            PackedDocuments(
                lengths: [1], kinds: [.sheet], columns: [.organization: PackedColumn([row])],
                places: Dictionary(uniqueKeysWithValues: ResultOrder.allCases.map { ($0, places) }),
                names: [.organization: ["Ente"]], aliases: [:])
        }
        return try documents(base, [0]).joined(
            with: documents([0], recent), Dictionary(uniqueKeysWithValues: ResultOrder.allCases.map { ($0, places) }),
            RecentSegment(first: 1, gone: [0]))
    }

    @Test func `what no document of a base or of a recent segment can have is damage`() throws {
        let joined = try Self.join(base: [0], places: [1], recent: [0])
        #expect(joined.names[.organization] == ["Ente"])
        for (base, places, recent): ([Int32], [Int32], [Int32]) in [
            ([9], [1], [0]), ([.max], [1], [0]), ([-1], [1], [0]), ([0], [2], [0]), ([0], [-1], [0]),
            ([0], [1], [.max]),
            ([0], [1], [1]), ([0], [1], []),
        ] {
            #expect(throws: ArchiveProblem.self, "\(base) \(places) \(recent)") {
                try Self.join(base: base, places: places, recent: recent)
            }
        }
    }

    @Test func `rows of which many are the same come back from their bytes, renumbered, emptied and joined`() throws {
        var generator = SeededGenerator(4)
        let (rows, others) = (Self.rows(300, &generator), Self.rows(40, &generator))
        let column = PackedColumn(bytes: PackedColumn(rows + rows).bytes)
        #expect(column.isSound(rows: 600) && column.differentCount <= 300)
        #expect((0..<600).map { Array(column[$0]) } == rows + rows)
        let changed = column.emptied { $0 < 300 }.renumbered { $0 == 1 ? nil : $0 + 1 }.followed(
            by: PackedColumn(others))
        let expected =
            rows.map { _ in [] } + rows.map { $0.filter { $0 != 1 }.map { $0 + 1 } } + others
        #expect(changed.isSound(rows: 640) && (0..<640).map { Array(changed[$0]) } == expected)
        #expect(!PackedColumn(bytes: Array(column.bytes.dropLast(4))).isSound(rows: 600))
    }

    @Test func `sets of documents are joined, cut and gone over as sets of numbers are`() {
        var generator = SeededGenerator(5)
        for size in [1, 64, 65, 500] {
            func some() -> Set<Int> { Set((0..<size).filter { _ in Int.random(in: 0..<2, using: &generator) == 0 }) }
            let (a, b) = (some(), some())
            let (one, other) = (Self.bits(a.sorted(), size), Self.bits(b.sorted(), size))
            var (union, rest) = (one, one)
            union.formUnion(other)
            rest.subtract(other)
            #expect(union.rowids.map(Int.init) == a.union(b).sorted())
            #expect(rest.rowids.map(Int.init) == a.subtracting(b).sorted())
            #expect(one.intersection(other).rowids.map(Int.init) == a.intersection(b).sorted())
            #expect(one.count == a.count && one.count(in: other) == a.intersection(b).count)
            #expect(rest.isEmpty == a.isSubset(of: b))
        }
    }
}
