/// Terms that must follow each other in a text. The last may be a prefix.
package struct TermPattern: Hashable, Sendable {
    package var terms: [String]
    package var isPrefix: Bool

    package init(_ terms: [String], isPrefix: Bool = false) {
        self.terms = terms
        self.isPrefix = isPrefix
    }
}

/// One thing to find: a word, a phrase or a prefix.
package struct QueryTerm: Hashable, Sendable {
    /// As typed.
    package var text: String
    /// What decides that a sheet matches, at full weight: stems, or exact forms for prefixes and stop words.
    package var pattern: TermPattern
    /// The exact forms, which add to the score of sheets that say it in the same words; `nil` where `pattern`
    /// is already exact.
    package var exactPattern: TermPattern?
    package var inTitle: Bool
    /// The codes of the territories that the words name: a sheet from there has the term in any case.
    package var territories: Set<String> = []
    /// Whether another spelling may be tried.
    package var mayBeCorrected = false
    package var role = Role.telling
    /// Whether it is a common word of somebody who speaks of themselves: that no sheet has it says little.
    package var isOwn = false

    /// What a term is to its question.
    package enum Role: Hashable, Sendable {
        /// It says what is asked for.
        case telling
        /// It only asks, see `TextAnalyzer.isAsking`.
        case asking
        /// It stands for a theme that several words name, or that is above one without sheets, or for one of the provinces
        /// of a name: nobody typed it.
        case broader
    }

    package init(text: String, pattern: TermPattern, exactPattern: TermPattern? = nil, inTitle: Bool = false) {
        self.text = text
        self.pattern = pattern
        self.exactPattern = exactPattern
        self.inTitle = inTitle
    }

    var patternCount: Int { exactPattern == nil ? 1 : 2 }

    package var patterns: [TermPattern] {
        [pattern] + [exactPattern].compactMap { $0 }
    }
}
