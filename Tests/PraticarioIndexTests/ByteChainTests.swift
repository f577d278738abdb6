import TestSupport
import Testing

@testable import PraticarioIndex

/// Lists of terms grow side by side, each in blocks of its own.
@Suite struct ByteChainTests {
    @Test func `what was put into each is what is in it`() {
        var random = SeededGenerator(5)
        var chains = ByteChains()
        var grown = [ByteChains.Chain](repeating: ByteChains.Chain(), count: 40)
        var expected = [[UInt8]](repeating: [], count: grown.count)
        for _ in 0..<6_000 {
            // Few of them get most, as terms do.
            let number = Int.random(in: 0..<grown.count, using: &random) % Int.random(in: 1...40, using: &random)
            let count =
                random.chance(0.02) ? Int.random(in: 0...9_000, using: &random) : Int.random(in: 0...30, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            bytes.withUnsafeBufferPointer { chains.append($0, to: &grown[number]) }
            let step = Int.random(in: 0...100_000, using: &random)
            chains.append(step, to: &grown[number])
            expected[number] += bytes
            Varint.append(step, to: &expected[number])
        }
        for (chain, bytes) in zip(grown, expected) { #expect(chains.bytes(of: chain) == bytes) }
        #expect(chains.size >= expected.map(\.count).reduce(0, +))
    }

    @Test func `places are those that were put into a chunk`() {
        let places = [(0, 0), (0, 1), (0, 300), (1, 0), (5, 0), (5, 2), (5, 70_000), (5, 1 << 24)].map {
            Place(field: $0.0, word: $0.1)
        }
        var bytes: [UInt8] = []
        var last: Place?
        for place in places {
            PlaceChunk.append(place, behind: last, to: &bytes)
            last = place
        }
        #expect(decoded(bytes) == places.map(\.packed))
        // The commonest take a byte or two.
        #expect(bytes.count == 14)
        // Half a number, and a field that no document has.
        #expect(decoded([0x80]) == nil && decoded([0x07, 0x07]) == nil)
    }

    private func decoded(_ bytes: [UInt8]) -> [UInt32]? {
        var isSound = false
        let places = [UInt32](unsafeUninitializedCapacity: bytes.count) { places, count in
            isSound = bytes.withUnsafeBufferPointer { PlaceChunk.decode($0, into: places, &count) }
        }
        return isSound ? places : nil
    }
}
