public import PraticarioSystem

/// One concept of a SKOS concept scheme: a theme, a target group.
public struct Concept: Codable, Hashable, Sendable, Identifiable {
    /// What sheets and filters write: `senza-dimora`.
    public var id: String
    /// What readers see.
    public var prefLabel: LocalizedText
    /// Synonyms, in both languages together: searchable words of every sheet that has the concept.
    public var altLabels: [String]
    /// What people call it that is not to be shown, such as words that hurt: searched as the synonyms are.
    public var hiddenLabels: [String]
    /// The ids of the concepts above, the first being the one that people think of first; none for a top concept.
    public var broader: [String]
    /// What belongs to it and what does not.
    public var scopeNote: String?
    /// Letters of art. 5, comma 1, D.Lgs. 117/2017 that the concept maps to.
    public var article5: [String]
    /// Sustainable Development Goals of the United Nations, 1 to 17.
    public var goals: [Int]
    /// Whether whoever its sheets are about must not be traceable: they name no place below the province.
    public var isSensitive: Bool
    /// Words of a title or a summary that tell such a sheet, whatever its themes.
    public var sensitiveWords: [String]

    package init(
        id: String, prefLabel: LocalizedText, altLabels: [String] = [], hiddenLabels: [String] = [],
        broader: [String] = [],
        scopeNote: String? = nil, article5: [String] = [], goals: [Int] = [], isSensitive: Bool = false,
        sensitiveWords: [String] = []
    ) {
        self.id = id
        self.prefLabel = prefLabel
        self.altLabels = altLabels
        self.hiddenLabels = hiddenLabels
        self.broader = broader
        self.scopeNote = scopeNote
        self.article5 = article5
        self.goals = goals
        self.isSensitive = isSensitive
        self.sensitiveWords = sensitiveWords
    }

    /// Under which it is searched, beside what it is called.
    package var synonyms: [String] { altLabels + hiddenLabels }
}
