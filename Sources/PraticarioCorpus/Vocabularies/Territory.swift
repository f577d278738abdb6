public import PraticarioSystem

/// The levels of Italy's territory, from the whole to the part.
public enum TerritoryLevel: String, Codable, CaseIterable, Sendable, Comparable {
    /// Italy.
    case country
    /// ISTAT's five: Nord-ovest, Nord-est, Centro, Sud, Isole.
    case division
    /// The twenty, autonomous ones included.
    case region
    /// Every second-level unit: provinces, metropolitan cities, free consortia, Aosta.
    case province
    /// A named set of comuni, by `vocabolari/aree.yaml`.
    case area
    /// A comune, also one that no longer exists.
    case municipality

    /// What readers see, in the singular and in lower case.
    public var label: LocalizedText {
        switch self {
        case .country: LocalizedText(it: "nazione", en: "country")
        case .division: LocalizedText(it: "ripartizione", en: "division")
        case .region: LocalizedText(it: "regione", en: "region")
        case .province: LocalizedText(it: "provincia", en: "province")
        case .area: LocalizedText(it: "area", en: "area")
        case .municipality: LocalizedText(it: "comune", en: "municipality")
        }
    }

    public static func < (a: TerritoryLevel, b: TerritoryLevel) -> Bool {
        a.depth < b.depth
    }

    private var depth: Int {
        switch self {
        case .country: 0
        case .division: 1
        case .region: 2
        case .province: 3
        case .area: 4
        case .municipality: 5
        }
    }
}

/// A name for several territories together that is no territory of its own: whoever writes it means each of them.
struct TerritoryGroup {
    let names: [String]
    let codes: [String]
}

/// A territory of the ISTAT register, or an area: a named set of comuni. `province` stands for every second-level unit: provinces, metropolitan
/// cities, free consortia, Aosta.
public struct Territory: Codable, Hashable, Sendable {
    /// `IT`; `1` to `5`; `01` to `20`; three digits; six digits; `area-` and an id. Text, because leading zeros matter.
    public var code: String
    /// As the register writes it, in Italian.
    public var name: String
    /// Bilingual, former and everyday names.
    public var alternativeNames: [String]
    /// What sort of territory it is.
    public var level: TerritoryLevel
    /// The code of the territory that contains it; `nil` for Italy, and for an area that states none.
    public var parent: String?
    /// The car plate letters of a second-level unit and of its comuni: `FG`, `NA`.
    public var sigla: String?
    /// The cadastral code of a comune: `D643`.
    public var cadastralCode: String?
    /// ISO 8601; `nil` where not bounded.
    public var validFrom: String?
    /// ISO 8601; `nil` for what still exists.
    public var validTo: String?
    /// The codes of what a suppressed territory became.
    public var successors: [String]

    /// The codes that it had before, which go on naming it: `090064` is Sassari. The first three digits are those of the
    /// unit that a comune was in.
    public var formerCodes: [String] = []

    /// Residents, at the date that the register states; `nil` where not known.
    public var population: Int?
    /// The codes of the territories of the same level that border on it, `|` between them: taken apart only where they
    /// are wanted, thousands of lines being read at every start.
    var neighbourList = ""
    /// The codes of the comuni of an area.
    public var members: [String] = []

    /// The codes of the territories of the same level that border on it.
    public var neighbours: [String] {
        neighbourList.split(separator: "|").map(String.init)
    }

    /// Whether it no longer exists.
    public var isSuppressed: Bool { validTo != nil }

    /// `Castro (LE)` for a comune, `provincia di Foggia` for a second-level unit, the name for the rest.
    public var qualifiedName: String {
        switch level {
        case .municipality: sigla.map { "\(name) (\($0))" } ?? name
        case .province: "provincia di \(name)"
        default: name
        }
    }
}
