/// Texts as keys: under which names are compared, and what ids and file names are made of. The same in every language.
package enum TextKey {
    /// The key under which labels and names are compared: case folded, accents off, any apostrophe as `'`, runs of
    /// white space as one space, none at the ends.
    ///
    /// `TextKey.folded("Città  d’Este")  // "citta d'este"`
    package static func folded(_ text: String) -> String {
        var text = text
        var folded: [UInt8] = []
        text.withUTF8 { fold($0, into: &folded) }
        return String(decoding: folded, as: UTF8.self)
    }

    /// Likewise of a text in UTF-8, into an array whose memory is used again: for thousands of names that are gone through.
    package static func fold(_ text: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
        folded.removeAll(keepingCapacity: true)
        folded.reserveCapacity(text.count)
        if foldLatin(text, into: &folded) { return }
        folded.removeAll(keepingCapacity: true)
        for scalar in Folding.base(of: String(decoding: text, as: UTF8.self)).unicodeScalars {
            if scalar.properties.isWhitespace {
                if let last = folded.last, last != 0x20 { folded.append(0x20) }
            } else {
                folded.append(contentsOf: String(Apostrophe.all.contains(scalar) ? "'" : scalar).utf8)
            }
        }
        if folded.last == 0x20 { folded.removeLast() }
    }

    /// Vocabularies fold thousands of names at every start, and nearly all are of these letters; `false` for others.
    private static func foldLatin(_ text: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) -> Bool {
        var bytes = text.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case 0x09...0x0D, 0x20: if let last = folded.last, last != 0x20 { folded.append(0x20) }
            case 0x41...0x5A: folded.append(byte | 0x20)
            case 0x60: folded.append(0x27)
            case ..<0x80: folded.append(byte)
            case 0xC3:
                guard let next = bytes.next(), case let letter = accented[Int(next & 0x3F)], letter != 0x2E else {
                    return false
                }
                folded.append(letter)
            case 0xE2:
                guard bytes.next() == 0x80, bytes.next() == 0x99 else { return false }
                folded.append(0x27)
            default: return false
            }
        }
        if folded.last == 0x20 { folded.removeLast() }
        return true
    }

    /// U+00C0 to U+00FF without case and accent; a full stop for what is no letter with an accent.
    private static let accented = Array("aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y".utf8)

    /// Lower-case ASCII letters and digits with single hyphens between words, at most `limit` bytes, cut between
    /// words where it can be.
    ///
    /// `TextKey.slug("L'Aquila: città d'arte")  // "l-aquila-citta-d-arte"`
    package static func slug(_ text: String, limit: Int = 80) -> String {
        var slug: [UInt8] = []
        for byte in Folding.base(of: text).utf8 {
            if (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) {
                slug.append(byte)
            } else if let last = slug.last, last != 0x2D {
                slug.append(0x2D)
            }
        }
        if slug.count > limit {
            let cut = slug[..<(limit + 1)].lastIndex(of: 0x2D) ?? limit
            slug.removeSubrange((cut == 0 ? limit : cut)...)
        }
        while slug.last == 0x2D { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }
}
