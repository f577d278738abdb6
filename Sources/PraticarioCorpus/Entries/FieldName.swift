import ItalianText

/// The fields of a sheet, in the order in which a sheet is written. `SheetField.all` has a row for each, with everything
/// else that there is to know of it.
public enum FieldName: String, CaseIterable, Sendable {
    case id, title, kind, summary, publication, example, themes
    case targetGroups = "target_groups"
    case needs, territories, place, scope, organization, partners, contact
    case paInstrument = "pa_instrument"
    case start, end, status, verification, results, related, adoptions, community, meeting
    case sources, licence, permission, language, updated
    case reviewBy = "review_by"
}

extension FieldName: FieldKey {
    package var english: String { rawValue }
    package var italian: String { row.italian }
    package var aliases: [String] { row.aliases }

    package static let byKey = keyTable()

    /// What the table of fields says of it.
    package var row: SheetField { SheetField[self] }

    /// `Da rivedere entro`, `da-rivedere-entro` and `da_rivedere_entro` are one key.
    package static func normalized(_ key: String) -> String {
        String(ItalianText.folded(key).map { $0 == " " || $0 == "-" ? "_" : $0 })
    }
}
