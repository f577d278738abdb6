import PraticarioCorpus

/// Rows of small numbers by rowid. Many documents have the same row: each different one is kept once.
struct PackedColumn: Sendable {
    /// By rowid which of the different rows it is.
    private(set) var numbers: [Int32] = []
    /// Where each different row begins in the values, and the last ends.
    private(set) var offsets: [Int32] = [0]
    private(set) var values: [Int32] = []

    /// - Parameter rows: by rowid; that of a rowid that is not in use is empty.
    init(_ rows: some Sequence<[Int32]> = [[Int32]]()) {
        var known: [[Int32]: Int32] = [:]
        for row in rows {
            let number = known[row] ?? append(row)
            known[row] = number
            numbers.append(number)
        }
    }

    /// - Returns: the number of the new row.
    private mutating func append(_ row: some Sequence<Int32>) -> Int32 {
        values.append(contentsOf: row)
        offsets.append(Int32(values.count))
        return Int32(offsets.count - 2)
    }

    var count: Int { numbers.count }
    var differentCount: Int { offsets.count - 1 }

    subscript(rowid: Int) -> ArraySlice<Int32> { row(Int(numbers[rowid])) }

    /// One of the different ones.
    func row(_ number: Int) -> ArraySlice<Int32> {
        values[Int(offsets[number])..<Int(offsets[number + 1])]
    }

    /// With the rows of another column behind them.
    func followed(by other: PackedColumn) -> PackedColumn {
        var joined = self
        let (first, end) = (Int32(differentCount), offsets.last ?? 0)
        joined.numbers.append(contentsOf: other.numbers.lazy.map { $0 + first })
        joined.offsets.append(contentsOf: other.offsets.dropFirst().lazy.map { $0 + end })
        joined.values.append(contentsOf: other.values)
        return joined
    }

    /// With other numbers for its values, some of them left out.
    func renumbered(_ number: (Int32) -> Int32?) -> PackedColumn {
        var column = PackedColumn()
        column.numbers = numbers
        for row in 0..<differentCount { _ = column.append(self.row(row).lazy.compactMap(number)) }
        return column
    }

    /// With nothing in some rows.
    func emptied(where isEmpty: (_ rowid: Int) -> Bool) -> PackedColumn {
        var column = self
        let empty = column.append([])
        for rowid in numbers.indices where isEmpty(rowid) { column.numbers[rowid] = empty }
        return column
    }

    /// Whether it is what was made for this many rows: what was read from a damaged disk may be anything, and loops over
    /// plain memory trust it.
    func isSound(rows: Int) -> Bool {
        let different = Int32(differentCount)
        guard numbers.count == rows, offsets.first == 0, offsets.last.map(Int.init) == values.count else {
            return false
        }
        return offsets.withUnsafeBufferPointer { offsets in
            (1..<max(1, offsets.count)).allSatisfy { offsets[$0 - 1] <= offsets[$0] }
        } && numbers.withUnsafeBufferPointer { $0.allSatisfy { $0 >= 0 && $0 < different } }
            && values.withUnsafeBufferPointer { $0.allSatisfy { $0 >= 0 } }
    }

    /// The rows as plain memory, for a loop over many of them; valid only within the call.
    struct Rows {
        fileprivate let numbers: UnsafeBufferPointer<Int32>
        fileprivate let offsets: UnsafeBufferPointer<Int32>
        fileprivate let values: UnsafeBufferPointer<Int32>

        @inline(__always)
        subscript(rowid: Int32) -> UnsafeBufferPointer<Int32> {
            let number = Int(numbers[Int(rowid)])
            return UnsafeBufferPointer(rebasing: values[Int(offsets[number])..<Int(offsets[number + 1])])
        }
    }

    func withRows(_ work: (Rows) -> Void) {
        numbers.withUnsafeBufferPointer { numbers in
            offsets.withUnsafeBufferPointer { offsets in
                values.withUnsafeBufferPointer { work(Rows(numbers: numbers, offsets: offsets, values: $0)) }
            }
        }
    }

    /// By different row how many of some documents have it.
    func rowCounts(_ documents: DocumentBits) -> [Int32] {
        var counts = [Int32](repeating: 0, count: differentCount)
        numbers.withUnsafeBufferPointer { numbers in
            counts.withUnsafeMutableBufferPointer { counts in
                documents.forEach { counts[Int(numbers[Int($0)])] &+= 1 }
            }
        }
        return counts
    }

    /// By value how many of some documents have it.
    ///
    /// - Parameter size: above all values.
    func valueCounts(_ documents: DocumentBits, size: Int) -> [Int32] {
        var counts = [Int32](repeating: 0, count: size)
        for (number, count) in rowCounts(documents).enumerated() where count > 0 {
            for value in row(number) { counts[Int(value)] &+= count }
        }
        return counts
    }

    /// Little-endian 32-bit integers: how many rows there are, how many different ones, the numbers, the offsets, the values.
    var bytes: [UInt8] {
        PackedBytes.encode([Int32(numbers.count), Int32(differentCount)] + numbers + offsets + values)
    }

    init(bytes: [UInt8]) {
        let all = PackedBytes.decode(bytes)
        guard all.count > 2, all[0] >= 0, all[1] >= 0, all.count - 3 >= Int(all[0]) + Int(all[1]) else { return }
        let (first, second) = (2 + Int(all[0]), 3 + Int(all[0]) + Int(all[1]))
        numbers = Array(all[2..<first])
        offsets = Array(all[first..<second])
        values = Array(all[second...])
    }
}
