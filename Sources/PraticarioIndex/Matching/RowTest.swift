import PraticarioCorpus
import PraticarioSearch

/// A filter, prepared for the documents of an index.
struct RowTest {
    private let facet: Facet
    private let isExcluded: Bool
    /// The values that let a document pass.
    private var values: Set<Int32> = []
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

    init(_ filter: ResolvedQuery.Filter, _ numbering: FacetNumbering) {
        facet = filter.facet
        isExcluded = filter.isExcluded
        for test in filter.tests { prepare(test, numbering) }
    }

    private mutating func prepare(_ test: FacetTest, _ numbering: FacetNumbering) {
        switch test {
        case .anyOf(let keys): values.formUnion(keys.compactMap { [facet] in numbering.number(of: $0, in: facet) })
        case .population(let range):
            let register = numbering.values.vocabularies.territories
            for position in register.territories.indices where range.holdsResidents(of: position, register) {
                values.insert(Int32(position))
            }
        case .only(let key): others += numbering.number(of: key, in: facet).map { [.only($0)] } ?? []
        case .overlaps(let years): others.append(.overlaps(Self.clamped(years)))
        case .begins(let years): others.append(.begins(Self.clamped(years)))
        }
    }

    private static func clamped(_ range: ClosedRange<Int>) -> ClosedRange<Int32> {
        Int32(clamping: range.lowerBound)...Int32(clamping: range.upperBound)
    }

    /// Those of some documents that pass.
    func passing(_ documents: DocumentBits, _ columns: CountedColumns) -> DocumentBits {
        var having = columns.documents(having: values, in: facet)
        if !others.isEmpty {
            columns[facet].whole.withRows { rows in
                documents.forEach { rowid in
                    let row = rows[rowid]
                    if others.contains(where: { $0.holds(for: row) }) { having.insert(rowid) }
                }
            }
        }
        var passing = documents
        if isExcluded { passing.subtract(having) } else { passing.formIntersection(having) }
        return passing
    }
}
