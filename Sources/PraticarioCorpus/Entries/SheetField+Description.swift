import PraticarioSystem

/// What a sheet is, and what it is about.
extension SheetField {
    static let description: [SheetField] = [
        SheetField(
            .id, "id", LocalizedText(both: "id"), shape: .text,
            read: { reader, entry in
                entry.id = reader.id(.id)
                return true
            },
            value: { .text($0.id) }
        )
        .explained(
            "Il nome nell'indirizzo: minuscole, cifre e trattini.",
            "Its name in addresses: small letters, digits and hyphens."),
        SheetField(.title, "titolo", LocalizedText(it: "Titolo", en: "Title"), \.title, .text, standard: nil)
            .searched(in: .title)
            .offered()
            .asked(
                LocalizedText(it: "Titolo", en: "Title"),
                LocalizedText(it: "Il nome della pratica.", en: "The practice's name."), isRequired: true, width: 36),
        SheetField(.kind, "tipo", LocalizedText(it: "Tipo", en: "Kind"), \.kind, .choice, standard: nil)
            .offered()
            .asked(
                LocalizedText(it: "Tipo", en: "Kind"),
                LocalizedText(
                    it:
                        "esperienza: raccontata da chi l'ha fatta; pratica: descritta perché altri possano rifarla; idea: non ancora provata; soluzione: progettata per un bisogno.",
                    en:
                        "experience: told by those who did it; practice: described so that others can do it again; idea: not tried yet; solution: designed for a need."
                ), isRequired: true, width: 14),
        SheetField(.summary, "sintesi", LocalizedText(it: "Sintesi", en: "Summary"), \.summary, .text)
            .searched(in: .summary)
            .offered(
                LocalizedText(it: "una frase, al massimo 300 caratteri", en: "one sentence, 300 characters at most")
            )
            .asked(
                LocalizedText(it: "Sintesi", en: "Summary"),
                LocalizedText(
                    it: "Una o due frasi, al massimo 300 caratteri.",
                    en: "One or two sentences, 300 characters at most."), width: 44),
        SheetField(
            .publication, "pubblicazione", LocalizedText(it: "Pubblicazione", en: "Publication"), \.publication,
            .choice,
            standard: nil
        )
        .offered(choices(Publication.self))
        .explained("Quanto è vicina a uscire.", "How far it is on its way to the public."),
        SheetField(
            .example, "esempio", LocalizedText(it: "Esempio", en: "Example"), \.isExample, .flag, standard: false
        )
        .explained("Inventata, per mostrare come si scrive.", "Invented, to show how a sheet is written."),
    ]

    static let subject: [SheetField] = [
        SheetField(.themes, "temi", LocalizedText(it: "Temi", en: "Themes"), keys: \.themes, of: .themes)
            .alsoCalled("tema", "theme")
            .explained(
                "Uno o più, dall'elenco: il principale per primo.", "One or more, from the list: the main one first."
            )
            .offered(
                LocalizedText(it: "almeno uno; elenco: praticario themes", en: "at least one; list: praticario themes"),
                value: "[]"
            )
            .asked(
                LocalizedText(it: "Tema 1", en: "Theme 1"),
                LocalizedText(it: "Il tema principale, dall'elenco.", en: "The main theme, from the list."),
                isRequired: true
            )
            .asked(LocalizedText(it: "Tema 2", en: "Theme 2"), anotherTheme)
            .asked(LocalizedText(it: "Tema 3", en: "Theme 3"), anotherTheme),
        SheetField(
            .targetGroups, "destinatari", LocalizedText(it: "Destinatari", en: "Target groups"), keys: \.targetGroups,
            of: .targetGroups
        )
        .alsoCalled("destinatario")
        .offered(LocalizedText(it: "per chi", en: "for whom"), value: "[]")
        .asked(
            LocalizedText(it: "Destinatari", en: "Target group"),
            LocalizedText(it: "Per chi, dall'elenco.", en: "For whom, from the list.")),
        SheetField(.needs, "bisogni", LocalizedText(it: "Bisogno", en: "Need"), \.needs, .text)
            .alsoCalled("bisogno", "need")
            .searched(in: .summary)
            .offered(LocalizedText(it: "a quale bisogno risponde", en: "what it answers"))
            .asked(
                LocalizedText(it: "Bisogno", en: "Need"),
                LocalizedText(it: "A quale bisogno risponde.", en: "What need it answers."), width: 36),
        SheetField(
            .territories, "territori", LocalizedText(it: "Territori", en: "Territories"), keys: \.territories,
            of: .territories
        )
        .alsoCalled("territorio", "territory")
        .explained(
            "Comune (con la sigla se ce n'è più d'uno: Castro (LE)), provincia di …, regione, o Italia.",
            "Comune, provincia di …, region, or Italia."
        )
        .offered(
            LocalizedText(
                it: "comune, Castro (LE), provincia di X, regione, Italia",
                en: "comune, Castro (LE), provincia di X, region, Italia"), value: "[]"
        )
        .asked(
            LocalizedText(it: "Territorio", en: "Territory"),
            LocalizedText(
                it:
                    "Comune (con la sigla se ce n'è più d'uno: Castro (LE)), provincia di …, regione, o Italia. Più territori: separali con ;",
                en: "Comune, provincia di …, region, or Italia. Several: separate them by ;"), isRequired: true),
        SheetField(.place, "luogo", LocalizedText(it: "Luogo", en: "Place"), \.place, .text)
            .searched(in: .names)
            .asked(
                LocalizedText(it: "Quartiere o frazione", en: "Place"),
                LocalizedText(it: "Solo se serve.", en: "Only where it matters.")),
        SheetField(
            .publicPlace, "luogo_pubblico",
            LocalizedText(it: "Luogo aperto al pubblico", en: "Place open to the public"),
            \.isPublicPlace, .flag, standard: false
        )
        .explained(
            "Sì per uno sportello che tutti possono conoscere, anche se parla di violenza, rifugi o tratta.",
            "Yes for an office that everybody may know, even where it is about violence, refuges or trafficking."),
        SheetField(.scope, "ambito", LocalizedText(it: "Ambito", en: "Scope"), \.scope, .choice)
            .explained("Quanto territorio serve.", "How much territory it serves."),
    ]

    private static let anotherTheme = LocalizedText(it: "Un altro tema, se serve.", en: "Another theme, if needed.")

    static func choices<Value: ClosedVocabulary>(_ type: Value.Type) -> LocalizedText {
        LocalizedText(
            it: Value.allCases.map(\.label.it).joined(separator: ", "),
            en: Value.allCases.map(\.label.en).joined(separator: ", "))
    }
}
