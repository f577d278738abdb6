import PraticarioSystem

/// Themes, target groups and territories: names that a vocabulary must know.
extension ValueReader {
    /// The ids of concepts or the codes of territories that some values name, none twice.
    mutating func keys(_ items: [RecordValue], key: LocalizedText, of vocabulary: FieldVocabulary) -> [String] {
        var keys: [String] = []
        let found =
            switch vocabulary {
            case .themes:
                concepts(items, key, vocabularies.themes, .unknownTheme, LocalizedText(it: "tema", en: "theme"))
            case .targetGroups:
                concepts(
                    items, key, vocabularies.targetGroups, .unknownTargetGroup,
                    LocalizedText(it: "gruppo di destinatari", en: "target group"))
            case .territories: territories(items, key)
            }
        for key in found where !keys.contains(key) { keys.append(key) }
        return keys
    }

    /// The names of a list with their places, each with what it means. A text such as `sport; giovani` or
    /// `sport, giovani` is several names, unless the whole means something; `sport e giovani`, `sport/giovani` and
    /// `sport - giovani` only where each of them means something.
    private mutating func names<Meaning>(
        _ items: [RecordValue], _ key: LocalizedText, meaning: (String) -> Meaning?
    ) -> [(text: String, place: TextPlace, meaning: Meaning?)] {
        items.flatMap { item -> [(String, TextPlace, Meaning?)] in
            guard let text = text(item, key: key) else { return [] }
            return SeveralNames.told(in: text, meaning).map { ($0.text, item.place, $0.meaning) }
        }
    }

    private mutating func concepts(
        _ items: [RecordValue], _ key: LocalizedText, _ scheme: ConceptScheme, _ code: DiagnosticCode,
        _ what: LocalizedText
    ) -> [String] {
        // Without a vocabulary every value would be wrong: that it is missing is told once.
        guard !scheme.concepts.isEmpty else { return [] }
        func meaning(_ name: String) -> [Int]? {
            let positions = scheme.positions(matching: name)
            return positions.isEmpty ? nil : positions
        }
        var ids: [String] = []
        for (name, place, meaning) in names(items, key, meaning: meaning) {
            if let meaning, meaning.count == 1 {
                ids.append(scheme.concepts[meaning[0]].id)
                continue
            }
            let hint: LocalizedText
            if let meaning {
                let several = meaning.map { "«\(scheme.concepts[$0].prefLabel.it)»" }.joined(separator: ", ")
                hint = LocalizedText(it: "; scegli fra \(several)", en: "; choose among \(several)")
            } else {
                let labels = scheme.concepts.lazy.flatMap { [$0.prefLabel.it, $0.id] + $0.altLabels }
                hint = nearestHint(name, among: labels)
            }
            report(
                code, place, it: "\(what.it) sconosciuto: «\(name)»\(hint.it)",
                en: "unknown \(what.en): “\(name)”\(hint.en)")
        }
        return ids
    }

    private mutating func territories(_ items: [RecordValue], _ key: LocalizedText) -> [String] {
        let register = vocabularies.territories
        let names = names(items, key) { TerritoryInWords($0, register) }
        return names.flatMap { name, place, meaning -> [String] in
            if let meaning {
                // `Milano (zona Niguarda)`, `via Mazzini, Rimini`: what says where in it is kept as the place.
                if let inside = meaning.inside { told.append(inside) }
                return territoryCodes(meaning.name, place, meaning.meaning)
            }
            if PlaceWords.isAddress(name), names.contains(where: { $0.place == place && $0.meaning != nil }) {
                told.append(name)
                return []
            }
            return territoryCodes(name, place, .unknown)
        }
    }

    /// A territory that a text names, with what the text says of where in it.
    private struct TerritoryInWords {
        let name: String
        let meaning: TerritoryRegister.Meaning
        private(set) var inside: String?

        /// `nil` for what names none.
        init?(_ text: String, _ register: TerritoryRegister) {
            let whole = register.meaning(ofSheetValue: text)
            if whole != .unknown {
                (name, meaning) = (text, whole)
                return
            }
            // What stands between brackets and is a territory itself says which one of several is meant.
            guard let (territory, inside) = PlaceWords.within(text), register.meaning(ofSheetValue: inside) == .unknown
            else { return nil }
            let meaning = register.meaning(ofSheetValue: territory)
            if meaning == .unknown { return nil }
            (name, self.meaning, self.inside) = (territory, meaning, inside)
        }
    }

    mutating func territoryCodes(_ name: String, _ place: TextPlace) -> [String] {
        territoryCodes(name, place, vocabularies.territories.meaning(ofSheetValue: name))
    }

    private mutating func territoryCodes(
        _ name: String, _ place: TextPlace, _ meaning: TerritoryRegister.Meaning
    ) -> [String] {
        let register = vocabularies.territories
        guard !register.territories.isEmpty else { return [] }
        switch meaning {
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
            let hint = nearestHint(name) { register.names(near: name) }
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
