/// How words begin that may have certain terms: a word that begins otherwise is passed over without a look at its terms.
///
/// Words of one letter, and those with a letter that is not ASCII among the first two, may always have them.
package struct WordBeginnings: Sendable {
    /// Of each first letter, in ASCII, the second ones: 64 in each half.
    private var seconds = [UInt64](repeating: 0, count: 2 * 128)

    /// - Parameter terms: exact forms without their mark, beginnings of such, and stems, in UTF-8.
    init(of terms: [[UInt8]], _ rules: any LanguageRules) {
        for term in terms {
            add(term[...])
            let others = term.withUnsafeBufferPointer { rules.otherBeginnings(ofFormsOf: $0) }
            for start in stride(from: 0, to: others.count, by: 2) { add(others[start...]) }
        }
    }

    private mutating func add(_ term: ArraySlice<UInt8>) {
        guard let first = term.first, first < 0x80 else { return }
        if let second = term.dropFirst().first, second < 0x80 {
            seconds[Self.place(first, second)] |= Self.bit(second)
        } else {
            seconds[Self.place(first, 0)] = .max
            seconds[Self.place(first, 64)] = .max
        }
    }

    /// Whether a word may have one of the terms.
    ///
    /// - Parameter form: folded, with its accents.
    @inline(__always)
    func mayBegin(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
        guard form.count > 1, form[0] < 0x80, form[1] < 0x80 else { return true }
        return seconds[Self.place(form[0], form[1])] & Self.bit(form[1]) != 0
    }

    @inline(__always)
    private static func place(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first) * 2 + Int(second >> 6)
    }

    @inline(__always)
    private static func bit(_ second: UInt8) -> UInt64 {
        1 << UInt64(second & 63)
    }
}
