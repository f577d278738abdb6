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
    /// How many words the closed stem stands for that was told last.
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
    ///
    /// - Parameter beginnings: of the words that are wanted; others have an empty exact form and no stem. Closed stems are told in any case:
    ///   they begin as the first of their words does, but for those of families.
    package func scan(
        _ utf8: UnsafeBufferPointer<UInt8>, wanted beginnings: WordBeginnings? = nil,
        _ emit: (UnsafeBufferPointer<UInt8>, TermKind, Range<Int>) -> Bool
    ) {
        forEachWord(utf8, wanted: beginnings) { _, terms, closedStem, range in
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
        forEachWord(utf8, wanted: nil) { form, terms, closedStem, range in
            body(
                ScannedWord(
                    range: range, form: Array(form), exact: Array(terms.exact),
                    stem: terms.stem.isEmpty ? nil : Array(terms.stem),
                    variantStem: terms.variant.isEmpty ? nil : Array(terms.variant),
                    closedStem: closedStem.isEmpty ? nil : closedStem, joined: closedStem.isEmpty ? 1 : joined))
        }
    }

    /// A word as it was read, folded: in memory that is its reader's alone, for one is read after the other.
    private struct Form {
        private let bytes: UnsafeMutableBufferPointer<UInt8>
        private(set) var count = 0
        private(set) var hash = TermScanner.hashSeed

        init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
            self.bytes = bytes
        }

        var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes)[..<count]) }

        mutating func clear() {
            count = 0
            hash = TermScanner.hashSeed
        }

        @inline(__always)
        mutating func append(_ byte: UInt8) {
            bytes[count] = byte
            count += 1
            hash = TermScanner.mix(hash, byte)
        }

        mutating func replace(with text: String) {
            clear()
            for byte in text.utf8.prefix(bytes.count) { append(byte) }
        }
    }

    /// Finds the words. `body` gets each with its terms and, where hyphens join it to those that follow, the stem of all as
    /// one, else nothing.
    @inline(__always)
    private func forEachWord(
        _ text: UnsafeBufferPointer<UInt8>, wanted beginnings: WordBeginnings?,
        _ body: (
            _ form: UnsafeBufferPointer<UInt8>, _ terms: TermCache.Terms, _ closedStem: [UInt8], _ range: Range<Int>
        ) -> Bool
    ) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.wordLimit + 2) { memory in
            var form = Form(memory)
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
                let end = Self.readWord(text, from: start, &form)
                position = end
                var closedStem: [UInt8] = []
                if start >= joinedEnd, Hyphen.length(in: text, at: end) > 0 {
                    (joinedEnd, closedStem) = readJoined(text, behind: form.buffer, from: end)
                }
                let apostrophe = Apostrophe.length(in: text, at: end)
                if apostrophe > 0 {
                    let after = end + apostrophe
                    let isBeforeLetter = after < text.count && WordBoundary.scalar(in: text, at: after).kind == .letter
                    if isBeforeLetter, rules.isElided(form.buffer) { continue }
                    if !isBeforeLetter, let accented = rules.accented(String(decoding: form.buffer, as: UTF8.self)) {
                        form.replace(with: accented)
                    }
                }
                let isWanted = beginnings.map { $0.mayBegin(form.buffer) } ?? true
                let terms = isWanted ? cache.terms(of: form.buffer, hash: form.hash, make: makeTerms) : .none
                guard body(form.buffer, terms, closedStem, start..<end) else { return }
            }
        }
    }

    /// Reads the words that hyphens join to the first one, which ends at `start`, and stems what all are as one; returns
    /// where the last ends.
    private func readJoined(
        _ text: UnsafeBufferPointer<UInt8>, behind first: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (end: Int, closedStem: [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.wordLimit + 2) { memory in
            var form = Form(memory)
            var closed = Array(first)
            var parts = 1
            var end = start
            while case let hyphen = Hyphen.length(in: text, at: end), hyphen > 0, end + hyphen < text.count,
                WordBoundary.scalar(in: text, at: end + hyphen).kind == .letter
            {
                end = Self.readWord(text, from: end + hyphen, &form)
                closed += form.buffer
                parts += 1
            }
            guard parts > 1, parts <= 3, closed.count <= 48, !closed.contains(where: { (0x30...0x39).contains($0) })
            else { return (end, []) }
            joined = parts
            return (end, closed.withUnsafeBufferPointer(makeTerms).stem)
        }
    }

    /// Reads the word that begins at `start` into `form`, folded; returns where it ends.
    private static func readWord(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ form: inout Form) -> Int {
        form.clear()
        var position = start
        var isRare = false
        while position < text.count {
            let scalar = WordBoundary.scalar(in: text, at: position)
            guard scalar.kind != .none else { break }
            if scalar.isRare { isRare = true }
            if !isRare, form.count < wordLimit {
                let byte = text[position]
                if scalar.length == 1 {
                    form.append(scalar.kind == .letter ? byte | 0x20 : byte)
                } else {
                    let next = text[position + 1]
                    form.append(byte)
                    // À to Þ lie 0x20 below à to þ; ß and ÿ have no capital here.
                    form.append(next < 0x9F ? next + 0x20 : next)
                }
            }
            position += scalar.length
        }
        if isRare {
            let limit = min(position, start + wordLimit * 4)
            let word = String(decoding: text[start..<limit], as: UTF8.self)
            form.replace(with: String(Folding.form(of: word).unicodeScalars.prefix(wordLimit / 4)))
        }
        return position
    }

    /// The terms of a form.
    private func makeTerms(_ form: UnsafeBufferPointer<UInt8>) -> (exact: [UInt8], stem: [UInt8], variant: [UInt8]) {
        let form = Array(form)
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
    static let exactMark: [UInt8] = [0xEE, 0x80, 0x80]

    // FNV-1a.
    private static let hashSeed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}
