import PraticarioSystem

/// Themes, target groups and territories: names that a vocabulary must know.
extension FieldReader {
    mutating func concepts(_ field: FieldName, _ scheme: ConceptScheme, _ code: DiagnosticCode) -> [String] {
        var ids: [String] = []
        // Without a vocabulary every value would be wrong: that it is missing is told once.
        guard !scheme.concepts.isEmpty else { return [] }
        for (name, place) in names(field, isKnown: { !scheme.positions(matching: $0).isEmpty }) {
            let found = scheme.positions(matching: name)
            if found.count == 1 {
                let id = scheme.concepts[found[0]].id
                if !ids.contains(id) { ids.append(id) }
                continue
            }
            let labels = scheme.concepts.lazy.flatMap { [$0.prefLabel.it, $0.id] + $0.altLabels }
            let several = found.map { "«\(scheme.concepts[$0].prefLabel.it)»" }.joined(separator: ", ")
            let hint =
                found.isEmpty
                ? nearestHint(name, among: labels)
                : LocalizedText(it: "; scegli fra \(several)", en: "; choose among \(several)")
            let what = code == .unknownTheme ? ("tema", "theme") : ("gruppo di destinatari", "target group")
            report(
                code, place, it: "\(what.0) sconosciuto: «\(name)»\(hint.it)",
                en: "unknown \(what.1): “\(name)”\(hint.en)")
        }
        return ids
    }

    mutating func territoryCodes(_ name: String, _ place: TextPlace) -> [String] {
        let register = vocabularies.territories
        guard !register.territories.isEmpty else { return [] }
        switch register.meaning(ofSheetValue: name) {
        case .positions(let positions):
            for position in positions where register.territories[position].isSuppressed {
                reportSuppressed(register.territories[position], place)
            }
            return positions.map { register.territories[$0].code }
        case .ambiguous(let positions):
            let names = positions.map { register.territories[$0].qualifiedName }
            report(
                .ambiguousTerritory, place,
                it: "«\(name)» è il nome di più comuni: scrivi \(names.joined(separator: " o "))",
                en: "“\(name)” is the name of several comuni: write \(names.joined(separator: " or "))")
        case .unknown:
            let hint = nearestHint(name, among: register.allNames)
            report(
                .unknownTerritory, place, it: "territorio sconosciuto: «\(name)»\(hint.it)",
                en: "unknown territory: “\(name)”\(hint.en)")
        }
        return []
    }

    private mutating func reportSuppressed(_ territory: Territory, _ place: TextPlace) {
        let today = territory.successors.compactMap { vocabularies.territories[$0]?.qualifiedName }
        let date = territory.validTo ?? ""
        report(
            .suppressedTerritory, place,
            it: "\(territory.qualifiedName) non esiste più dal \(date)"
                + (today.isEmpty ? "" : ": oggi è \(today.joined(separator: ", "))"),
            en: "\(territory.qualifiedName) no longer exists since \(date)"
                + (today.isEmpty ? "" : ": today it is \(today.joined(separator: ", "))"))
    }
}
