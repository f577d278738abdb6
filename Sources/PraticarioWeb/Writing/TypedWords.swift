import PraticarioCorpus
import PraticarioSystem

/// What the fields of communities and of the programme are called in forms, and what there is to say of them.
enum TypedWords {
    /// By the English key, where the key itself does not say it well.
    static let labels: [String: LocalizedText] = [
        "title": LocalizedText(it: "Come si chiama", en: "What it is called"),
        "summary": LocalizedText(it: "In una frase o due", en: "In a sentence or two"),
        "example": LocalizedText(
            it: "È inventata, per far vedere come si fa?", en: "Is it invented, to show how it is done?"),
        "facilitator": LocalizedText(it: "L'ente che convoca e facilita", en: "The body that convenes and facilitates"),
        "members": LocalizedText(it: "Gli enti che ne fanno parte", en: "The bodies that take part"),
        "earlier_partnerships": LocalizedText(
            it: "Chi lavorava già insieme, prima del primo incontro",
            en: "Who worked together already, before the first meeting"),
        "difficulties": LocalizedText(it: "Che cosa è stato difficile", en: "What was difficult"),
        "runts_section": LocalizedText(it: "Sezione del RUNTS", en: "Section of the RUNTS"),
        "parties": LocalizedText(it: "Enti", en: "Bodies"),
        "organizations": LocalizedText(it: "Enti presenti", en: "Bodies present"),
        "people": LocalizedText(it: "Quante persone", en: "How many people"),
        "sheets": LocalizedText(it: "Schede", en: "Sheets"),
        "question": LocalizedText(it: "La domanda", en: "The question"),
        "opened_at": LocalizedText(
            it: "Numero dell'incontro in cui è nata", en: "Number of the meeting at which it was asked"),
        "closed_at": LocalizedText(
            it: "Numero dell'incontro in cui si è risposto", en: "Number of the meeting at which it was answered"),
        "kind": LocalizedText(it: "Che cos'è", en: "What it is"),
        "meeting": LocalizedText(
            it: "Numero dell'incontro da cui viene", en: "Number of the meeting from which it came"),
        "evidence": LocalizedText(it: "Dove si può vedere", en: "Where it can be seen"),
        "told_by": LocalizedText(it: "Schede che lo raccontano", en: "Sheets that tell it"),
        "cycle": LocalizedText(it: "Ciclo del valore", en: "Cycle of value"),
        "by": LocalizedText(it: "Chi adotta (solo per un'adozione)", en: "Who adopts (of an adoption)"),
        "what": LocalizedText(it: "Che cosa si adotta (solo per un'adozione)", en: "What is adopted (of an adoption)"),
        "formal": LocalizedText(
            it: "C'è un atto? (solo per un partenariato)", en: "Is there an act? (of a partnership)"),
        "with_administration": LocalizedText(
            it: "C'è una pubblica amministrazione?", en: "Is there a public administration?"),
        "pa_instrument": LocalizedText(it: "Strumento con la PA", en: "Instrument with the administration"),
        "target_groups": LocalizedText(it: "Per chi (solo per un intervento)", en: "For whom (of an intervention)"),
        "funder": LocalizedText(it: "Chi finanzia", en: "Who pays"),
        "cup": LocalizedText(it: "CUP", en: "CUP"),
        "plan": LocalizedText(it: "Il piano", en: "The plan"),
        "communities": LocalizedText(it: "Quante comunità", en: "How many communities"),
        "meetings": LocalizedText(it: "Quanti incontri ciascuna", en: "How many meetings each"),
        "online": LocalizedText(it: "di cui online", en: "of which online"),
        "in_person": LocalizedText(it: "di cui in presenza", en: "of which in person"),
        "acknowledgement": LocalizedText(
            it: "Ringraziamento, su ogni documento", en: "Acknowledgement, on every document"),
        "logo": LocalizedText(it: "Logo", en: "Logo"),
    ]

    static let hints: [String: LocalizedText] = [
        "members": LocalizedText(
            it: "Nomi di enti, mai di persone. Per togliere un ente svuota il suo nome e il resto.",
            en: "Names of bodies, never of persons. To take a body out empty its name and the rest."),
        "difficulties": LocalizedText(
            it: "Resta interno: non esce nei documenti per tutti.", en: "It stays internal: no document for all has it."
        ),
        "people": LocalizedText(it: "Il numero, mai i nomi.", en: "The number, never names."),
        "date": LocalizedText(it: "2026-05-14 o 14/5/2026", en: "2026-05-14"),
        "sheets": LocalizedText(
            it: "L'id di ciascuna, come nell'indirizzo della sua pagina.",
            en: "The id of each, as in the address of its page."),
        "told_by": LocalizedText(
            it: "L'id di ciascuna, come nell'indirizzo della sua pagina.",
            en: "The id of each, as in the address of its page."),
        "evidence": LocalizedText(
            it: "Un atto, un documento, un indirizzo.", en: "An act, a document, an address."),
        "cup": LocalizedText(
            it: "Il codice unico di progetto: quindici lettere e cifre.",
            en: "The code of the public investment: fifteen letters and digits."),
        "from": LocalizedText(it: "2025-02 o 2025-02-14", en: "2025-02 or 2025-02-14"),
        "to": LocalizedText(it: "2026-05 o 2026-05-31", en: "2026-05 or 2026-05-31"),
        "plan": LocalizedText(
            it: "`praticario check` lo confronta con gli incontri scritti. Ciò che resta vuoto non si confronta.",
            en: "`praticario check` compares it with the meetings that are written. What stays empty is not compared."),
        "logo": LocalizedText(
            it: "Un'immagine PNG o JPEG dell'archivio, come immagini/logo.png.",
            en: "A PNG or JPEG picture of the archive, such as images/logo.png."),
    ]

    /// Those that people write more than a line of.
    static let areas: Set<String> = ["summary", "acknowledgement", "question"]
}
