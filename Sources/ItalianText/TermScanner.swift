/// Finds the terms of a text in its raw bytes, without allocating for words that it met before.
///
/// Not safe to share between threads: make one for each.
package final class TermScanner {
    /// The exact form comes first and opens a position; the stems stand at the same one.
    package enum TermKind: Sendable {
        case exact, stem, variantStem
        /// The stem of what the word and those that hyphens join to it are as one: `antimafia` of `anti-mafia`.
        case closedStem
    }

    /// A word as the scanner sees it; the bytes live as long as the call that gets it.
    struct ScannedWord {
        var range: Range<Int>
        var form: [UInt8]
        var exact: [UInt8]
        var stem: [UInt8]?
        var variantStem: [UInt8]?
        var closedStem: [UInt8]?
        var joined: Int
    }

    private let rules: any LanguageRules
    private let stemmer: any WordStemmer
    private let cache: TermCache
    private var form: [UInt8] = []
    /// Of the word that `body` is called with; empty where no hyphen follows.
    private var closedStem: [UInt8] = []
    /// How many words that is.
    private(set) var joined = 1
    /// What goes beyond this is read over: it bounds what a text without spaces can cost.
    private static let wordLimit = 200

    package convenience init(_ analyzer: TextAnalyzer) {
        self.init(analyzer.rules)
    }

    init(_ rules: any LanguageRules) {
        self.rules = rules
        stemmer = rules.makeStemmer()
        // About as many words as a large archive has.
        cache = TermCache(size: 16_384)
    }

    /// Calls `emit` with each term's UTF-8 bytes, its kind and the bytes of the text it came from, in the order of the
    /// text; the bytes are valid during the call. `emit` returns whether to go on.
    package func scan(
        _ utf8: UnsafeBufferPointer<UInt8>, _ emit: (UnsafeBufferPointer<UInt8>, TermKind, Range<Int>) -> Bool
    ) {
        forEachWord(utf8) { terms, range in
            guard emit(terms.exact, .exact, range) else { return false }
            if !closedStem.isEmpty {
                guard closedStem.withUnsafeBufferPointer({ emit($0, .closedStem, range) }) else { return false }
            }
            if terms.stem.isEmpty { return true }
            guard emit(terms.stem, .stem, range) else { return false }
            return terms.variant.isEmpty || emit(terms.variant, .variantStem, range)
        }
    }

    /// As `scan`, word by word.
    func scanWords(_ utf8: UnsafeBufferPointer<UInt8>, _ body: (ScannedWord) -> Bool) {
        forEachWord(utf8) { terms, range in
            body(
                ScannedWord(
                    range: range, form: form, exact: Array(terms.exact),
                    stem: terms.stem.isEmpty ? nil : Array(terms.stem),
                    variantStem: terms.variant.isEmpty ? nil : Array(terms.variant),
                    closedStem: closedStem.isEmpty ? nil : closedStem, joined: closedStem.isEmpty ? 1 : joined))
        }
    }

    /// Finds the words; `form` is the form of the one that `body` is called with.
    @inline(__always)
    private func forEachWord(
        _ text: UnsafeBufferPointer<UInt8>, _ body: (_ terms: TermCache.Terms, _ range: Range<Int>) -> Bool
    ) {
        var position = 0
        /// Where the words end that hyphens join and that were looked at.
        var joinedEnd = 0
        while position < text.count {
            let (kind, length, _) = WordBoundary.scalar(in: text, at: position)
            guard kind == .letter || kind == .digit else {
                position += length
                continue
            }
            let start = position
            let (end, hash) = readWord(text, from: start)
            position = end
            closedStem.removeAll(keepingCapacity: true)
            if start >= joinedEnd, Hyphen.length(in: text, at: end) > 0 { joinedEnd = readJoined(text, from: end) }
            let apostrophe = Apostrophe.length(in: text, at: end)
            var ownHash = hash
            if apostrophe > 0 {
                let after = end + apostrophe
                let isBeforeLetter = after < text.count && WordBoundary.scalar(in: text, at: after).kind == .letter
                if isBeforeLetter, form.withUnsafeBufferPointer(rules.isElided) { continue }
                if !isBeforeLetter, let accented = rules.accented(String(decoding: form, as: UTF8.self)) {
                    form = Array(accented.utf8)
                    ownHash = Self.hash(form)
                }
            }
            guard body(cache.terms(of: form, hash: ownHash, make: terms), start..<end) else { return }
        }
    }

    /// Reads the words that hyphens join to the one in `form`, which ends at `start`, and stems what all are as one;
    /// returns where the last ends.
    private func readJoined(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let first = form
        defer { form = first }
        var closed = first
        var parts = 1
        var end = start
        while case let hyphen = Hyphen.length(in: text, at: end), hyphen > 0, end + hyphen < text.count,
            WordBoundary.scalar(in: text, at: end + hyphen).kind == .letter
        {
            end = readWord(text, from: end + hyphen).end
            closed += form
            parts += 1
        }
        let isWord = parts > 1 && parts <= 3 && closed.count <= 48 && !closed.contains { (0x30...0x39).contains($0) }
        if isWord {
            form = closed
            closedStem = terms().stem
            joined = parts
        }
        return end
    }

    /// Reads the word that begins at `start` into `form`, folded, and hashes it; returns where it ends.
    private func readWord(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, hash: UInt64) {
        form.removeAll(keepingCapacity: true)
        var hash = Self.hashSeed
        var position = start
        var isRare = false
        while position < text.count {
            let scalar = WordBoundary.scalar(in: text, at: position)
            guard scalar.kind != .none else { break }
            if scalar.isRare { isRare = true }
            if !isRare, form.count < Self.wordLimit {
                let byte = text[position]
                if scalar.length == 1 {
                    let lower = scalar.kind == .letter ? byte | 0x20 : byte
                    form.append(lower)
                    hash = Self.mix(hash, lower)
                } else {
                    let next = text[position + 1]
                    // À to Þ lie 0x20 below à to þ; ß and ÿ have no capital here.
                    let lower = next < 0x9F ? next + 0x20 : next
                    form.append(byte)
                    form.append(lower)
                    hash = Self.mix(Self.mix(hash, byte), lower)
                }
            }
            position += scalar.length
        }
        if isRare {
            let limit = min(position, start + Self.wordLimit * 4)
            let word = String(decoding: text[start..<limit], as: UTF8.self)
            form = Array(String(Folding.form(of: word).unicodeScalars.prefix(Self.wordLimit / 4)).utf8)
            hash = Self.hash(form)
        }
        return (position, hash)
    }

    /// The terms of `form`.
    private func terms() -> (exact: [UInt8], stem: [UInt8], variant: [UInt8]) {
        let base = Self.base(of: form)
        let exact = Self.exactMark + base
        guard !rules.isStopWord(String(decoding: form, as: UTF8.self)) else {
            return (exact, [], [])
        }
        let (stem, variant) = stemmer.stems(form: form, base: base)
        return (exact, stem, variant ?? [])
    }

    private static func base(of form: [UInt8]) -> [UInt8] {
        if form.allSatisfy({ $0 < 0x80 }) { return form }
        return Array(Folding.base(of: String(decoding: form, as: UTF8.self)).utf8)
    }

    /// U+E000, which no word contains.
    private static let exactMark: [UInt8] = [0xEE, 0x80, 0x80]

    // FNV-1a.
    private static let hashSeed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(hashSeed, mix)
    }
}
