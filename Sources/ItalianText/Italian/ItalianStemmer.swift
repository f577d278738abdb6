import CSnowball

/// From a word's form to its stem: the lexicon if the form is there, else Snowball's Italian stemmer, accents off.
///
/// Not safe to share between threads: the stemmer keeps its result in a buffer of its own.
final class ItalianStemmer: WordStemmer {
    private let snowball: OpaquePointer
    /// A longer word is no Italian word: it is its own stem.
    private static let limit = 64
    /// No Italian word ends so, cut short or not: what does is a name, letters of a name or a word from elsewhere, has one form
    /// and shares no stem with Italian ones: GIT is no gita, test no testa.
    private static let foreignEndings = Set("bcdfgkpqstvxz".utf8)
    /// U+E001, which no word contains.
    private static let foreignMark: [UInt8] = [0xEE, 0x80, 0x81]

    init() {
        guard let snowball = sb_stemmer_new("italian", "UTF_8") else {
            preconditionFailure("libstemmer has no Italian stemmer")
        }
        self.snowball = snowball
    }

    deinit {
        sb_stemmer_delete(snowball)
    }

    package func stems(form: [UInt8], base: [UInt8]) -> (stem: [UInt8], variant: [UInt8]?) {
        let stem = stem(form, base: base)
        // `unita` typed for `unità` is found by its exact form: a variant would join unità with the family of unito.
        guard form != base, base.withUnsafeBufferPointer(Lexicon.term) == nil else { return (stem, nil) }
        let variant = self.stem(base, base: base)
        return (stem, variant == stem ? nil : variant)
    }

    private func stem(_ form: [UInt8], base: [UInt8]) -> [UInt8] {
        guard form.count <= Self.limit, !form.contains(where: { (0x30...0x39).contains($0) }) else { return base }
        return form.withUnsafeBufferPointer { bytes in
            if let term = Lexicon.term(of: bytes) { return Array(term) }
            if let last = base.last, Self.foreignEndings.contains(last) { return base + Self.foreignMark }
            guard let result = sb_stemmer_stem(snowball, bytes.baseAddress, CInt(bytes.count)) else { return base }
            let stem = UnsafeBufferPointer(start: result, count: Int(sb_stemmer_length(snowball)))
            if stem.allSatisfy({ $0 < 0x80 }) { return Array(stem) }
            return Array(Folding.base(of: String(decoding: stem, as: UTF8.self)).utf8)
        }
    }
}
