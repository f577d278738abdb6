import Foundation
import PraticarioCorpus
public import PraticarioSystem

/// Why a collection was not found, read or changed. Nothing was written.
public enum CollectionProblem: ExplainedError, Codable, Hashable {
    /// There is no collection with this id; the ids of those that there are.
    case unknown(String, known: [String])
    /// The file at this path is there and cannot be read as a collection.
    case unreadable(String)
    /// No sheet has this id; the nearest one that a sheet has.
    case unknownSheet(String, nearest: String?)
    /// The sheet with this id is no entry of the collection.
    case notAnEntry(String)
    /// The file at this path is not in UTF-8.
    case encoding(String)
    /// A change would make something else of what stands around it in the file at this path.
    case unclear(String)
    /// The file at this path is already there.
    case exists(String)
    /// The collection has no heading of this name.
    case noHeading(String)
    /// The collection has no search with this question.
    case noSearch(String)
    /// A letter holds a heading, an entry or a search, or would make something else of what follows it.
    case notALetter
    /// The title holds no letter or digit to make a name of.
    case noName

    /// Says which collection, sheet or file, and the nearest name where one was wrong.
    public var message: LocalizedText {
        switch self {
        case .unknown(let id, let known):
            let nearest = Suggestion.nearest(to: id, among: known)
            return LocalizedText(
                it: "non c'è la raccolta «\(id)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? "; elenco: praticario collection list"),
                en: "there is no collection “\(id)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? "; list: praticario collection list"))
        case .unreadable(let path):
            return LocalizedText(
                it: "\(path) c'è, ma l'intestazione ha un errore: praticario check dice quale",
                en: "\(path) is there, but its header has a mistake: praticario check says which")
        case .unknownSheet(let id, let nearest):
            return LocalizedText(
                it: "nessuna scheda ha l'id «\(id)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? ": cercala con praticario search"),
                en: "no sheet has the id “\(id)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? ": look for it with praticario search"))
        case .notAnEntry(let id):
            return LocalizedText(
                it: "«\(id)» non è fra le voci della raccolta", en: "“\(id)” is not among the collection's entries")
        case .encoding(let path):
            return LocalizedText(
                it: "\(path): il file non è in UTF-8; salvalo di nuovo scegliendo la codifica UTF-8",
                en: "\(path): the file is not UTF-8; save it again as UTF-8")
        case .unclear(let path):
            return LocalizedText(
                it: "\(path): qui la modifica cambierebbe il senso di ciò che sta attorno; falla a mano con un editor",
                en: "\(path): here the change would alter what stands around it; make it by hand with an editor")
        case .exists(let path):
            return LocalizedText(it: "\(path) c'è già", en: "\(path) is already there")
        case .noHeading(let title):
            return LocalizedText(
                it: "la raccolta non ha un titoletto «\(title)»", en: "the collection has no heading “\(title)”")
        case .noSearch(let question):
            return LocalizedText(
                it: "la raccolta non ha la ricerca «\(question)»: praticario collection show dice quali ha",
                en: "the collection has no search “\(question)”: praticario collection show says which it has")
        case .notALetter:
            return LocalizedText(
                it:
                    "nella lettera non vanno titoli, schede in elenco o ricerche: mettili dopo, fra le voci; un paragrafo o un elenco di parole va bene",
                en:
                    "a letter has no headings, listed sheets or searches: put them after it, among the entries; paragraphs and plain lists are fine"
            )
        case .noName:
            return LocalizedText(
                it: "il titolo deve avere almeno una lettera o una cifra",
                en: "the title must have at least one letter or digit")
        }
    }
}
