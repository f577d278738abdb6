import Foundation
public import PraticarioSystem

/// Why a file cannot be taken in.
public enum ImportProblem: ExplainedError, Codable, Hashable {
    /// No file is at the path.
    case missing(String)
    /// The file is something else than a table; `what` says what.
    case noTable(String, what: LocalizedText)
    /// It is a folder or a zip archive, and not of a knowledge base.
    case noArchive(String)
    /// It is an archive of Praticario where a table was wanted.
    case otherArchive(String)
    /// It is a spreadsheet, and damaged, encrypted or too large.
    case damaged(String)
    /// The row that was to hold the headings holds nothing.
    case noHeader(String, row: Int)
    /// No column has the heading that was named.
    case noColumn(String, heading: String)
    /// What would have been written could not be read back: nothing was written.
    case notReadBack(String)

    /// Says what to do.
    public var message: LocalizedText {
        switch self {
        case .missing(let path):
            LocalizedText(
                it: "\(path): il file non c'è; controlla il nome e la cartella",
                en: "\(path): there is no such file; check the name and the folder")
        case .noTable(let path, let what):
            LocalizedText(
                it: "\(path): è \(what.it), e non si legge; aprilo e salvalo come .xlsx, .ods o CSV",
                en: "\(path): it is \(what.en), which is not read; open it and save it as .xlsx, .ods or CSV")
        case .noArchive(let path):
            LocalizedText(
                it: "\(path): non è un archivio di Praticario: non contiene praticario.yaml",
                en: "\(path): it is no archive of Praticario: it holds no praticario.yaml")
        case .otherArchive(let path):
            LocalizedText(
                it:
                    "\(path): è un archivio di Praticario, non una tabella: si prende intero, con praticario import o dalla pagina «Importa»",
                en:
                    "\(path): it is an archive of Praticario, no table: praticario import takes it in whole, and so does the page “Import”"
            )
        case .damaged(let path):
            LocalizedText(
                it:
                    "\(path): non è un foglio di calcolo leggibile; salvalo di nuovo, senza password, come .xlsx, .ods o CSV",
                en: "\(path): it is no readable spreadsheet; save it again, without a password, as .xlsx, .ods or CSV")
        case .noHeader(let path, let row):
            LocalizedText(
                it:
                    "\(path): la riga \(row) è vuota, o non c'è: conta di nuovo in quale riga stanno i titoli delle colonne",
                en: "\(path): row \(row) is empty or missing: count again in which row the headings are")
        case .noColumn(let path, let heading):
            LocalizedText(
                it: "\(path): nessuna colonna si chiama «\(heading)»; copia il titolo com'è, fra virgolette",
                en: "\(path): no column is called “\(heading)”; copy the heading as it is, between quotes")
        case .notReadBack(let path):
            LocalizedText(
                it:
                    "\(path): quello che si stava per scrivere non si rilegge uguale, e non è stato scritto niente; accorcia i titoli delle colonne e i testi più lunghi, togli le colonne che non servono, e riprova",
                en:
                    "\(path): what was to be written does not read back the same, and nothing was written; shorten headings and the longest texts, remove columns that are not needed, and try again"
            )
        }
    }
}
