import ItalianText
import PraticarioCorpus

/// "Forse cercavi": another spelling for a word that no sheet has.
///
/// Candidates are the words of the sheets that become equal to the typed one when at most one letter is taken out of
/// each (the symmetric deletes of Garbe's SymSpell): that is every word one edit away, and some two away.
package enum Spelling {
    /// Shorter words have too many neighbours to guess among.
    static let shortestWord = 4
    static let longestWord = 24
    /// From this length on two edits may be a slip.
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

    /// The word and all that it becomes when one letter is taken out. Empty for what is never corrected.
    package static func deletions(of word: String) -> Set<String> {
        guard isCandidate(word) else { return [] }
        let letters = Array(word)
        return Set(letters.indices.map { String(letters[..<$0] + letters[($0 + 1)...]) }).union([word])
    }

    /// The best candidate: fewest edits, then most sheets, then the bytes of the word. `nil` says nothing rather than
    /// something silly.
    static func best(for word: String, among candidates: [Candidate]) -> String? {
        let limit = word.count >= longWord ? 2 : 1
        let typed = Array(word.utf8)
        let ranked = candidates.filter { $0.sheets > 0 && $0.word != word }.map { candidate in
            (edits: Suggestion.editDistance(typed, Array(candidate.word.utf8)), candidate: candidate)
        }.filter { $0.edits <= limit }
        return ranked.min { a, b in
            if a.edits != b.edits { return a.edits < b.edits }
            if a.candidate.sheets != b.candidate.sheets { return a.candidate.sheets > b.candidate.sheets }
            return a.candidate.word.utf8.lexicographicallyPrecedes(b.candidate.word.utf8)
        }?.candidate.word
    }

    /// Replaces the words that no sheet has, where there is something better. Words of our families are spelled right,
    /// quoted ones are meant as they are.
    package static func correct(_ query: ResolvedQuery, in archive: some Archive) throws -> ResolvedQuery {
        var query = query
        let analyzer = archive.values.vocabularies.analyzer
        for (index, term) in query.terms.enumerated() where term.mayBeCorrected {
            guard let word = analyzer.words(in: term.text).first, !analyzer.isListed(word.form) else { continue }
            let base = String(word.exact.unicodeScalars.dropFirst())
            let deletions = deletions(of: base)
            guard !deletions.isEmpty, try !archive.isKnown(term) else { continue }
            guard let replacement = best(for: base, among: try archive.spellings(sharing: deletions)) else { continue }
            guard let found = analyzer.words(in: replacement).first, let stem = found.stem else { continue }
            query.terms[index].pattern = TermPattern([stem])
            query.terms[index].exactPattern = TermPattern([found.exact])
            query.understood.corrections.append(
                SpellingCorrection(typed: term.text, replacement: replacement))
        }
        return query
    }
}
