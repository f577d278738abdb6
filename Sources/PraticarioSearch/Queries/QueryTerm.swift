/// Terms that must follow each other in a text. The last may be a prefix.
public struct TermPattern: Hashable, Sendable {
    public var terms: [String]
    public var isPrefix: Bool

    public init(_ terms: [String], isPrefix: Bool = false) {
        self.terms = terms
        self.isPrefix = isPrefix
    }
}

/// One thing to find: a word, a phrase or a prefix.
public struct QueryTerm: Hashable, Sendable {
    /// As typed.
    public var text: String
    /// What decides that a sheet matches, at full weight: stems, or exact forms for prefixes and stop words.
    public var pattern: TermPattern
    /// The exact forms, which add to the score of sheets that say it in the same words; `nil` where `pattern`
    /// is already exact.
    public var exactPattern: TermPattern?
    public var inTitle: Bool
    /// The positions of the territories that the words name: a sheet from there has the term in any case.
    public var territories: Set<Int32> = []
    /// Whether another spelling may be tried.
    public var mayBeCorrected = false

    public init(text: String, pattern: TermPattern, exactPattern: TermPattern? = nil, inTitle: Bool = false) {
        self.text = text
        self.pattern = pattern
        self.exactPattern = exactPattern
        self.inTitle = inTitle
    }

    var patternCount: Int { exactPattern == nil ? 1 : 2 }

    public var patterns: [TermPattern] {
        [pattern] + [exactPattern].compactMap { $0 }
    }
}
