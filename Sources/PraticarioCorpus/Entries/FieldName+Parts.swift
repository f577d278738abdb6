/// Fields that have fields of their own.
extension FieldName {
    /// Their keys, English and Italian; a plain text stands for the first. Empty for a field that is one value.
    package var parts: [(en: String, it: String)] {
        switch self {
        case .organization, .partners:
            [
                ("name", "nome"), ("role", "ruolo"), ("type", "tipo"), ("legal_form", "forma_giuridica"),
                ("runts_section", "sezione_runts"), ("tax_code", "codice_fiscale"), ("url", "sito"),
            ]
        case .contact: [("role", "ruolo"), ("email", "email"), ("phone", "telefono"), ("url", "sito")]
        case .results: [("text", "testo"), ("indicators", "indicatori")]
        case .adoptions: [("by", "chi"), ("where", "dove"), ("date", "quando")]
        case .sources: [("title", "titolo"), ("url", "url"), ("accessed", "consultata")]
        case .permission: [("by", "da"), ("date", "data")]
        default: []
        }
    }

    /// The keys of an indicator, within `results`.
    package static let indicatorParts: [(en: String, it: String)] = [
        ("name", "nome"), ("value", "valore"), ("unit", "unità"), ("baseline", "base"), ("date", "data"),
        ("source", "fonte"),
    ]

    /// The keys of `related`: how two sheets belong together.
    package static let relationParts: [(en: String, it: String)] = [
        ("derives_from", "deriva_da"), ("answers", "risponde_a"), ("replaces", "sostituisce"),
        ("similar_to", "simile_a"),
    ]

    /// Fields whose value is a list.
    package var isList: Bool {
        switch self {
        case .themes, .targetGroups, .territories, .partners, .adoptions, .sources: true
        default: false
        }
    }
}
