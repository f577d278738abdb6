package import PraticarioCorpus
import PraticarioSystem

/// A sheet as the texts that are searched.
extension Entry {
    package func texts(in field: TextField, _ vocabularies: Vocabularies) -> [String] {
        switch field {
        case .title: [title]
        case .summary: [summary, needs].compactMap { $0 }
        case .labels: conceptLabels(vocabularies) + territoryNames(vocabularies)
        case .names: names
        case .details: details
        case .body: sections.map(\.text).filter { !$0.isEmpty }
        }
    }

    /// Preferred and alternative labels of the sheet's own concepts and of those above.
    private func conceptLabels(_ vocabularies: Vocabularies) -> [String] {
        var labels: [String] = []
        for (ids, scheme) in [(themes, vocabularies.themes), (targetGroups, vocabularies.targetGroups)] {
            let own = ids.compactMap(scheme.position)
            for position in own {
                let concept = scheme.concepts[position]
                labels += [concept.prefLabel.it, concept.prefLabel.en] + concept.altLabels
            }
            let above = Set(own.flatMap { scheme.pathToTop(from: $0).dropFirst() }).subtracting(own)
            for concept in above.sorted().map({ scheme.concepts[$0] }) {
                labels += [concept.prefLabel.it] + concept.altLabels
            }
        }
        return labels
    }

    /// The names of the sheet's territories and of all that contain them, Italia only where the sheet says so: italiano
    /// is its family. The bare names of divisions are left out, centro and isole being everyday words, and so are names
    /// such as `Città metropolitana di Roma`: città is one, too.
    private func territoryNames(_ vocabularies: Vocabularies) -> [String] {
        let register = vocabularies.territories
        let positions = Set(territories.compactMap(register.position).flatMap(register.pathToTop))
        return positions.sorted().map { register.territories[$0] }
            .filter { $0.level != .country || territories.contains($0.code) }
            .flatMap { ($0.level == .division ? [] : [$0.name]) + $0.plainAlternativeNames }
    }

    private var names: [String] {
        let organizations = ([organization].compactMap { $0 } + partners).map(\.name)
        return organizations + [place, community, paInstrument?.label.it].compactMap { $0 } + adoptions.map(\.by)
    }

    private var details: [String] {
        [results?.text].compactMap { $0 } + (results?.indicators ?? []).map(\.name)
            + sections.map(\.title).filter { StandardSection(named: $0) == nil && !$0.isEmpty }
    }
}
