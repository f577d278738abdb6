import PraticarioCorpus
import PraticarioSearch

/// A filter, prepared for many rows of one column.
struct RowTest {
    let isExcluded: Bool
    /// Whether a row that holds the value passes, by value.
    private var passing: [Bool]
    /// Tests that look at more than single values.
    private var others: [Whole] = []

    private enum Whole {
        case only(Int32)
        case overlaps(ClosedRange<Int32>)
        case begins(ClosedRange<Int32>)

        func holds(for row: UnsafeBufferPointer<Int32>) -> Bool {
            guard let first = row.first, let last = row.last else { return false }
            switch self {
            case .only(let value): return row.count == 1 && first == value
            case .overlaps(let years): return first <= years.upperBound && last >= years.lowerBound
            case .begins(let years): return years.contains(first)
            }
        }
    }

    /// - Parameter valueCount: a number above all values of the column.
    init(_ filter: ResolvedQuery.Filter, _ numbering: FacetNumbering, valueCount: Int) {
        isExcluded = filter.isExcluded
        passing = [Bool](repeating: false, count: valueCount)
        for test in filter.tests { prepare(test, filter.facet, numbering) }
    }

    private mutating func prepare(_ test: FacetTest, _ facet: Facet, _ numbering: FacetNumbering) {
        switch test {
        case .anyOf(let keys):
            for number in keys.compactMap({ numbering.number(of: $0, in: facet) }) where number < passing.count {
                passing[Int(number)] = true
            }
        case .population(let range):
            let register = numbering.values.vocabularies.territories
            for position in 0..<min(passing.count, register.territories.count)
            where range.holdsResidents(of: position, register) {
                passing[position] = true
            }
        case .only(let key): others += numbering.number(of: key, in: facet).map { [.only($0)] } ?? []
        case .overlaps(let years): others.append(.overlaps(Self.clamped(years)))
        case .begins(let years): others.append(.begins(Self.clamped(years)))
        }
    }

    private static func clamped(_ range: ClosedRange<Int>) -> ClosedRange<Int32> {
        Int32(clamping: range.lowerBound)...Int32(clamping: range.upperBound)
    }

    /// The documents that have what it looks for, excluded or not; `nil` where the column has not all of them as bits.
    func bits(in column: CountedColumn) -> DocumentBits? {
        guard others.isEmpty else { return nil }
        var all: DocumentBits?
        for value in passing.indices where passing[value] {
            guard let bits = column.bits(of: Int32(value)) else { return nil }
            all?.formUnion(bits)
            all = all ?? bits
        }
        return all
    }

    func holds(for row: UnsafeBufferPointer<Int32>) -> Bool {
        if others.isEmpty {
            for value in row where passing[Int(value)] { return !isExcluded }
            return isExcluded
        }
        let passes = others.contains { $0.holds(for: row) } || row.contains { $0 < passing.count && passing[Int($0)] }
        return passes != isExcluded
    }
}
