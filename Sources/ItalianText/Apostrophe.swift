/// The characters that people type for an apostrophe.
enum Apostrophe {
    static let all: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{2018}", "\u{02BC}", "\u{00B4}", "`"]

    /// The number of bytes of an apostrophe that begins at `position`; 0 when there is none.
    static func length(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        guard position < text.count else { return 0 }
        switch text[position] {
        case 0x27, 0x60: return 1
        case 0xCA: return position + 1 < text.count && text[position + 1] == 0xBC ? 2 : 0
        case 0xC2: return position + 1 < text.count && text[position + 1] == 0xB4 ? 2 : 0
        case 0xE2:
            guard position + 2 < text.count, text[position + 1] == 0x80 else { return 0 }
            return text[position + 2] == 0x99 || text[position + 2] == 0x98 ? 3 : 0
        default: return 0
        }
    }
}
