import ItalianText
import PraticarioCorpus

/// "Forse cercavi": another spelling for a word that no sheet has.
///
/// Candidates are the words of the sheets one edit away; for a long word where there is none, those two edits away that
/// begin with the same letter.
package enum Spelling {
    /// Shorter words have too many neighbours to guess among.
    static let shortestWord = 4
    static let longestWord = 24
    /// From this length on, in letters, two edits may be slips.
    private static let longWord = 8

    /// A word of the sheets, accents off, and how many have it.
    package struct Candidate: Hashable, Sendable {
        package var word: String
        package var sheets: Int

        package init(word: String, sheets: Int) {
            self.word = word
            self.sheets = sheets
        }
    }

    /// Whether a word, accents off, can be a misspelled one or its correction: letters only, neither short nor endless.
    static func isCandidate(_ word: some StringProtocol) -> Bool {
        let bytes = word.utf8
        // Nearly all words are ASCII, whose bytes are their letters.
        if bytes.allSatisfy({ (0x61...0x7A).contains($0) }) {
            return (shortestWord...longestWord).contains(bytes.count)
        }
        return (shortestWord...longestWord).contains(word.count) && word.allSatisfy(\.isLetter)
    }

    /// The word and all that it becomes when one letter is taken out: two words one edit apart have one of these in common
    /// (the symmetric deletes of Garbe's SymSpell). Empty for what is never corrected.
    package static func deletions(of word: String) -> Set<String> {
        guard isCandidate(word) else { return [] }
        let bytes = Array(word.utf8)
        if bytes.allSatisfy({ $0 < 0x80 }) {
            // Of a letter and the same one behind it either may be taken out.
            let places = bytes.indices.filter { $0 == 0 || bytes[$0] != bytes[$0 - 1] }
            return Set(places.map { String(decoding: bytes[..<$0] + bytes[($0 + 1)...], as: UTF8.self) } + [word])
        }
        let letters = Array(word)
        return Set(letters.indices.map { String(letters[..<$0] + letters[($0 + 1)...]) }).union([word])
    }

    /// Whether a word can be another one with slips: one edit, or two where the first letter is the same. Both without
    /// accents.
    package static func isNear(_ a: String, _ b: String, within edits: Int) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a != b, abs(a.count - b.count) <= edits else { return false }
        return edits == 1 || a.first == b.first ? Suggestion.editDistance(a, b) <= edits : false
    }

    /// The best candidate: most sheets, then the bytes of the word.
    private static func best(among candidates: [Candidate]) -> String? {
        candidates.filter { $0.sheets > 0 }.min { a, b in
            a.sheets != b.sheets ? a.sheets > b.sheets : a.word.utf8.lexicographicallyPrecedes(b.word.utf8)
        }?.word
    }

    /// Another spelling for a word that no sheet has, accents off; `nil` says nothing rather than something silly.
    private static func replacement(for word: String, in archive: some Archive) throws -> String? {
        guard isCandidate(word) else { return nil }
        if let best = best(among: try archive.spellings(near: word, within: 1)) { return best }
        guard word.utf8.count >= longWord else { return nil }
        return best(among: try archive.spellings(near: word, within: 2))
    }

    /// Replaces the words that no sheet has, where there is something better. Words of the language, names of territories
    /// and of networks are spelled right, quoted ones are meant as they are.
    package static func correct(_ query: ResolvedQuery, in archive: some Archive) throws -> ResolvedQuery {
        var query = query
        let analyzer = archive.values.vocabularies.analyzer
        for (index, term) in query.terms.enumerated() where term.mayBeCorrected {
            guard let word = analyzer.words(in: term.text).first, !isRight(word.form, archive.values) else { continue }
            let base = String(word.exact.unicodeScalars.dropFirst())
            guard try !archive.isKnown(term), !archive.values.vocabularies.labelWords.contains(base),
                let replacement = try replacement(for: base, in: archive),
                let found = analyzer.words(in: replacement).first, let stem = found.stem
            else { continue }
            query.terms[index].pattern = TermPattern([stem])
            query.terms[index].exactPattern = TermPattern([found.exact])
            query.understood.corrections.append(
                SpellingCorrection(typed: term.text, replacement: replacement))
        }
        return query
    }

    /// Whether a word, as typed, is a word of the language or a name.
    static func isRight(_ form: String, _ values: FacetValues) -> Bool {
        let analyzer = values.vocabularies.analyzer
        return analyzer.isListed(form) || analyzer.isCommon(form)
            || !values.vocabularies.territories.positions(named: form).isEmpty
    }
}
