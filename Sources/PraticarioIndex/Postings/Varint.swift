/// Numbers in as few bytes as they need, seven bits each, the lowest first (LEB128).
enum Varint {
    @inline(__always)
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// The number at `position`, which goes behind it; `nil` where it does not end within the bytes or is no 32-bit one.
    @inline(__always)
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Int? {
        if position + 1 < bytes.count {
            // Whether a number has one byte or two is anybody's guess, the processor's too: so nothing branches on it.
            let (low, high) = (Int(bytes[position]), Int(bytes[position + 1]))
            let goesOn = low >> 7
            if goesOn & (high >> 7) == 0 {
                position += 1 + goesOn
                return low & 0x7F | (high << 7) & -goesOn
            }
        }
        var number = 0
        var shift = 0
        while position < bytes.count, shift < 35 {
            let byte = bytes[position]
            position += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number <= Int(Int32.max) ? number : nil }
            shift += 7
        }
        return nil
    }
}
