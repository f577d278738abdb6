import PraticarioSearch

/// The documents in which a question's words occur, each with the occurrences of every pattern.
///
/// Flat memory behind one pointer: a C callback fills it up to once for every document, and the checks that arrays and
/// classes make at every access would cost more than FTS5 itself.
final class MatchRows {
    struct Memory {
        let patternCount: Int
        /// The patterns of neighbouring words, and how many pairs there are.
        let neighbours: UnsafeMutablePointer<(first: Int, second: Int)>
        let neighbourCount: Int
        /// Of each pattern, whether only the title counts.
        let inTitle: UnsafeMutablePointer<Bool>
        /// Of each column, in tenths.
        let weights: UnsafeMutablePointer<Int32>
        var rowids: UnsafeMutablePointer<Int32>
        /// Row by row the occurrences of all patterns, weighted by column, then the distances of all neighbours.
        var counts: UnsafeMutablePointer<Int32>
        var count = 0
        var capacity: Int

        var width: Int { patternCount + neighbourCount }

        /// Makes room for one more row, and gives its counts, all 0.
        mutating func append(_ rowid: Int) -> UnsafeMutablePointer<Int32> {
            if count == capacity { grow() }
            rowids[count] = Int32(truncatingIfNeeded: rowid)
            let row = counts + count * width
            row.update(repeating: 0, count: width)
            count += 1
            return row
        }

        private mutating func grow() {
            rowids = Self.moved(rowids, count, to: capacity * 2)
            counts = Self.moved(counts, count * width, to: capacity * 2 * width)
            capacity *= 2
        }

        private static func moved(
            _ old: UnsafeMutablePointer<Int32>, _ count: Int, to capacity: Int
        ) -> UnsafeMutablePointer<Int32> {
            let new = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
            new.initialize(repeating: 0, count: capacity)
            new.update(from: old, count: count)
            old.deallocate()
            return new
        }
    }

    let memory: UnsafeMutablePointer<Memory>

    init(inTitle: [Bool], neighbours: [(first: Int, second: Int)] = []) {
        let capacity = 1_024
        let count = inTitle.count
        let width = max(1, count + neighbours.count)
        let fields = TextField.allCases
        memory = .allocate(capacity: 1)
        memory.initialize(
            to: Memory(
                patternCount: count, neighbours: .allocate(capacity: max(1, neighbours.count)),
                neighbourCount: neighbours.count, inTitle: .allocate(capacity: max(1, count)),
                weights: .allocate(capacity: fields.count), rowids: .allocate(capacity: capacity),
                counts: .allocate(capacity: capacity * width), capacity: capacity))
        for (index, pair) in neighbours.enumerated() { (memory.pointee.neighbours + index).initialize(to: pair) }
        for (index, isInTitle) in inTitle.enumerated() { (memory.pointee.inTitle + index).initialize(to: isInTitle) }
        for (index, field) in fields.enumerated() {
            (memory.pointee.weights + index).initialize(to: Int32(field.weight))
        }
        memory.pointee.rowids.initialize(repeating: 0, count: capacity)
        memory.pointee.counts.initialize(repeating: 0, count: capacity * width)
    }

    deinit {
        memory.pointee.neighbours.deallocate()
        memory.pointee.inTitle.deallocate()
        memory.pointee.weights.deallocate()
        memory.pointee.rowids.deallocate()
        memory.pointee.counts.deallocate()
        memory.deallocate()
    }

    /// A document without any of the words.
    func append(_ rowid: Int) {
        _ = memory.pointee.append(rowid)
    }

    var rowids: UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(start: memory.pointee.rowids, count: memory.pointee.count)
    }

    var patternCount: Int { memory.pointee.patternCount }

    /// The occurrences of all patterns in the document at `index`, then the distances of all neighbours.
    func counts(at index: Int) -> UnsafeBufferPointer<Int32> {
        let width = memory.pointee.width
        return UnsafeBufferPointer(start: memory.pointee.counts + index * width, count: width)
    }
}
