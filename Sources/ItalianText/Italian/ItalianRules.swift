/// What is known of Italian: elision, accents typed as apostrophes, stop words, words that ask, abbreviations, common words, word families and
/// Snowball's stemmer.
struct ItalianRules: LanguageRules {
    var language: String { "it" }

    func isElided(_ form: UnsafeBufferPointer<UInt8>) -> Bool { Elision.isElided(form) }

    func accented(_ form: String) -> String? { TruncatedAccent.accented(form) }

    func isStopWord(_ form: String) -> Bool { StopWords.all.contains(form) }

    var stopWords: [String] { Array(StopWords.all) }

    var wordsOfOneself: Set<String> { StopWords.ofOneself }

    func isListed(_ form: String) -> Bool {
        var form = form
        return form.withUTF8 { Lexicon.term(of: $0) != nil }
    }

    func isCommon(_ base: String) -> Bool {
        var base = base
        return base.withUTF8 { Self.commonWords.rest(ofLineFor: $0) != nil }
    }

    private static let commonWords = SortedLines(CommonWordsTable.lines)

    var commonWords: [String] { CommonWordsTable.lines.description.split(separator: "\n").map(String.init) }

    var askingWords: Set<String> { AskingWords.all }

    var abbreviations: [String: String] { Abbreviations.all }

    var listedForms: [(form: String, term: String)] {
        LexiconTable.lines.description.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            return words.count == 2 && words[0].utf8.allSatisfy({ $0 < 0x80 })
                ? (String(words[0]), String(words[1])) : nil
        }
    }

    func otherBeginnings(ofFormsOf term: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        Lexicon.otherBeginnings(ofFormsOf: term).map(Array.init) ?? []
    }

    var digest: String {
        let lists = [StopWords.list, AskingWords.list, Abbreviations.list, TruncatedAccent.words]
        return LexiconTable.digest + " " + TextDigest.of(lists)
    }

    var probe: String {
        """
        L'accoglienza nell’università di CITTÀ, la comunita' e i comuni; perche' gli anziani dell'orto sociale
        trovassero lavorando le cooperative, i carceri, i beni confiscati, R&S, 50+, e\u{300} già dopo-scuola: volontariato,
        organizzazioni, partecipazione, gestivano, inclusione, disabilità, quartieri, associazioni, formazione, rete.
        """
    }

    func makeStemmer() -> any WordStemmer { ItalianStemmer() }
}
