import PraticarioCorpus

/// Rows of small numbers by rowid, in two arrays: where each row begins, and all values.
struct PackedColumn: Sendable {
    private(set) var offsets: [Int32] = [0]
    private(set) var values: [Int32] = []

    init() {}

    /// Rows must be appended in order of rowid, from 0 on; a rowid that is not in use has an empty row.
    mutating func append(_ row: some Sequence<Int32>) {
        values.append(contentsOf: row)
        offsets.append(Int32(values.count))
    }

    var count: Int { offsets.count - 1 }

    subscript(rowid: Int) -> ArraySlice<Int32> {
        values[Int(offsets[rowid])..<Int(offsets[rowid + 1])]
    }

    /// With the rows of another column behind them.
    func followed(by other: PackedColumn) -> PackedColumn {
        var joined = self
        let end = offsets.last ?? 0
        joined.offsets.append(contentsOf: other.offsets.dropFirst().lazy.map { $0 + end })
        joined.values.append(contentsOf: other.values)
        return joined
    }

    /// With other numbers for its values, and nothing in some rows.
    func renumbered(_ number: (Int32) -> Int32, isEmpty: (Int) -> Bool = { _ in false }) -> PackedColumn {
        var column = PackedColumn()
        for rowid in 0..<count { column.append(isEmpty(rowid) ? [] : self[rowid].map(number)) }
        return column
    }

    /// Whether it is what `append` makes for this many rows: what was read from a damaged disk may be anything, and loops
    /// over plain memory trust it.
    func isSound(rows: Int) -> Bool {
        guard offsets.count == rows + 1, offsets.first == 0, offsets.last.map(Int.init) == values.count else {
            return false
        }
        return offsets.withUnsafeBufferPointer { offsets in
            (1..<max(1, offsets.count)).allSatisfy { offsets[$0 - 1] <= offsets[$0] }
        } && values.withUnsafeBufferPointer { $0.allSatisfy { $0 >= 0 } }
    }

    /// The rows as plain memory, for a loop over many of them; valid only within the call.
    struct Rows {
        fileprivate let offsets: UnsafeBufferPointer<Int32>
        fileprivate let values: UnsafeBufferPointer<Int32>

        subscript(rowid: Int) -> UnsafeBufferPointer<Int32> {
            UnsafeBufferPointer(rebasing: values[Int(offsets[rowid])..<Int(offsets[rowid + 1])])
        }

        var noRow: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(rebasing: values[..<0]) }
    }

    func withRows(_ work: (Rows) -> Void) {
        offsets.withUnsafeBufferPointer { offsets in
            values.withUnsafeBufferPointer { values in work(Rows(offsets: offsets, values: values)) }
        }
    }

    /// Little-endian 32-bit integers: the number of offsets, the offsets, the values.
    var bytes: [UInt8] {
        PackedBytes.encode([Int32(offsets.count)] + offsets + values)
    }

    init(bytes: [UInt8]) {
        let numbers = PackedBytes.decode(bytes)
        guard let count = numbers.first, count > 0, numbers.count > count else { return }
        offsets = Array(numbers[1...Int(count)])
        values = Array(numbers[(Int(count) + 1)...])
    }
}
