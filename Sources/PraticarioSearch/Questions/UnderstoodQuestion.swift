public import PraticarioCorpus
public import PraticarioSystem

/// How a question was understood.
public struct UnderstoodQuestion: Codable, Hashable, Sendable {
    /// In the query language.
    public var text = ""
    /// How many things are to be found: words, phrases, beginnings of words.
    public var wordCount = 0
    /// The facets that its filters narrow.
    public var filteredFacets: Set<Facet> = []
    /// What was recognised among the words, and the filter that would narrow the answer to it.
    public var recognized: [RecognizedValue] = []
    /// Words that were searched in another spelling, because no sheet has them.
    public var corrections: [SpellingCorrection] = []
    /// What no sheet has, as typed: words, phrases, beginnings of words; neither territories nor words that only ask, nor
    /// common words where somebody tells a need of their own.
    public var absent: [String] = []
    /// What was ambiguous and how it was taken.
    public var notes: [LocalizedText] = []
    /// What was not understood; it was searched as words.
    public var diagnostics: [Diagnostic] = []
}

/// A territory or a theme that words name. It never filters by itself.
public struct RecognizedValue: Codable, Hashable, Sendable {
    /// Of what it is a value.
    public var facet: Facet
    /// As typed.
    public var text: String
    /// The keys of what it stands for.
    public var keys: [String]
    /// In the query language: `territorio:molise`.
    public var filter: String
}

/// A word that was replaced.
public struct SpellingCorrection: Codable, Hashable, Sendable {
    /// As the person wrote it.
    public var typed: String
    /// The word that was searched in its place.
    public var replacement: String
}
