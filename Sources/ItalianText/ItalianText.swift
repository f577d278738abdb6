/// What a term is: the one definition that the index, the query and the plain search share.
package enum ItalianText {
    /// The words of a text, in its order.
    ///
    /// ```swift
    /// ItalianText.words(in: "L’accoglienza degli anziani").map(\.form)   // ["accoglienza", "degli", "anziani"]
    /// ItalianText.words(in: "anziani").first?.stem == ItalianText.words(in: "anziano").first?.stem  // true
    /// ```
    package static func words(in text: String) -> [Word] {
        var text = text
        return text.withUTF8 { bytes in
            var words: [Word] = []
            let scanner = ScannerPool.take()
            defer { ScannerPool.giveBack(scanner) }
            scanner.scanWords(bytes) { word in
                words.append(
                    Word(
                        range: word.range, form: String(decoding: word.form, as: UTF8.self),
                        exact: String(decoding: word.exact, as: UTF8.self),
                        stem: word.stem.map { String(decoding: $0, as: UTF8.self) },
                        variantStem: word.variantStem.map { String(decoding: $0, as: UTF8.self) }))
                return true
            }
            return words
        }
    }

    /// The key under which labels and names are compared: case folded, accents off, any apostrophe as `'`, runs of
    /// white space as one space, none at the ends.
    ///
    /// `ItalianText.folded("Città  d’Este")  // "citta d'este"`
    package static func folded(_ text: String) -> String {
        if let folded = foldedLatin(text) { return folded }
        var folded = ""
        folded.reserveCapacity(text.utf8.count)
        for scalar in Folding.base(of: text).unicodeScalars {
            if scalar.properties.isWhitespace {
                if folded.utf8.last != 0x20, !folded.isEmpty { folded.append(" ") }
            } else {
                folded.unicodeScalars.append(Apostrophe.all.contains(scalar) ? "'" : scalar)
            }
        }
        if folded.utf8.last == 0x20 { folded.removeLast() }
        return folded
    }

    /// Vocabularies fold thousands of names at every start, and nearly all are of these letters; `nil` for others.
    private static func foldedLatin(_ text: String) -> String? {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case 0x09...0x0D, 0x20: if let last = folded.last, last != 0x20 { folded.append(0x20) }
            case 0x41...0x5A: folded.append(byte | 0x20)
            case 0x60: folded.append(0x27)
            case ..<0x80: folded.append(byte)
            case 0xC3:
                guard let next = bytes.next(), case let letter = accented[Int(next & 0x3F)], letter != 0x2E else {
                    return nil
                }
                folded.append(letter)
            case 0xE2:
                guard bytes.next() == 0x80, bytes.next() == 0x99 else { return nil }
                folded.append(0x27)
            default: return nil
            }
        }
        if folded.last == 0x20 { folded.removeLast() }
        return String(decoding: folded, as: UTF8.self)
    }

    /// U+00C0 to U+00FF without case and accent; a full stop for what is no letter with an accent.
    private static let accented = Array("aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y".utf8)

    /// Lower-case ASCII letters and digits with single hyphens between words, at most `limit` bytes, cut between
    /// words where it can be.
    ///
    /// `ItalianText.slug("L'Aquila: città d'arte")  // "l-aquila-citta-d-arte"`
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

    /// Whether a form, folded or accented, is in a word family: then it is surely spelled right.
    ///
    /// `ItalianText.isListed("anziani")  // true`
    package static func isListed(_ form: String) -> Bool {
        var form = form
        return form.withUTF8 { Lexicon.term(of: $0) != nil }
    }

    /// All forms that the word families list, without accents, and the term of each; sorted by form.
    package static var listedForms: [(form: String, term: String)] {
        LexiconTable.lines.description.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            return words.count == 2 && words[0].utf8.allSatisfy({ $0 < 0x80 })
                ? (String(words[0]), String(words[1])) : nil
        }
    }

    /// The words that say nothing on their own, without accents.
    package static var stopWords: [String] {
        StopWords.all.map(Folding.base)
    }

    /// A digest of the terms of a text that exercises every rule: another stemmer or lexicon gives another one, and
    /// an index made with it must be made anew.
    package static let fingerprint: String = {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for word in words(in: probe) {
            let terms = [word.exact, word.stem ?? "", word.variantStem ?? ""].joined(separator: " ")
            for byte in terms.utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        return String(hash, radix: 16) + LexiconTable.digest
    }()

    private static let probe = """
        L'accoglienza nell’università di CITTÀ, la comunita' e i comuni; perche' gli anziani dell'orto sociale
        trovassero lavorando le cooperative, i carceri, i beni confiscati, R&S, 50+, e\u{300} già dopo-scuola: volontariato,
        organizzazioni, partecipazione, gestivano, inclusione, disabilità, quartieri, associazioni, formazione, rete.
        """
}
