import ItalianText
public import PraticarioSystem

/// The fields of a sheet, each with its English and its Italian key; both are read everywhere.
public enum FieldName: String, CaseIterable, Sendable {
    case id, kind, title, summary, publication, example, themes
    case targetGroups = "target_groups"
    case needs, territories, place, scope, organization, partners, contact
    case paInstrument = "pa_instrument"
    case start, end, status, results, verification, related, adoptions, community, meeting
    case sources, licence, permission, language, updated
    case reviewBy = "review_by"

    public var italian: String {
        switch self {
        case .id: "id"
        case .kind: "tipo"
        case .title: "titolo"
        case .summary: "sintesi"
        case .publication: "pubblicazione"
        case .example: "esempio"
        case .themes: "temi"
        case .targetGroups: "destinatari"
        case .needs: "bisogni"
        case .territories: "territori"
        case .place: "luogo"
        case .scope: "ambito"
        case .organization: "organizzazione"
        case .partners: "partner"
        case .contact: "contatto"
        case .paInstrument: "strumento_pa"
        case .start: "inizio"
        case .end: "fine"
        case .status: "stato"
        case .results: "risultati"
        case .verification: "verifica"
        case .related: "collegate"
        case .adoptions: "riprese"
        case .community: "comunità"
        case .meeting: "incontro"
        case .sources: "fonti"
        case .licence: "licenza"
        case .permission: "permesso"
        case .language: "lingua"
        case .updated: "aggiornata"
        case .reviewBy: "da_rivedere_entro"
        }
    }

    /// The field that a key names, whatever case, accents and separators; singulars are understood.
    public init?(key: String) {
        guard let field = Self.byKey[Self.normalized(key)] else { return nil }
        self = field
    }

    public func key(in language: Language) -> String {
        language == .english ? rawValue : italian
    }

    private static let byKey: [String: FieldName] = {
        var table: [String: FieldName] = [:]
        for field in allCases {
            table[normalized(field.rawValue)] = field
            table[normalized(field.italian)] = field
        }
        let others: [(String, FieldName)] = [
            ("tema", .themes), ("theme", .themes), ("territorio", .territories), ("territory", .territories),
            ("destinatario", .targetGroups), ("fonte", .sources), ("source", .sources), ("bisogno", .needs),
            ("need", .needs), ("risultato", .results), ("license", .licence), ("aggiornato", .updated),
            ("ente", .organization), ("organisation", .organization), ("collegamenti", .related),
        ]
        for (key, field) in others { table[normalized(key)] = field }
        return table
    }()

    /// `Da rivedere entro`, `da-rivedere-entro` and `da_rivedere_entro` are one key.
    package static func normalized(_ key: String) -> String {
        String(ItalianText.folded(key).map { $0 == " " || $0 == "-" ? "_" : $0 })
    }
}
