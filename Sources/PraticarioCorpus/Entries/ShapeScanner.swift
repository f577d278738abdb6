/// Goes over the bytes of a text to find the shapes of numbers and addresses, each of them of bounded length.
struct ShapeScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        (self.bytes, self.position) = (bytes, position)
    }

    /// `333 123 4567`
    mutating func mobile() -> Bool {
        guard takes(1, { $0 == UInt8(ascii: "3") }), takes(2, Self.isDigit) else { return false }
        skipOne(of: " .-/")
        guard takes(3, Self.isDigit) else { return false }
        skipOne(of: " .-")
        guard takes(3, Self.isDigit) else { return false }
        _ = takes(1, Self.isDigit)
        return true
    }

    /// `RSSMRA80A01H501U`
    mutating func taxCode() -> Bool {
        takes(6, Self.isLetter) && takes(2, Self.isDigit) && takes(1, Self.isMonth) && takes(2, Self.isDigit)
            && takes(1, Self.isLetter) && takes(3, Self.isDigit) && takes(1, Self.isLetter)
    }

    /// `IT60 X054 2811 1010 0000 0123 456`
    mutating func iban() -> Bool {
        guard takes(1, { $0 | 0x20 == UInt8(ascii: "i") }), takes(1, { $0 | 0x20 == UInt8(ascii: "t") }),
            takes(2, Self.isDigit)
        else { return false }
        skipOne(of: " ")
        guard takes(1, Self.isLetter) else { return false }
        for _ in 0..<22 {
            skipOne(of: " ")
            guard takes(1, { Self.isLetter($0) || Self.isDigit($0) }) else { return false }
        }
        return true
    }

    /// Whether what was read is not the beginning of a longer word or number.
    var endsWord: Bool {
        position == bytes.count
            || !(Self.isLetter(bytes[position]) || Self.isDigit(bytes[position])
                || bytes[position] == UInt8(ascii: "_"))
    }

    /// Whether what follows this byte belongs to it: a word, a number, the path of a web address.
    static func continues(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "_/.-=".utf8.contains(byte)
    }

    /// The e-mail address around an `@`; `nil` where there is none. Neither side is longer than RFC 5321 allows.
    static func address(around at: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var start = at
        while start > 0, isLocal(bytes[start - 1]) {
            start -= 1
            if at - start > 64 { return nil }
        }
        var end = at + 1
        var dots = 0
        while end < bytes.count {
            let isDot = bytes[end] == UInt8(ascii: ".")
            guard
                isDot
                    ? isHost(bytes[end - 1]) && end + 1 < bytes.count && isHost(bytes[end + 1]) : isHost(bytes[end])
            else { break }
            if isDot { dots += 1 }
            end += 1
            if end - at > 255 { return nil }
        }
        return start < at && dots > 0 ? start..<end : nil
    }

    // MARK: Bytes

    private mutating func takes(_ count: Int, _ isRight: (UInt8) -> Bool) -> Bool {
        guard position + count <= bytes.count, bytes[position..<(position + count)].allSatisfy(isRight) else {
            return false
        }
        position += count
        return true
    }

    private mutating func skipOne(of separators: StaticString) {
        guard position < bytes.count else { return }
        let byte = bytes[position]
        if separators.withUTF8Buffer({ $0.contains(byte) }) { position += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isMonth(_ byte: UInt8) -> Bool { "abcdehlmprst".utf8.contains(byte | 0x20) }
    private static func isHost(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") }
    private static func isLocal(_ byte: UInt8) -> Bool { isHost(byte) || "._%+".utf8.contains(byte) }
}
