import PraticarioCorpus
import PraticarioSearch

/// The rows of one sheet in the facets whose values the vocabularies number, as one blob: for each facet the
/// number of values, then the values.
struct FacetRows {
    private let rows: [Facet: [Int32]]

    init(_ entry: Entry, _ values: FacetValues) {
        var values = values
        rows = Dictionary(uniqueKeysWithValues: Self.facets.map { ($0, values.row(of: entry, in: $0)) })
    }

    init(bytes: [UInt8]) {
        var numbers = PackedBytes.decode(bytes)[...]
        var rows: [Facet: [Int32]] = [:]
        for facet in Self.facets {
            guard let count = numbers.popFirst(), numbers.count >= count else { break }
            rows[facet] = Array(numbers.prefix(Int(count)))
            numbers = numbers.dropFirst(Int(count))
        }
        self.rows = rows
    }

    subscript(facet: Facet) -> [Int32] {
        rows[facet] ?? []
    }

    var bytes: [UInt8] {
        PackedBytes.encode(Self.facets.flatMap { [Int32(self[$0].count)] + self[$0] })
    }

    private static let facets = Facet.allCases.filter { $0 != .organization && $0 != .community }
}
