import Foundation
package import PraticarioSystem

/// Why the file of people was not read or changed.
package enum PeopleProblem: ExplainedError {
    /// The file at this path cannot be understood, and why.
    case unreadable(String, LocalizedText)
    case unknown(String)
    case taken(String)
    case malformedID(String)
    /// The person has no key of this name.
    case unknownKey(String)
    /// The last who keeps the knowledge base cannot go.
    case lastOwner(String)

    package var message: LocalizedText {
        switch self {
        case .unreadable(let path, let reason):
            LocalizedText(
                it: "\(path) non si legge (\(reason.it)): correggilo, o toglilo e aggiungi di nuovo le persone",
                en: "\(path) cannot be read (\(reason.en)): correct it, or remove it and add people again")
        case .unknown(let id):
            LocalizedText(
                it: "non c'è una persona «\(id)»: l'elenco è in `praticario person list`",
                en: "there is no person “\(id)”: see `praticario person list`")
        case .taken(let id):
            LocalizedText(
                it: "«\(id)» c'è già: scegli un altro nome con --id",
                en: "“\(id)” is there already: choose another --id")
        case .malformedID(let id):
            LocalizedText(
                it: "«\(id)» non va bene come nome per entrare: lettere minuscole senza accenti, cifre e trattini",
                en: "“\(id)” cannot be a name to come in by: small letters without accents, digits and hyphens")
        case .unknownKey(let name):
            LocalizedText(it: "non c'è una chiave «\(name)»", en: "there is no key “\(name)”")
        case .lastOwner(let id):
            LocalizedText(
                it: "«\(id)» è l'unica persona che gestisce l'archivio: prima aggiungine un'altra con --role gestione",
                en: "“\(id)” is the only owner: add another one first, with --role owner")
        }
    }
}
