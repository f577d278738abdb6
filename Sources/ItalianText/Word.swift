/// One word of a text and the terms it stands for.
package struct Word: Equatable, Sendable {
    /// UTF-8 offsets in the text that was scanned; an elided article is left out.
    package let range: Range<Int>
    /// Case folded and composed, accents kept: what a reader would recognise.
    package let form: String
    /// U+E000 and the form with its accents off; every word has one.
    package let exact: String
    /// What inflected forms of the word share; `nil` for a stop word.
    package let stem: String?
    /// The stem of the unaccented spelling where it is another one; for the index only, so that a question typed
    /// without accents finds the word.
    package let variantStem: String?
    /// The stem of what the word and those that hyphens join to it are as one, on the first of them: texts write
    /// `anti-mafia` and `antimafia`.
    package let closedStem: String?
    /// How many words those are, this one included; 1 where none is joined to it.
    package let joined: Int

    package var isStopWord: Bool { stem == nil }

    /// Whether it stands for a term: an exact form or a stem.
    package func stands(for term: String) -> Bool {
        exact == term || stem == term || variantStem == term || closedStem == term
    }
}
