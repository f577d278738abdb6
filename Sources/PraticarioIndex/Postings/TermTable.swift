/// Terms as bytes, one behind the other, each with its hash; by number from 0 on.
struct TermList: Sendable {
    private var bytes: [UInt8] = []
    /// Where each term begins, and where the last ends.
    private var offsets: [Int32] = [0]
    private var hashes: [UInt64] = []

    var count: Int { hashes.count }

    /// In bytes.
    var size: Int { bytes.count }

    subscript(number: Int) -> String {
        String(decoding: slice(number), as: UTF8.self)
    }

    func slice(_ number: Int) -> ArraySlice<UInt8> {
        bytes[Int(offsets[number])..<Int(offsets[number + 1])]
    }

    func hash(_ number: Int) -> UInt64 { hashes[number] }

    func forEach(_ body: (_ term: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            for number in hashes.indices {
                body(
                    UnsafeBufferPointer(rebasing: bytes[Int(offsets[number])..<Int(offsets[number + 1])]),
                    hashes[number])
            }
        }
    }

    /// Calls `body` with what gives the bytes of a term, valid only within the call.
    func withTerms(_ body: ((Int) -> UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            body { UnsafeBufferPointer(rebasing: bytes[Int(offsets[$0])..<Int(offsets[$0 + 1])]) }
        }
    }

    func isTerm(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(offsets[number])
        guard Int(offsets[number + 1]) - start == term.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<term.count where bytes[start + index] != term[index] { return false }
            return true
        }
    }

    mutating func append(_ term: UnsafeBufferPointer<UInt8>, hash: UInt64) {
        bytes.append(contentsOf: term)
        offsets.append(Int32(bytes.count))
        hashes.append(hash)
    }
}

/// Numbers terms as they are met, from 0 on, without making a string of each.
struct TermTable {
    private(set) var terms = TermList()
    /// By hash the number of a term, or -1; a power of two long, at most half full.
    private var slots: [Int32]

    /// - Parameter room: for as many terms, doubled, there is room at first; a power of two.
    init(room: Int = 1 << 12) {
        slots = [Int32](repeating: -1, count: room)
    }

    var count: Int { terms.count }

    mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
        number(of: term, hash: Self.hash(term))
    }

    /// - Parameter hash: the one that a table of terms gave the term.
    mutating func number(of term: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if terms.hash(number) == hash, terms.isTerm(number, term) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = count
        slots[slot] = Int32(number)
        terms.append(term, hash: hash)
        if count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for number in 0..<count {
            var slot = Int(truncatingIfNeeded: terms.hash(number)) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// FNV-1a, its upper half folded in: neighbours in a table should not be neighbours in the alphabet.
    @inline(__always)
    private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ hash >> 32
    }
}
