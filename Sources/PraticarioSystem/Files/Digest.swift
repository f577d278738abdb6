/// A 64-bit digest of bytes (FNV-1a): to see that a file changed, not to defend against anyone.
package enum Digest {
    package static func of(_ bytes: [UInt8]) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }
}
