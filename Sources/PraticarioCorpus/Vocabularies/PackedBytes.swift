/// Rows of bytes in one array.
struct ByteRows: Sendable {
    let bytes: [UInt8]
    /// Where each row begins, and where the last ends.
    let offsets: [Int32]

    init(_ rows: [String]) {
        var bytes: [UInt8] = []
        var offsets: [Int32] = [0]
        for row in rows {
            bytes.append(contentsOf: row.utf8)
            offsets.append(Int32(bytes.count))
        }
        self.bytes = bytes
        self.offsets = offsets
    }

    init(bytes: [UInt8], offsets: [Int32]) {
        self.bytes = bytes
        self.offsets = offsets
    }

    var count: Int { max(0, offsets.count - 1) }

    /// Whether every row lies within the bytes: what was read from a damaged disk may be anything.
    var isSound: Bool {
        guard offsets.first == 0, offsets.last.map(Int.init) == bytes.count else { return false }
        return zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    }

    subscript(row: Int) -> ArraySlice<UInt8> {
        bytes[Int(offsets[row])..<Int(offsets[row + 1])]
    }

    /// Without counting who holds the bytes.
    func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            body(UnsafeBufferPointer(rebasing: bytes[Int(offsets[row])..<Int(offsets[row + 1])]))
        }
    }

    /// Where the bytes of a row stand beside others: below 0 before them, 0 for the same, above 0 behind them.
    ///
    /// - Parameter mark: ends the row where it stands in it.
    func order(of row: Int, beside wanted: [UInt8], until mark: UInt8? = nil) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var index = Int(offsets[row])
            let end = Int(offsets[row + 1])
            for byte in wanted {
                guard index < end, bytes[index] != mark else { return -1 }
                if bytes[index] != byte { return bytes[index] < byte ? -1 : 1 }
                index += 1
            }
            return index == end || bytes[index] == mark ? 0 : 1
        }
    }
}

/// Numbers and bytes one after another, little-endian.
package enum PackedBytes {
    package static func encode(_ numbers: [Int32]) -> [UInt8] {
        numbers.map(\.littleEndian).withUnsafeBytes(Array.init)
    }

    /// As `encode` gave them; what is left over at the end is no number.
    package static func decode(_ bytes: [UInt8]) -> [Int32] {
        bytes.withUnsafeBytes { bytes in
            var reader = Reader(bytes)
            return reader.numbers(bytes.count / 4) ?? []
        }
    }

    /// Reads memory that lives longer than it, and copies what it gives.
    struct Reader {
        private let all: UnsafeRawBufferPointer
        private var position = 0

        init(_ bytes: UnsafeRawBufferPointer) {
            all = bytes
        }

        /// `nil` past the end.
        mutating func numbers(_ count: Int) -> [Int32]? {
            guard count >= 0, position + count * 4 <= all.count else { return nil }
            let part = UnsafeRawBufferPointer(rebasing: all[position..<(position + count * 4)])
            position += count * 4
            return [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(from: part)
                #if _endian(big)
                    for index in 0..<count { buffer[index] = Int32(littleEndian: buffer[index]) }
                #endif
                initialized = count
            }
        }

        mutating func bytes(_ count: Int) -> [UInt8]? {
            guard count >= 0, position + count <= all.count else { return nil }
            defer { position += count }
            return Array(all[position..<(position + count)])
        }
    }
}
