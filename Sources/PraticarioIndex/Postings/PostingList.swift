import PraticarioSearch

/// The documents that have a pattern, in order of rowid, each with its occurrences weighted by field, in tenths.
struct PostingList: Sendable {
    private(set) var rowids: [Int32] = []
    private(set) var frequencies: [Int32] = []
    /// Where the places are looked up.
    let places: PlaceSource

    /// Of documents that were gathered one by one.
    init(rowids: [Int32], frequencies: [Int32], places: PlaceSource) {
        (self.rowids, self.frequencies, self.places) = (rowids, frequencies, places)
    }

    /// How often the pattern occurs in a document.
    func frequency(in rowid: Int32) -> Int32 {
        index(of: rowid).map { frequencies[$0] } ?? 0
    }

    func index(of rowid: Int32) -> Int? {
        rowids.indexInOrder(of: rowid)
    }

    /// The index of the first document from a rowid on, looked for from an index on by steps that grow: the next is near.
    func index(from start: Int, reaching rowid: Int32) -> Int {
        var (low, step) = (start, 64)
        while low + step < rowids.count, rowids[low + step] < rowid {
            low += step
            step *= 2
        }
        let high = min(low + step, rowids.count)
        return rowids[low..<high].firstIndexInOrder { $0 >= rowid }
    }

    func withPostings(_ body: (PatternSums.Postings) -> Void) {
        rowids.withUnsafeBufferPointer { rowids in
            frequencies.withUnsafeBufferPointer { body(PatternSums.Postings(rowids, $0)) }
        }
    }

    /// A list of the base with what a recent segment has of the same term behind it, and without what is gone.
    func joined(with list: PostingList, _ recent: RecentSegment) -> PostingList {
        let gone = recent.gone.compactMap(index)
        guard !gone.isEmpty || !list.rowids.isEmpty else { return self }
        return PostingList(
            rowids: Self.without(gone, rowids) + list.rowids,
            frequencies: Self.without(gone, frequencies) + list.frequencies,
            places: .stored(places.terms + list.places.terms))
    }

    /// - Parameter gone: indices, in order.
    private static func without(_ gone: [Int], _ numbers: [Int32]) -> [Int32] {
        var rest: [Int32] = []
        rest.reserveCapacity(numbers.count)
        var start = 0
        for index in gone {
            rest += numbers[start..<index]
            start = index + 1
        }
        return rest + numbers[start...]
    }

    // MARK: As it is stored

    /// A document behind the last of a list: what its rowid lies behind it, and its frequency. Most of both fit in a byte:
    /// a term that every other document has takes about 0.1 ms to read of 59,000, so that nothing is skipped.
    static func append(_ rowid: Int, _ frequency: Int, behind last: Int, to bytes: inout [UInt8]) {
        Varint.append(rowid - last, to: &bytes)
        Varint.append(frequency, to: &bytes)
    }

    /// Eight documents of which both numbers fit in a byte, as nearly all do: how far each lies behind the one before the
    /// first, and its frequency; `nil` for others.
    @inline(__always)
    private static func eight(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int
    ) -> (steps: SIMD8<UInt16>, frequencies: SIMD8<UInt16>)? {
        let raw = UnsafeRawBufferPointer(bytes)
        let halves = raw.loadUnaligned(fromByteOffset: position, as: SIMD2<UInt64>.self)
        // A byte that is 0 borrows from its highest bit.
        let odd = (halves | (halves &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
        guard odd == .zero else { return nil }
        let pairs = raw.loadUnaligned(fromByteOffset: position, as: SIMD8<UInt16>.self)
        #if _endian(big)
            return nil
        #else
            var steps = pairs & 0xFF
            steps &+= SIMD8(0, steps[0], steps[1], steps[2], steps[3], steps[4], steps[5], steps[6])
            steps &+= SIMD8(0, 0, steps[0], steps[1], steps[2], steps[3], steps[4], steps[5])
            steps &+= SIMD8(0, 0, 0, 0, steps[0], steps[1], steps[2], steps[3])
            return (steps, pairs &>> 8)
        #endif
    }

    /// Throws `ArchiveProblem.damaged` where the bytes are none that `append` made, for documents with a rowid below `limit`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, count: Int, below limit: Int, places: PlaceSource) throws {
        self.places = places
        // A document takes two bytes at least.
        guard count >= 0, count <= bytes.count / 2 else { throw ArchiveProblem.damaged }
        var isSound = true
        var all: [Int32] = []
        let rowids = [Int32](unsafeUninitializedCapacity: count) { rowids, initialized in
            all = [Int32](unsafeUninitializedCapacity: count) { frequencies, number in
                var position = 0
                var last = -1
                while number < count {
                    if number + 8 <= count, position + 16 <= bytes.count,
                        let (steps, eight) = Self.eight(bytes, position), last + Int(steps[7]) < limit
                    {
                        for lane in 0..<8 {
                            rowids[number + lane] = Int32(truncatingIfNeeded: last + Int(steps[lane]))
                            frequencies[number + lane] = Int32(eight[lane])
                        }
                        last += Int(steps[7])
                        position += 16
                        number += 8
                        continue
                    }
                    guard let step = Varint.read(bytes, &position), let frequency = Varint.read(bytes, &position),
                        step > 0, frequency > 0, last + step < limit
                    else {
                        isSound = false
                        break
                    }
                    last += step
                    rowids[number] = Int32(truncatingIfNeeded: last)
                    frequencies[number] = Int32(truncatingIfNeeded: frequency)
                    number += 1
                }
                if position != bytes.count { isSound = false }
                initialized = number
            }
        }
        guard isSound else { throw ArchiveProblem.damaged }
        (self.rowids, frequencies) = (rowids, all)
    }
}

/// Where a pattern's places are.
enum PlaceSource: Sendable {
    /// With a term, in chunks of the index: of each segment that has it.
    case stored([StoredTerm])
    /// In memory: from where each document's places begin, and the last ones end.
    case gathered(offsets: [Int32], [UInt32])
}

extension PlaceSource {
    /// None where places are in memory.
    var terms: [StoredTerm] {
        guard case .stored(let terms) = self else { return [] }
        return terms
    }
}

/// The number of a term in a segment.
struct StoredTerm: Hashable, Sendable {
    let segment: IndexSegment
    let number: Int
}
