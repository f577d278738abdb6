import PraticarioSystem

/// Who does it, and how to ask them.
extension SheetField {
    static let people: [SheetField] = [
        SheetField(
            .organization, "organizzazione", LocalizedText(it: "Organizzazione", en: "Organization"), \.organization,
            .organization
        )
        .alsoCalled("ente", "organisation")
        .searched(in: .names)
        .offered(LocalizedText(it: "il nome dell'ente", en: "the body's name"))
        .asked(
            LocalizedText(it: "Organizzazione", en: "Organization"),
            LocalizedText(it: "Chi la fa: il nome dell'ente.", en: "Who runs it: the body's name."), isRequired: true
        )
        .asked(
            LocalizedText(it: "Tipo di ente", en: "Organization type"),
            LocalizedText(
                it: "ETS, PA, scuola, impresa, altro.", en: "ETS, PA, school, enterprise, other."), part: "type",
            width: 14
        )
        .asked(
            LocalizedText(it: "Sito dell'ente", en: "Website"),
            LocalizedText(it: "L'indirizzo, con https://", en: "The address, with https://"), part: "url"),
        SheetField(.partners, "partner", LocalizedText(it: "Partner", en: "Partners"), list: \.partners, .organization)
            .explained("Con chi si fa, un ente per volta.", "With whom, one body at a time.")
            .searched(in: .names)
            .asked(
                LocalizedText(it: "Partner", en: "Partners"),
                LocalizedText(
                    it: "Con chi si fa: i nomi degli enti, separati da ;",
                    en: "With whom: names of bodies, separated by ;")),
        SheetField(.contact, "contatto", LocalizedText(it: "Contatto", en: "Contact"), \.contact, .contact)
            .explained(
                "Come chiedere all'ente: un ufficio, mai una persona.",
                "How to ask the body: an office, never a person."),
        SheetField(
            .paInstrument, "strumento_pa", LocalizedText(it: "Strumento con la PA", en: "Instrument with the PA"),
            \.paInstrument, .choice
        )
        .explained("Come è legata all'ente pubblico, se lo è.", "How it is bound to a public body, if it is.")
        .searched(in: .names),
    ]
}

extension FieldType<Organization> {
    fileprivate static let organization = FieldType.parts(
        [
            MapPart(required: "name", "nome", \.name, isSearched: true),
            MapPart("role", "ruolo", \.role, .text),
            MapPart("type", "tipo", \.type, .choice),
            MapPart("legal_form", "forma_giuridica", \.legalForm, .text),
            MapPart("runts_section", "sezione_runts", \.runtsSection, .text),
            MapPart("tax_code", "codice_fiscale", \.taxCode, .taxCode),
            MapPart("url", "sito", \.url, .address),
        ],
        into: Organization(name: ""), required: 1,
        missing: {
            LocalizedText(
                it: "`\($0.it)`: manca il nome dell'organizzazione",
                en: "`\($0.en)`: the organization's name is missing")
        })
}

extension FieldType<Contact> {
    fileprivate static let contact = FieldType.parts(
        [
            MapPart("role", "ruolo", \.role, .text),
            MapPart("email", "email", \.email, .text),
            MapPart("phone", "telefono", \.phone, .text),
            MapPart("url", "sito", \.url, .address),
        ],
        into: Contact())
}
