import Foundation
import HTTPTypes
import PraticarioSystem

/// Why a page is not shown.
enum WebProblem: ExplainedError {
    /// There is nothing at this address.
    case notFound
    /// What was asked of the API is no value.
    case badValue(name: String)
    /// Who comes has not the key.
    case noKey
    /// The server was called by a name that is not its own.
    case otherHost
    /// A format that is not made here.
    case noFormat(String)
    /// Something of ours went wrong.
    case failed

    var status: HTTPResponse.Status {
        switch self {
        case .notFound, .noFormat: .notFound
        case .badValue: .badRequest
        case .noKey: .forbidden
        case .otherHost: .init(code: 421, reasonPhrase: "Misdirected Request")
        case .failed: .internalServerError
        }
    }

    var message: LocalizedText {
        switch self {
        case .notFound:
            LocalizedText(
                it: "Qui non c'è niente: forse la scheda ha cambiato nome, o non è più pubblicata",
                en: "There is nothing here: perhaps the sheet has another name now, or is no longer published")
        case .badValue(let name):
            LocalizedText(it: "Il valore di «\(name)» non va bene", en: "The value of “\(name)” is not right")
        case .noKey:
            LocalizedText(
                it: "Questa pagina è di chi ha aperto l'archivio: usa l'indirizzo scritto da `praticario apri`",
                en: "This page is for who opened the archive: use the address that `praticario open` wrote")
        case .otherHost:
            LocalizedText(
                it: "Questo server risponde solo al suo indirizzo", en: "This server answers only to its own address")
        case .noFormat(let name):
            LocalizedText(it: "Non c'è un formato «\(name)»", en: "There is no format “\(name)”")
        case .failed:
            LocalizedText(
                it: "Qualcosa non ha funzionato: riprova tra poco", en: "Something went wrong: try again in a while")
        }
    }
}
