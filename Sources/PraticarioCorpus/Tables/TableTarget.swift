import ItalianText
public import PraticarioSystem

/// What a column of a table is: a field of the sheet, a part of one, a section of its text, or nothing that is read.
public enum TableTarget: Codable, Hashable, Sendable {
    /// A field as a whole; of a list a cell may hold several values.
    case field(FieldName)
    /// A part by its English key: `sources.url`.
    case part(FieldName, String)
    /// One level of a territory that several columns name together: the comune, its province, its region.
    case territory(TerritoryLevel)
    /// By its heading.
    case section(String)
    /// Whether the sheet may be published, as whoever answered said.
    case consent
    /// It is not read: `-`.
    case ignored

    /// `titolo`, `fonti.url`, `Che cosa si fa`, `## Un'altra sezione`, `-`; `nil` for what is none of these.
    public init?(_ text: String) {
        let text = text.trimmingSpaces()
        if text == "-" || text.isEmpty {
            self = .ignored
        } else if text.hasPrefix("#") {
            let title = String(text.drop { $0 == "#" }).trimmingSpaces()
            guard !title.isEmpty else { return nil }
            self = .section(StandardSection(named: title)?.label.it ?? title)
        } else if Self.consentKeys.contains(FieldName.normalized(text)) {
            self = .consent
        } else if let dot = text.firstIndex(of: "."), let field = FieldName(key: String(text[..<dot])) {
            let key = FieldName.normalized(String(text[text.index(after: dot)...]))
            if field == .territories {
                guard let level = Self.levels.first(where: { $0.keys.contains(key) })?.level else { return nil }
                self = .territory(level)
                return
            }
            let part = field.row.shape.parts.first {
                FieldName.normalized($0.english) == key || FieldName.normalized($0.italian) == key
            }
            guard let part else { return nil }
            self = .part(field, part.english)
        } else if let field = FieldName(key: text) {
            self = .field(field)
        } else if let section = StandardSection(named: text) {
            self = .section(section.label.it)
        } else {
            return nil
        }
    }

    /// As the file beside the table writes it.
    public func text(in language: Language) -> String {
        switch self {
        case .field(let field): field.key(in: language)
        case .part(let field, let part):
            field.key(in: language) + "."
                + (field.row.shape.parts.first { $0.english == part }?.keys[language] ?? part)
        case .territory(let level):
            FieldName.territories.key(in: language) + "."
                + (Self.levels.first { $0.level == level }?.keys[language == .italian ? 0 : 1] ?? level.rawValue)
        case .section(let title):
            // A heading that is also the name of a field would be read as that.
            StandardSection(named: title).map { $0.label[language] }.flatMap { TableTarget($0) == self ? $0 : nil }
                ?? "## " + title
        case .consent: Self.consentKeys[language == .italian ? 0 : 1]
        case .ignored: "-"
        }
    }

    private static let levels: [(level: TerritoryLevel, keys: [String])] = [
        (.municipality, ["comune", "municipality"]), (.province, ["provincia", "province"]),
        (.region, ["regione", "region"]),
    ]

    /// Whether its cells hold ids of other sheets.
    var holdsSheets: Bool {
        switch self {
        case .field(let field), .part(let field, _): field == .related
        case .territory, .section, .consent, .ignored: false
        }
    }

    private static let consentKeys = ["consenso", "consent"]

    /// The field that several columns name together.
    var whole: TableTarget {
        if case .territory = self { .field(.territories) } else { self }
    }

    /// Whether its cells say something of a field.
    func isOf(_ field: FieldName) -> Bool {
        switch self {
        case .field(let own), .part(let own, _): own == field
        case .territory: field == .territories
        case .section, .consent, .ignored: false
        }
    }

    /// Whether a cell for another target leaves nothing to say: of where it is, any level.
    func isSaid(by other: TableTarget) -> Bool {
        self == other || self == other.whole
    }

    /// Whether several columns may give it, their values together.
    package var takesSeveral: Bool {
        switch self {
        case .field(let field): field.row.shape.isList
        case .territory, .section, .consent, .ignored: true
        case .part: false
        }
    }
}
