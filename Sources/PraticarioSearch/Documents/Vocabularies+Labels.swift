import PraticarioCorpus
import PraticarioSystem

/// The words of vocabularies under which a document is found.
extension Vocabularies {
    /// Of all that a document names by keys.
    func labels(themes: [String], targetGroups: [String] = [], territories: [String]) -> [String] {
        Self.labels(of: [(themes, self.themes), (targetGroups, self.targetGroups)]) + names(of: territories)
    }

    /// Preferred and alternative labels of a document's own concepts and of those above.
    private static func labels(of concepts: [(ids: [String], scheme: ConceptScheme)]) -> [String] {
        var labels: [String] = []
        for (ids, scheme) in concepts {
            let own = ids.compactMap(scheme.position)
            for position in own {
                let concept = scheme.concepts[position]
                labels += [concept.prefLabel.it, concept.prefLabel.en] + concept.synonyms
            }
            let above = Set(own.flatMap { scheme.pathToTop(from: $0).dropFirst() }).subtracting(own)
            for concept in above.sorted().map({ scheme.concepts[$0] }) {
                labels += [concept.prefLabel.it] + concept.synonyms
            }
        }
        return labels
    }

    /// The names of territories and of all that contain them, Italia only where the document says so: italiano
    /// is its family. The bare names of divisions are left out, centro and isole being everyday words, and so are names
    /// such as `Città metropolitana di Roma`: città is one, too.
    private func names(of territories: [String]) -> [String] {
        let register = self.territories
        let positions = Set(territories.compactMap(register.position).flatMap(register.pathToTop))
        return positions.sorted().map { register.territories[$0] }
            .filter { $0.level != .country || territories.contains($0.code) }
            .flatMap { ($0.level == .division ? [] : [$0.name]) + $0.plainAlternativeNames }
    }
}
