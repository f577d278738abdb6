public import PraticarioCorpus
public import PraticarioSystem
import ItalianText

/// The name of a filter in the query language, in both languages.
public struct FilterName: Hashable, Sendable {
    /// How the value behind the name is understood.
    public enum Reading: Codable, Hashable, Sendable {
        /// As a value of the facet: a key, a label, a synonym, a year, a range.
        case value
        /// As a territory of this level.
        case level(TerritoryLevel)
        /// Begun in this year or later.
        case since
        /// The territory and what borders on it.
        case near
        /// A range of residents, which a comune of the sheet must have.
        case population
    }

    /// The facet that the filter narrows.
    public let facet: Facet
    /// The Italian names, the one that output writes first.
    public let it: [String]
    /// The English names, the one that output writes first.
    public let en: [String]
    /// How a value behind it is understood.
    public let reading: Reading

    init(_ facet: Facet, it: [String], en: [String], reading: Reading = .value) {
        self.facet = facet
        self.it = it
        self.en = en
        self.reading = reading
    }

    /// The name that output writes: `tema`, `theme`.
    public func name(in language: Language) -> String {
        language == .english ? en[0] : it[0]
    }

    /// All filters, by facet.
    public static let all = Facet.allCases.flatMap(\.filters)

    /// The filter with this name in any language, whatever its case and accents; `nil` where there is none.
    ///
    /// `FilterName(named: "Comunita")?.facet  // .community`
    public init?(named name: String) {
        let key = TextKey.folded(name)
        guard let found = Self.all.first(where: { ($0.it + $0.en).contains { TextKey.folded($0) == key } }) else {
            return nil
        }
        self = found
    }
}

/// As its Italian name.
extension FilterName: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let filter = FilterName(named: name) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no filter: \(name)")
        }
        self = filter
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(it[0])
    }
}
