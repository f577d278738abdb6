import PraticarioSystem

/// What is said after something was done, by the word that the address carries.
enum DoneWords {
    /// `nil` for a word that means nothing.
    static func sentence(_ word: String?, _ language: Language) -> String? {
        word.flatMap { words[$0] }?[language]
    }

    private static let words: [String: LocalizedText] = [
        "salvata": LocalizedText(it: "Salvata.", en: "Saved."),
        "pubblicata": LocalizedText(it: "Pubblicata.", en: "Published."),
        "pubblicate": LocalizedText(it: "Pubblicate.", en: "Published."),
        "ritirata": LocalizedText(it: "È di nuovo una bozza.", en: "It is a draft again."),
        "archiviata": LocalizedText(it: "Archiviata.", en: "Archived."),
        "eliminata": LocalizedText(
            it: "Eliminata. «Annulla» la rimette com'era.", en: "Deleted. “Undo” puts it back as it was."),
        "annullata": LocalizedText(it: "Annullata: tutto è com'era prima.", en: "Undone: all is as it was before."),
        "riportata": LocalizedText(
            it: "È di nuovo com'era allora; anche questo si può annullare.",
            en: "It is as it was then; this can be undone, too."),
        "rinominata": LocalizedText(
            it: "Ha un altro indirizzo, e chi la citava cita quello.",
            en: "It has another address, and what named it names that."),
        "spostata": LocalizedText(it: "Spostata.", en: "Moved."),
        "allegato": LocalizedText(it: "Aggiunto alla scheda.", en: "Added to the sheet."),
        "staccato": LocalizedText(
            it: "Tolto dalla scheda. «Ultime modifiche» lo rimette.",
            en: "Taken off the sheet. “Last changes” puts it back."),
        "tolta": LocalizedText(it: "Tolta.", en: "Taken out."),
        "aggiunte": LocalizedText(it: "Aggiunto.", en: "Added."),
        "raccolta": LocalizedText(it: "È nella raccolta.", en: "It is in the collection."),
        "proposta": LocalizedText(
            it: "Mandata. La redazione la guarda, e qui si vede che cosa ne pensa.",
            en: "Sent. The editors look at it, and here one sees what they think."),
        "decisa": LocalizedText(
            it: "Fatto: chi ha proposto vede che cosa è stato accolto.",
            en: "Done: who proposed sees what was accepted."),
        "ripresa": LocalizedText(it: "La proposta è ritirata.", en: "The proposal is taken back."),
        "riga": LocalizedText(
            it: "La riga è salvata così: entra con le altre quando si prende il foglio.",
            en: "The row is saved like that: it comes in with the others when the spreadsheet is taken in."),
        "congelata": LocalizedText(
            it: "Al posto delle ricerche ci sono le schede che trovano oggi. «Ultime modifiche» rimette le ricerche.",
            en:
                "In the place of the searches are the sheets that they find today. “Last changes” puts the searches back."
        ),
        "conservate": LocalizedText(
            it: "Da ora si conservano, e si leggono qui.", en: "From now on they are kept, and read here."),
        "dimenticate": LocalizedText(
            it: "Non si conservano più, e quelle che c'erano sono dimenticate.",
            en: "None are kept any more, and those there were are forgotten."),
        "uguale": LocalizedText(it: "Non c'era nulla da salvare.", en: "There was nothing to save."),
    ]
}
