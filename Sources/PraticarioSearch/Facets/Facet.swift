public import PraticarioCorpus
public import PraticarioSystem

/// What sheets can be filtered by and counted by. One case holds everything about a facet: the filters that the
/// query language reads, what a sheet counts under, what the index packs; help and output derive from it.
public enum Facet: String, Codable, CaseIterable, Sendable {
    case kind, theme, territory
    case targetGroup = "target_group"
    case year, status, verification, organization, community

    public var label: LocalizedText {
        switch self {
        case .kind: LocalizedText(it: "Tipo", en: "Kind")
        case .theme: LocalizedText(it: "Temi", en: "Themes")
        case .territory: LocalizedText(it: "Territori", en: "Territories")
        case .targetGroup: LocalizedText(it: "Destinatari", en: "Target groups")
        case .year: LocalizedText(it: "Anno di inizio", en: "Year of start")
        case .status: LocalizedText(it: "Stato", en: "Status")
        case .verification: LocalizedText(it: "Verifica", en: "Verification")
        case .organization: LocalizedText(it: "Enti", en: "Organizations")
        case .community: LocalizedText(it: "Comunità di pratica", en: "Communities of practice")
        }
    }

    /// The filters that narrow this facet; the first is the one that output suggests.
    public var filters: [FilterName] {
        switch self {
        case .kind: [FilterName(self, it: ["tipo"], en: ["kind", "type"])]
        case .theme: [FilterName(self, it: ["tema", "temi"], en: ["theme"])]
        case .territory:
            [
                FilterName(self, it: ["territorio"], en: ["territory"]),
                FilterName(self, it: ["comune"], en: ["municipality"], reading: .level(.municipality)),
                FilterName(self, it: ["provincia"], en: ["province"], reading: .level(.province)),
                FilterName(self, it: ["regione"], en: ["region"], reading: .level(.region)),
                FilterName(self, it: ["vicino"], en: ["near"], reading: .near),
                FilterName(self, it: ["abitanti"], en: ["population"], reading: .population),
            ]
        case .targetGroup: [FilterName(self, it: ["destinatari"], en: ["target"])]
        case .year:
            [
                FilterName(self, it: ["anno"], en: ["year"]),
                FilterName(self, it: ["dal"], en: ["since"], reading: .since),
            ]
        case .status: [FilterName(self, it: ["stato"], en: ["status"])]
        case .verification: [FilterName(self, it: ["verifica"], en: ["verification"])]
        case .organization: [FilterName(self, it: ["ente", "organizzazione"], en: ["organization"])]
        case .community: [FilterName(self, it: ["comunità"], en: ["community"])]
        }
    }
}

/// The name of a filter in the query language, in both languages.
public struct FilterName: Hashable, Sendable {
    /// How the value behind the name is understood.
    public enum Reading: Hashable, Sendable {
        case value
        case level(TerritoryLevel)
        /// Begun in this year or later.
        case since
        /// The territory and what borders on it.
        case near
        /// A range of residents, which a comune of the sheet must have.
        case population
    }

    public let facet: Facet
    public let it: [String]
    public let en: [String]
    public let reading: Reading

    init(_ facet: Facet, it: [String], en: [String], reading: Reading = .value) {
        self.facet = facet
        self.it = it
        self.en = en
        self.reading = reading
    }

    public func name(in language: Language) -> String {
        language == .english ? en[0] : it[0]
    }

    public static let all = Facet.allCases.flatMap(\.filters)
}
