public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// `themes --format json`: all concepts, or those that were chosen with what stands below them.
public struct ConceptsOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let concepts: [ConceptOutput]

    public struct ConceptOutput: Codable, Hashable, Sendable {
        public let id: String
        public let label: LocalizedText
        public let synonyms: [String]
        public let broader: String?
        public let scopeNote: String?
        public let article5: [String]
        public let goals: [Int]
        public let sheets: Int
    }

    public init(_ scheme: ConceptScheme, _ counts: [String: Int], below chosen: [Int]) {
        concepts = scheme.concepts.indices.filter { position in
            chosen.isEmpty || !Set(scheme.pathToTop(from: position)).isDisjoint(with: chosen)
        }.map { position in
            let concept = scheme.concepts[position]
            return ConceptOutput(
                id: concept.id, label: concept.prefLabel, synonyms: concept.altLabels, broader: concept.broader,
                scopeNote: concept.scopeNote, article5: concept.article5, goals: concept.goals,
                sheets: counts[concept.id] ?? 0)
        }
    }
}
