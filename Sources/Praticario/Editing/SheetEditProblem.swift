import Foundation
public import PraticarioSystem

/// Why sheets were not changed. Nothing was written.
public enum SheetEditProblem: ExplainedError, Codable, Hashable {
    /// No sheet has this id; the nearest one that a sheet has.
    case unknown(String, nearest: String?)
    /// Nobody has allowed the sheet with this id to be published.
    case noPermission(String)
    /// The sheet with this id has errors, the first of them; such a sheet is not published.
    case incomplete(String, first: LocalizedText)
    /// The file at this path is written in a way that the change would make something else of.
    case unclear(String)
    /// The file at this path is not in UTF-8.
    case encoding(String)
    /// Something else has this id, or a file its name.
    case taken(String)
    /// Somebody proposes a change of the sheet that is to have another id.
    case proposed
    /// This can be no id; what could be, where there is something like it.
    case malformedID(String, instead: String?)

    /// Says which sheet or file, and what to do.
    public var message: LocalizedText { message(allowingWith: nil) }

    /// As `message`, saying with which option of a program permission is told.
    package func message(allowingWith option: String?) -> LocalizedText {
        switch self {
        case .unknown(let id, let nearest):
            return LocalizedText(
                it: "non c'è una scheda con l'id «\(id)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? ": cercala con praticario search"),
                en: "there is no sheet with the id “\(id)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? ": look for it with praticario search"))
        case .noPermission(let id):
            return LocalizedText(
                it: "«\(id)»: chi ha permesso di pubblicarla? Indica l'organizzazione"
                    + (option.map { " con \($0)" } ?? " nel campo `permesso` della scheda"),
                en: "“\(id)”: who allowed it to be published? Name the organization"
                    + (option.map { " with \($0)" } ?? " in the sheet's field `permission`"))
        case .incomplete(let id, let first):
            return LocalizedText(
                it:
                    "«\(id)» ha ancora errori e non si pubblica (\(first.it)): correggila; tutti gli errori: praticario check",
                en:
                    "“\(id)” still has errors and is not published (\(first.en)): correct it; all errors: praticario check"
            )
        case .unclear(let path):
            return LocalizedText(
                it: "\(path) è scritto in un modo che la modifica cambierebbe di senso: falla a mano con un editor",
                en: "\(path) is written in a way whose meaning the change would alter: make it by hand with an editor")
        case .taken(let id):
            return LocalizedText(
                it: "«\(id)» c'è già: scegli un altro id", en: "“\(id)” is there already: choose another id")
        case .proposed:
            return LocalizedText(
                it: "Qualcuno ne propone una modifica: prima guardala, in «Da rivedere»",
                en: "Somebody proposes a change of it: look at that first, among what is to be reviewed")
        case .malformedID(let id, let instead):
            return LocalizedText(
                it: "«\(id)» non può essere un id: solo lettere minuscole senza accenti, cifre e trattini"
                    + (instead.map { "; per esempio «\($0)»" } ?? ""),
                en: "“\(id)” can be no id: only small letters without accents, digits and hyphens"
                    + (instead.map { "; “\($0)” could be one" } ?? ""))
        case .encoding(let path):
            return LocalizedText(
                it: "\(path): il file non è in UTF-8; salvalo di nuovo scegliendo la codifica UTF-8, poi riprova",
                en: "\(path): the file is not UTF-8; save it again as UTF-8, then try again")
        }
    }
}
