public import PraticarioCorpus
public import PraticarioSystem

/// `themes --format json`: all concepts, or those that were chosen with what stands below them.
public struct ConceptsOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// In the order of the vocabulary.
    public let concepts: [ConceptOutput]

    /// A theme or a target group, with how often it occurs.
    public struct ConceptOutput: Codable, Hashable, Sendable {
        /// What sheets and filters write: `senza-dimora`.
        public let id: String
        /// What readers see.
        public let label: LocalizedText
        /// In both languages together.
        public let synonyms: [String]
        /// The id of the concept above, of several the first; `nil` at the top.
        public let broader: String?
        /// The ids of all concepts directly above.
        public let allBroader: [String]
        /// What belongs to it and what does not.
        public let scopeNote: String?
        /// Letters of art. 5, comma 1, D.Lgs. 117/2017.
        public let article5: [String]
        /// Sustainable Development Goals, 1 to 17.
        public let goals: [Int]
        /// How many sheets have it, or one below it.
        public let sheets: Int
    }

    /// - Parameters:
    ///   - scheme: where the concepts are from.
    ///   - counts: sheets by id, as `Snapshot.counts(of:)` gives them.
    ///   - chosen: positions in the scheme; empty for all concepts.
    public init(_ scheme: ConceptScheme, _ counts: [String: Int], below chosen: [Int]) {
        concepts = scheme.concepts.indices.filter { position in
            chosen.isEmpty || !Set(scheme.pathToTop(from: position)).isDisjoint(with: chosen)
        }.map { position in
            let concept = scheme.concepts[position]
            return ConceptOutput(
                id: concept.id, label: concept.prefLabel, synonyms: concept.altLabels, broader: concept.broader.first,
                allBroader: concept.broader, scopeNote: concept.scopeNote, article5: concept.article5,
                goals: concept.goals,
                sheets: counts[concept.id] ?? 0)
        }
    }
}
