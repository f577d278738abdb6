import PraticarioSearch
import Synchronization

/// The columns of an index as they are counted, each made when it is first counted.
final class CountedColumns: Sendable {
    private let documents: PackedDocuments
    private let numbering: FacetNumbering
    private let known = Mutex<[Facet: CountedColumn]>([:])

    init(_ documents: PackedDocuments, _ numbering: FacetNumbering) {
        (self.documents, self.numbering) = (documents, numbering)
    }

    subscript(facet: Facet) -> CountedColumn {
        known.withLock { known in
            if let column = known[facet] { return column }
            let column = CountedColumn(facet, documents, numbering)
            known[facet] = column
            return column
        }
    }
}

/// A column with what makes counting its values cheap: of the values that many documents have those documents as bits, so
/// that a value costs the same however many match, and of the other values rows.
struct CountedColumn: Sendable {
    /// Above all values.
    let size: Int
    /// As it is packed.
    let whole: PackedColumn
    /// By value the place of its bits, or -1; empty where no value is common.
    private let places: [Int32]
    let common: [(value: Int32, documents: DocumentBits)]
    /// The column without the common values.
    let rest: PackedColumn
    /// How often some document has a common value.
    private let total: Int
    /// The keys of the values, and the values in the order of those.
    let keys: [String]
    let byKey: [Int32]

    /// A value is common that one document in as many has: to go over the bits of all documents costs as much as to go
    /// over the rows of those that have it.
    private static let rarity = 32

    init(_ facet: Facet, _ documents: PackedDocuments, _ numbering: FacetNumbering) {
        let (column, size) = (documents.column(facet), documents.valueCounts[facet] ?? 0)
        (self.size, whole) = (size, column)
        keys = (0..<Int32(size)).map(numbering.keys(in: facet))
        byKey = (0..<Int32(size)).sorted(by: numbering.keyOrder(in: facet))
        guard !facet.source.isSpan else {
            // All between two values counts.
            (places, common, rest, total) = ([], [], column, 0)
            return
        }
        var counts = [Int](repeating: 0, count: size)
        for value in column.values { counts[Int(value)] += 1 }
        let values = counts.indices.filter { counts[$0] * Self.rarity > column.count }
        total = values.reduce(0) { $0 + counts[$1] }
        var places = [Int32](repeating: -1, count: size)
        for (place, value) in values.enumerated() { places[value] = Int32(place) }
        var bits = values.map { (value: Int32($0), documents: DocumentBits(size: column.count)) }
        var rest = PackedColumn()
        column.withRows { rows in
            for rowid in 0..<column.count {
                let row = rows[rowid]
                for value in row where places[Int(value)] >= 0 {
                    bits[Int(places[Int(value)])].documents.insert(Int32(rowid))
                }
                rest.append(row.lazy.filter { places[Int($0)] < 0 })
            }
        }
        (self.places, common, self.rest) = (places, bits, rest)
    }

    /// Whether going over bits is less work than going over the rows of this many documents.
    func isCheaperByBits(for count: Int) -> Bool {
        guard let first = common.first, whole.count > 0 else { return false }
        return count * total / whole.count > common.count * first.documents.steps
    }

    /// The documents that have a value; `nil` where it is not common.
    func bits(of value: Int32) -> DocumentBits? {
        guard places.indices.contains(Int(value)), places[Int(value)] >= 0 else { return nil }
        return common[Int(places[Int(value)])].documents
    }
}
