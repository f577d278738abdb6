import PraticarioSystem

extension PersonalData {
    /// What is told of a text, once for each kind of data in it.
    static func findings(in text: String) -> [LocalizedText] {
        find(in: text).map { kind, found in
            LocalizedText(
                it: "sembra \(kind.label.it) (\(found)): togli i dati delle persone, lascia quelli dell'ente",
                en: "this looks like \(kind.label.en) (\(found)): leave out persons' data, keep the body's own")
        }
    }
}

extension PersonalData.Kind {
    fileprivate var label: LocalizedText {
        switch self {
        case .email: LocalizedText(it: "un indirizzo e-mail di una persona", en: "a person's e-mail address")
        case .mobile: LocalizedText(it: "un numero di cellulare", en: "a mobile number")
        case .taxCode: LocalizedText(it: "il codice fiscale di una persona", en: "a person's tax code")
        case .iban: LocalizedText(it: "un IBAN", en: "an IBAN")
        }
    }
}
