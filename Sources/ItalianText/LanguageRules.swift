/// What one language knows of its words; everything else about terms is the same for all, see `TermScanner`.
package protocol LanguageRules: Sendable {
    /// BCP 47. It names the rules where they are kept, so that no two have the same.
    var language: String { get }

    /// Whether a folded word, followed by an apostrophe and a letter, is to be dropped: `l'`, `dell'`.
    func isElided(_ form: UnsafeBufferPointer<UInt8>) -> Bool

    /// What a word typed with an apostrophe for its accent stands for: `citta'`; `nil` where there is no such word.
    func accented(_ form: String) -> String?

    /// Whether a folded word says nothing on its own, with its accents or without.
    func isStopWord(_ form: String) -> Bool

    /// The words that say nothing on their own, with their accents and without, in any order.
    var stopWords: [String] { get }

    /// Those of them with which people speak of themselves.
    var wordsOfOneself: Set<String> { get }

    /// Whether a word without accents is a common one of the language.
    func isCommon(_ base: String) -> Bool

    /// The common words, without accents, sorted by their bytes.
    var commonWords: [String] { get }

    /// The words that ask rather than tell what is asked for, without accents.
    var askingWords: Set<String> { get }

    /// What words cut short stand for, by their letters without accents and the full stop.
    var abbreviations: [String: String] { get }

    /// Whether a folded word is surely spelled right.
    func isListed(_ form: String) -> Bool

    /// Forms, without accents, whose term is listed rather than computed; sorted by form.
    var listedForms: [(form: String, term: String)] { get }

    /// The first two letters of the forms that begin otherwise than a term which is theirs, one pair behind the other, in
    /// ASCII: `va` for andare. All other forms of two letters or more begin with the first two of their term, accents aside.
    func otherBeginnings(ofFormsOf term: UnsafeBufferPointer<UInt8>) -> [UInt8]

    /// Changes whenever a list of words does.
    var digest: String { get }

    /// A text that exercises every rule: its terms tell one version of the rules from another.
    var probe: String { get }

    func makeStemmer() -> any WordStemmer
}

/// From a word's form to its stem. Not safe to share between threads.
package protocol WordStemmer: AnyObject {
    /// The stem of a folded form, given with its unaccented spelling, and the stem of that spelling where it differs. How they
    /// begin is bound by `LanguageRules.otherBeginnings`.
    func stems(form: [UInt8], base: [UInt8]) -> (stem: [UInt8], variant: [UInt8]?)
}
