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
            .people, "persone", LocalizedText(it: "Persone", en: "People"), list: \.people, .headCount
        )
        .alsoCalled("quante_persone", "persone_coinvolte")
        .searched(in: .details)
        .asked(
            LocalizedText(it: "Quante persone", en: "How many people"),
            LocalizedText(
                it: "Chi ci lavora, chi aiuta, chi ne usufruisce: 3 operatori; 12 volontari; 80 bambini.",
                en: "Who works in it, who helps, who has something of it: 3 workers; 12 volunteers; 80 children."),
            width: 28),
        SheetField(.costs, "costi", LocalizedText(it: "Costi", en: "Costs"), list: \.costs, .cost)
            .alsoCalled("costo", "cost", "budget", "quanto_costa")
            .searched(in: .details)
            .asked(
                LocalizedText(it: "Quanto costa", en: "What it costs"),
                LocalizedText(
                    it: "All'incirca quanto, in quanto tempo, per che cosa e chi paga.",
                    en: "About how much, in what time, for what, and who pays."), width: 28),
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

extension FieldType<HeadCount> {
    private static let parts = [
        MapPart(required: "number", "numero", \HeadCount.number),
        MapPart("who", "chi", \.who, .text, isSearched: true),
    ]

    /// `12 volontari` is a number and who is counted.
    fileprivate static let headCount = FieldType(
        shape: .parts(parts.map(\.part)),
        read: { reader, value, key in
            if case .text(let text) = value.content, let count = HeadCount(text: text) { return count }
            return whole.read(&reader, value, key)
        },
        give: whole.give)

    private static let whole = FieldType.parts(
        parts, into: HeadCount(number: ""), required: 1,
        missing: {
            LocalizedText(
                it: "`\($0.it)`: manca `numero`, quante sono", en: "`\($0.en)`: `number`, how many, is missing")
        })
}

extension FieldType<Cost> {
    fileprivate static let cost = FieldType.parts(
        [
            MapPart(required: "amount", "importo", \.amount, isSearched: true),
            MapPart("period", "periodo", \.period, .text),
            MapPart("covers", "che_cosa_copre", \.covers, .text, isSearched: true),
            MapPart("payer", "chi_paga", \.payer, .text, isSearched: true),
        ],
        into: Cost(amount: ""), required: 1,
        missing: {
            LocalizedText(
                it: "`\($0.it)`: manca `importo`, quanto costa", en: "`\($0.en)`: `amount`, how much, is missing")
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
