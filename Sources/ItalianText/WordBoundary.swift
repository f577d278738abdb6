/// Which characters words are made of: letters and digits of any script, and the marks that follow them. Private use
/// characters separate words, so that no text can pretend to be one of our terms.
enum WordBoundary {
    enum Kind {
        case letter, digit, mark, none
    }

    /// The scalar that begins at `position`: its kind, its length in bytes, and whether it lies outside ASCII and the
    /// letters of Latin-1. A byte that is not UTF-8 separates words.
    @inline(__always)
    static func scalar(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (kind: Kind, length: Int, isRare: Bool)
    {
        let byte = text[position]
        if byte < 0x80 {
            if (0x61...0x7A).contains(byte | 0x20) { return (.letter, 1, false) }
            return ((0x30...0x39).contains(byte) ? .digit : .none, 1, false)
        }
        if byte == 0xC3, position + 1 < text.count {
            let next = text[position + 1]
            // The multiplication and division signs are no letters.
            if (0x80...0xBF).contains(next) { return (next == 0x97 || next == 0xB7 ? .none : .letter, 2, false) }
        }
        return rareScalar(in: text, at: position)
    }

    @inline(never)
    private static func rareScalar(
        in text: UnsafeBufferPointer<UInt8>, at position: Int
    ) -> (kind: Kind, length: Int, isRare: Bool) {
        guard let (scalar, length) = decode(text, position) else { return (.none, 1, true) }
        if scalar.value < 0x100 || Apostrophe.all.contains(scalar) { return (.none, length, true) }
        let kind: Kind =
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: .letter
            case .decimalNumber, .letterNumber, .otherNumber: .digit
            case .nonspacingMark, .spacingMark, .enclosingMark: .mark
            default: .none
            }
        return (kind, length, true)
    }

    private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> (Unicode.Scalar, Int)? {
        let first = text[position]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, position + length <= text.count else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length {
            let byte = text[position + index]
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard value >= (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80) else { return nil }
        return Unicode.Scalar(value).map { ($0, length) }
    }
}
