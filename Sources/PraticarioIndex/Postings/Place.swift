import PraticarioSearch

/// Where a word stands in a document: its field and which of its words it is, in one number that is in reading order.
struct Place: Comparable {
    let packed: UInt32
    /// A text of more words has its last ones at one place.
    private static let bits: UInt32 = 24
    private static let mask: UInt32 = 1 << bits - 1

    init(field: Int, word: Int) {
        packed = UInt32(truncatingIfNeeded: field) << Self.bits | UInt32(min(word, Int(Self.mask)))
    }

    init(packed: UInt32) {
        self.packed = packed
    }

    var field: Int { Int(packed >> Self.bits) }
    var word: Int { Int(packed & Self.mask) }

    static func < (a: Place, b: Place) -> Bool { a.packed < b.packed }

    /// How far apart two patterns begin where they are nearest in one field; 0 where they never meet. A word that is both
    /// is as near as can be.
    ///
    /// - Parameters: the places of each as they are packed, in reading order.
    static func distance(_ first: [UInt32], _ second: [UInt32]) -> Int32 {
        var nearest = Int.max
        var (a, b) = (0, 0)
        while a < first.count, b < second.count {
            let (one, other) = (Place(packed: first[a]), Place(packed: second[b]))
            if one.field == other.field { nearest = min(nearest, max(1, abs(one.word - other.word))) }
            if one < other { a += 1 } else { b += 1 }
        }
        return nearest < .max ? Int32(clamping: nearest) : 0
    }
}

/// The places of a term in some documents that follow each other in its list, as bytes: for each document its rowid less
/// that of the first, how many bytes its places take, and the places, each as what it lies behind the one before: by how
/// many fields, and by how many words, which are those of the field itself where it is another one. Most take a byte or two.
enum PlaceChunk {
    /// As many bytes make a chunk full: a row of a table with its neighbours on one page.
    static let limit = 700

    static func append(_ rowid: Int, _ places: some Collection<UInt8>, first: Int, to chunk: inout [UInt8]) {
        Varint.append(rowid - first, to: &chunk)
        Varint.append(places.count, to: &chunk)
        chunk.append(contentsOf: places)
    }

    /// For how many fields there is room, in bits.
    private static let fieldBits = 3
    private static let fieldCount = TextField.allCases.count

    /// - Parameter last: the place before it in the document.
    @inline(__always)
    static func append(_ place: Place, behind last: Place?, to bytes: inout [UInt8]) {
        let fields = place.field - (last?.field ?? 0)
        let words = place.word - (fields == 0 ? last?.word ?? 0 : 0)
        Varint.append(words << fieldBits | fields, to: &bytes)
    }

    /// Calls `body` for each document until it returns whether to stop.
    ///
    /// - Returns: whether the bytes are what `append` makes.
    static func forEach(
        in chunk: UnsafeBufferPointer<UInt8>, first: Int,
        _ body: (_ rowid: Int, _ whole: Range<Int>, _ places: Range<Int>) -> Bool
    ) -> Bool {
        var position = 0
        while position < chunk.count {
            let start = position
            guard let entry = entry(chunk, &position, first: first) else { return false }
            if body(entry.rowid, start..<position, entry.places) { return true }
        }
        return true
    }

    /// The document at `position`, which goes behind it; `nil` where the bytes are not what `append` makes.
    @inline(__always)
    static func entry(
        _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int, first: Int
    ) -> (rowid: Int, places: Range<Int>)? {
        guard let rowid = Varint.read(chunk, &position), let length = Varint.read(chunk, &position),
            length <= chunk.count - position
        else { return nil }
        let places = position..<(position + length)
        position += length
        return (first + rowid, places)
    }

    /// Puts places behind others, as they are packed.
    ///
    /// - Parameters:
    ///   - places: with room for as many more as there are bytes.
    ///   - count: how many there are.
    /// - Returns: whether the bytes are ours.
    @inline(__always)
    static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, into places: UnsafeMutableBufferPointer<UInt32>, _ count: inout Int
    ) -> Bool {
        let fields = fieldCount
        var position = 0
        var (field, word) = (0, 0)
        while position < bytes.count {
            guard let step = Varint.read(bytes, &position) else { return false }
            let next = step & (1 << fieldBits - 1)
            field += next
            word = (next == 0 ? word : 0) + step >> fieldBits
            guard field < fields else { return false }
            places[count] = Place(field: field, word: word).packed
            count += 1
        }
        return true
    }
}
