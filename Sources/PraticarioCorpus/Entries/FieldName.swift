import ItalianText

/// The fields of a sheet, in the order in which a sheet is written. `SheetField.all` has a row for each, with everything
/// else that there is to know of it.
public enum FieldName: String, Codable, CaseIterable, Sendable {
    /// `Entry.id`.
    case id
    /// `Entry.title`.
    case title
    /// `Entry.kind`.
    case kind
    /// `Entry.summary`.
    case summary
    /// `Entry.publication`.
    case publication
    /// `Entry.isExample`.
    case example
    /// `Entry.themes`; sheets may write their labels.
    case themes
    /// `Entry.targetGroups`; sheets may write their labels.
    case targetGroups = "target_groups"
    /// `Entry.needs`.
    case needs
    /// `Entry.territories`; sheets may write their names.
    case territories
    /// `Entry.place`.
    case place
    /// `Entry.isPublicPlace`.
    case publicPlace = "public_place"
    /// `Entry.scope`.
    case scope
    /// `Entry.organization`; a plain text is its name.
    case organization
    /// `Entry.partners`; a plain text is a name.
    case partners
    /// `Entry.contact`.
    case contact
    /// `Entry.people`.
    case people
    /// `Entry.costs`.
    case costs
    /// `Entry.paInstrument`.
    case paInstrument = "pa_instrument"
    /// `Entry.start`.
    case start
    /// `Entry.end`.
    case end
    /// `Entry.status`.
    case status
    /// `Entry.verification`.
    case verification
    /// `Entry.results`.
    case results
    /// `Entry.relations`, a list of ids for each kind.
    case related
    /// `Entry.adoptions`.
    case adoptions
    /// `Entry.community`.
    case community
    /// `Entry.meeting`.
    case meeting
    /// `Entry.pictures`; the files stand beside the sheet.
    case pictures
    /// `Entry.attachments`, likewise.
    case attachments
    /// `Entry.sources`.
    case sources
    /// `Entry.licence`.
    case licence
    /// `Entry.permission`.
    case permission
    /// `Entry.language`.
    case language
    /// `Entry.updated`.
    case updated
    /// `Entry.reviewBy`.
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
        String(TextKey.folded(key).map { $0 == " " || $0 == "-" ? "_" : $0 })
    }
}
