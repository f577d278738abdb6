/// The hyphens that join words: that of keyboards, U+2010 and the one that does not break, U+2011.
enum Hyphen {
    /// How many bytes a hyphen takes that stands at `position`; 0 for anything else.
    @inline(__always)
    static func length(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        guard position < text.count else { return 0 }
        if text[position] == 0x2D { return 1 }
        guard text[position] == 0xE2, position + 2 < text.count, text[position + 1] == 0x80 else { return 0 }
        return text[position + 2] == 0x90 || text[position + 2] == 0x91 ? 3 : 0
    }

    /// Whether a text is nothing but one hyphen.
    static func isHyphen(_ text: some StringProtocol) -> Bool {
        text == "-" || text == "\u{2010}" || text == "\u{2011}"
    }
}
