import PraticarioSearch
import Synchronization

/// The columns of an index as they are counted and filtered, each made when it is first wanted.
final class CountedColumns: Sendable {
    private let documents: PackedDocuments
    private let numbering: FacetNumbering
    private let known = Mutex<[Facet: CountedColumn]>([:])
    private let rare = Mutex<[Facet: RareValues]>([:])

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

    /// The documents that have any of some values.
    func documents(having values: some Sequence<Int32>, in facet: Facet) -> DocumentBits {
        let column = self[facet]
        var having = DocumentBits(size: column.whole.count)
        var others: [Int32] = []
        for value in values {
            if let bits = column.bits(of: value) { having.formUnion(bits) } else { others.append(value) }
        }
        guard !others.isEmpty else { return having }
        let rare = rare.withLock { known in
            let values = known[facet] ?? RareValues(column)
            known[facet] = values
            return values
        }
        for value in others { having.insert(rare.rowids(of: value)) }
        return having
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
    /// The documents that have any of those.
    let inRest: DocumentBits
    private let restCount: Int
    /// How often some document has a value.
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
            (inRest, restCount) = (DocumentBits(size: 0), 0)
            return
        }
        var all = DocumentBits(size: column.count)
        all.insert(0..<Int32(column.count))
        let counts = column.valueCounts(all, size: size)
        total = counts.reduce(0) { $0 + Int($1) }
        let values = counts.indices.filter { Int(counts[$0]) * Self.rarity > column.count }
        var places = [Int32](repeating: -1, count: size)
        for (place, value) in values.enumerated() { places[value] = Int32(place) }
        var bits = values.map { (value: Int32($0), documents: DocumentBits(size: column.count)) }
        let placesOfRows = (0..<column.differentCount).map { number in
            column.row(number).compactMap { places[Int($0)] >= 0 ? Int(places[Int($0)]) : nil }
        }
        for (rowid, number) in column.numbers.enumerated() {
            for place in placesOfRows[Int(number)] { bits[place].documents.insert(Int32(rowid)) }
        }
        (self.places, common) = (places, bits)
        let rest = column.renumbered { places[Int($0)] < 0 ? $0 : nil }
        var inRest = DocumentBits(size: column.count)
        for (rowid, number) in rest.numbers.enumerated() where !rest.row(Int(number)).isEmpty {
            inRest.insert(Int32(rowid))
        }
        (self.rest, self.inRest, restCount) = (rest, inRest, inRest.count)
    }

    /// Whether going over bits and different rows is less work than going over the values of this many documents.
    func isCheaperByBits(for count: Int) -> Bool {
        guard whole.count > 0 else { return false }
        let forRest = restCount == 0 ? 0 : count * restCount / whole.count + rest.differentCount
        return count + count * total / whole.count > common.count * (common.first?.documents.steps ?? 0) + forRest
    }

    /// The documents that have a value; `nil` where it is not common.
    func bits(of value: Int32) -> DocumentBits? {
        guard places.indices.contains(Int(value)), places[Int(value)] >= 0 else { return nil }
        return common[Int(places[Int(value)])].documents
    }
}

/// The documents of each value that is not common: what a filter lets in costs in proportion to it.
struct RareValues: Sendable {
    /// Where those of each value begin, and the last end.
    private let starts: [Int32]
    private let rowids: [Int32]

    init(_ column: CountedColumn) {
        var starts = [Int32](repeating: 0, count: column.size + 1)
        // An open end is no value.
        let rest = column.rest.renumbered { Int($0) < column.size ? $0 : nil }
        for number in rest.numbers {
            for value in rest.row(Int(number)) { starts[Int(value) + 1] += 1 }
        }
        for value in 0..<column.size { starts[value + 1] += starts[value] }
        var ends = starts
        var rowids = [Int32](repeating: 0, count: Int(starts.last ?? 0))
        for (rowid, number) in rest.numbers.enumerated() {
            for value in rest.row(Int(number)) {
                rowids[Int(ends[Int(value)])] = Int32(rowid)
                ends[Int(value)] += 1
            }
        }
        (self.starts, self.rowids) = (starts, rowids)
    }

    /// In order; none for a value that no document has.
    func rowids(of value: Int32) -> ArraySlice<Int32> {
        guard value >= 0, Int(value) + 1 < starts.count else { return [] }
        return rowids[Int(starts[Int(value)])..<Int(starts[Int(value) + 1])]
    }
}
