import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What is told of rows that come in.
enum Told {
    static func taken(_ id: String, by other: EntryHead) -> LocalizedText {
        LocalizedText(
            it: "l'id `\(id)` è già di \(other.origin.path): la riga non si aggiunge; correggi quella scheda",
            en: "the id `\(id)` already belongs to \(other.origin.path): the row is not added; correct that sheet")
    }

    static func moved(_ other: EntryHead) -> LocalizedText {
        LocalizedText(
            it: "la scheda `\(other.id)` ora sta in \(other.origin.path): la riga resta fuori dalla tabella",
            en: "the sheet `\(other.id)` now stands in \(other.origin.path): the row stays out of the table")
    }

    static func deleted(_ id: String) -> LocalizedText {
        LocalizedText(
            it: "`\(id)` è stata tolta dalla tabella e resta fuori; per rimetterla, riscrivi la riga nella tabella",
            en: "`\(id)` was taken out of the table and stays out; to have it back, write the row into the table")
    }

    static func twin(_ row: Int, _ id: String) -> LocalizedText {
        LocalizedText(
            it:
                "stesso id della riga \(row) (stesso titolo e stessa organizzazione, o lo stesso id scritto): questa diventa `\(id)`; se è la stessa pratica, tienine una",
            en:
                "the same id as row \(row) (same title and organization, or the same id written): this one becomes `\(id)`; if it is the same practice, keep one"
        )
    }

    static func kept(_ cell: TableMerge.Cell) -> LocalizedText {
        let (now, new) = (short(cell.before), short(cell.after))
        return LocalizedText(
            it: "nella tabella c'è «\(now)», corretto qui; il file ora dice «\(new)»: resta «\(now)»",
            en: "the table has “\(now)”, corrected here; the file now says “\(new)”: “\(now)” stays")
    }

    private static func short(_ text: String) -> String {
        text.count > 80 ? text.prefix(80) + "…" : text
    }
}
