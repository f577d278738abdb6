/// Texts of bytes that grow side by side, in blocks that are taken from one store: none is copied when it grows, and of
/// each no more than a block is empty. They live as long as the store.
struct ByteChains {
    /// One of them.
    struct Chain {
        fileprivate var first: UnsafeMutableRawPointer?
        /// Where the next byte goes, and for how many there is room.
        fileprivate var next: UnsafeMutableRawPointer?
        fileprivate var room: Int32 = 0
        fileprivate var blocks: Int32 = 0
        /// In bytes.
        private(set) var count = 0

        init() {}

        fileprivate mutating func wrote(_ bytes: Int) {
            next = next.map { $0 + bytes }
            room -= Int32(bytes)
            count += bytes
        }
    }

    private let store = Store()
    /// Where the next block begins, and how much of the last piece of memory is left.
    private var free: UnsafeMutableRawPointer?
    private var left = 0
    /// All that was taken, in bytes.
    private(set) var size = 0

    private static let piece = 1 << 20
    /// A block begins with the address of the next one.
    private static let header = MemoryLayout<UnsafeMutableRawPointer>.size

    /// Most terms are rare, and most of what is stored belongs to common ones.
    private static func length(ofBlock number: Int32) -> Int { (number < 6 ? 24 << Int(number) : 1_024) - header }

    @inline(__always)
    mutating func append(_ byte: UInt8, to chain: inout Chain) {
        if chain.room == 0 { grow(&chain) }
        chain.next?.storeBytes(of: byte, as: UInt8.self)
        chain.wrote(1)
    }

    @inline(__always)
    mutating func append(_ number: Int, to chain: inout Chain) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80, to: &chain)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest), to: &chain)
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, to chain: inout Chain) {
        var rest = bytes[...]
        while !rest.isEmpty {
            if chain.room == 0 { grow(&chain) }
            let part = rest.prefix(Int(chain.room))
            if let base = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: part)).baseAddress {
                chain.next?.copyMemory(from: base, byteCount: part.count)
            }
            chain.wrote(part.count)
            rest = rest.dropFirst(part.count)
        }
    }

    func bytes(of chain: Chain) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: chain.count) { buffer, count in
            var block = chain.first
            var number: Int32 = 0
            while count < chain.count, let here = block {
                let part = min(chain.count - count, Self.length(ofBlock: number))
                UnsafeMutableRawPointer(buffer.baseAddress! + count).copyMemory(
                    from: here + Self.header, byteCount: part)
                count += part
                block = here.load(as: UnsafeMutableRawPointer?.self)
                number += 1
            }
        }
    }

    private mutating func grow(_ chain: inout Chain) {
        let length = Self.length(ofBlock: chain.blocks)
        let block = take(length + Self.header)
        block.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
        // The block before is full: its beginning lies as far back as it is long.
        if chain.blocks > 0, let end = chain.next {
            let before = end - Self.length(ofBlock: chain.blocks - 1) - Self.header
            before.storeBytes(of: block, as: UnsafeMutableRawPointer?.self)
        } else {
            chain.first = block
        }
        chain.next = block + Self.header
        chain.room = Int32(length)
        chain.blocks += 1
    }

    private mutating func take(_ bytes: Int) -> UnsafeMutableRawPointer {
        if free == nil || left < bytes {
            free = store.add(Self.piece)
            left = Self.piece
        }
        defer {
            free = free.map { $0 + bytes }
            left -= bytes
            size += bytes
        }
        return free!
    }

    /// Gives the memory back when the last who holds it is gone.
    private final class Store {
        private var pieces: [UnsafeMutableRawPointer] = []

        func add(_ bytes: Int) -> UnsafeMutableRawPointer {
            let piece = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
            pieces.append(piece)
            return piece
        }

        deinit {
            for piece in pieces { piece.deallocate() }
        }
    }
}
