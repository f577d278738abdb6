package import PraticarioCorpus
package import PraticarioSystem

/// The row of one facet: everything that is its own.
package struct FacetDefinition: Sendable {
    package let label: LocalizedText
    package let source: FacetSource
    /// What a sheet says itself, in its order, none twice; what stands above is added from the source.
    package let keys: @Sendable (Entry) -> [String]
    package let filters: [FilterName]
}

extension Facet {
    package var definition: FacetDefinition { Self.definitions[number] }

    package var source: FacetSource { definition.source }

    /// Its place among all facets.
    package var number: Int { Self.numbers[self] ?? 0 }

    private static let numbers = Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))
    private static let definitions = allCases.map(\.row)

    private var row: FacetDefinition {
        switch self {
        case .kind:
            FacetDefinition(
                label: LocalizedText(it: "Tipo", en: "Kind"), source: .choices(of: EntryKind.self),
                keys: { [$0.kind.rawValue] },
                filters: [FilterName(self, it: ["tipo"], en: ["kind", "type"])])
        case .theme:
            FacetDefinition(
                label: LocalizedText(it: "Temi", en: "Themes"), source: .concepts { $0.themes },
                keys: { $0.themes },
                filters: [FilterName(self, it: ["tema", "temi"], en: ["theme"])])
        case .territory:
            FacetDefinition(
                label: LocalizedText(it: "Territori", en: "Territories"), source: .territories,
                keys: { $0.territories },
                filters: [
                    FilterName(self, it: ["territorio"], en: ["territory"]),
                    FilterName(self, it: ["comune"], en: ["municipality"], reading: .level(.municipality)),
                    FilterName(self, it: ["provincia"], en: ["province"], reading: .level(.province)),
                    FilterName(self, it: ["regione"], en: ["region"], reading: .level(.region)),
                    FilterName(self, it: ["vicino"], en: ["near"], reading: .near),
                    FilterName(self, it: ["abitanti"], en: ["population"], reading: .population),
                ])
        case .targetGroup:
            FacetDefinition(
                label: LocalizedText(it: "Destinatari", en: "Target groups"), source: .concepts { $0.targetGroups },
                keys: { $0.targetGroups },
                filters: [FilterName(self, it: ["destinatari"], en: ["target"])])
        case .year:
            FacetDefinition(
                label: LocalizedText(it: "Anno", en: "Year"), source: .years,
                keys: { $0.years },
                filters: [
                    FilterName(self, it: ["anno"], en: ["year"]),
                    FilterName(self, it: ["dal"], en: ["since"], reading: .since),
                ])
        case .status:
            FacetDefinition(
                label: LocalizedText(it: "Stato", en: "Status"), source: .choices(of: PracticeStatus.self),
                keys: { [$0.status.rawValue] },
                filters: [FilterName(self, it: ["stato"], en: ["status"])])
        case .verification:
            FacetDefinition(
                label: LocalizedText(it: "Verifica", en: "Verification"), source: .levels(VerificationLevel.labels),
                keys: { [String($0.verification)] },
                filters: [FilterName(self, it: ["verifica"], en: ["verification"])])
        case .organization:
            FacetDefinition(
                label: LocalizedText(it: "Enti", en: "Organizations"), source: .names,
                keys: { entry in
                    ([entry.organization].compactMap { $0 } + entry.partners).map(\.name).withoutRepetitions
                },
                filters: [FilterName(self, it: ["ente", "organizzazione"], en: ["organization"])])
        case .community:
            FacetDefinition(
                label: LocalizedText(it: "Comunità di pratica", en: "Communities of practice"), source: .names,
                keys: { [$0.community].compactMap { $0 } },
                filters: [FilterName(self, it: ["comunità"], en: ["community"])])
        }
    }
}

extension Entry {
    /// First and last year, as `FacetSource.years` wants them; empty where none is known. What has ended, nobody wrote
    /// when, is of the year in which it began.
    fileprivate var years: [String] {
        guard let start = start?.year ?? end?.year else { return [] }
        let last = end.map { max(start, $0.year) } ?? (status == .concluded ? start : nil)
        return [String(start), last.map { String($0) } ?? FacetSource.openEnd]
    }
}

extension [String] {
    fileprivate var withoutRepetitions: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
