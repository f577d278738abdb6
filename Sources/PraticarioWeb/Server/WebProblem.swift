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
    /// Nobody has come in, and this is for those who have.
    case noLogin
    /// Who came in has another role than the one that is needed.
    case notAllowed(Role)
    /// A link that let in before, or is too old.
    case usedLink
    /// There is no such person, or the password is another one.
    case wrongPassword
    /// A password that would be guessed.
    case weakPassword
    /// Too many passwords were tried.
    case tooManyLogins
    /// A form came from a page that is not ours.
    case otherOrigin
    /// Without a title and a kind there is no sheet.
    case notASheet
    /// A sheet that everybody sees must be right.
    case publishedWithErrors
    /// Nobody is named who allowed the publication.
    case noPermission
    /// What is to go needs a reason.
    case noReason
    /// No part of a proposal was ticked.
    case nothingAccepted
    /// A sheet that is to be published has errors; its id, and the first of them.
    case incomplete(String, LocalizedText)
    /// What is done for good was not confirmed.
    case notConfirmed
    /// There is nothing to report on.
    case noCommunities
    /// Nothing was ticked.
    case nothingChosen
    /// No file was sent.
    case noFile
    /// No picture or paper was sent.
    case nothingSent
    /// Whoever changes a sheet says which version of it.
    case noTag
    /// The sheet is another one by now.
    case otherTag
    /// What the library has against it.
    case refused(LocalizedText)
    /// It is no number.
    case badNumber(String)
    /// Something must be said, in Italian and English.
    case missing(String, String)
    /// A meeting on a day that is past took place, or did not.
    case heldOrNot
    /// A person has proposed as much as is kept.
    case tooManyProposals
    /// A proposal is another one by now, or was decided.
    case otherProposal
    /// Others changed a note or a letter since the page was made.
    case noteChanged
    /// It is no date.
    case badDate(String)
    /// Others changed something since the page was made.
    case changedMeanwhile
    /// Others changed a sheet since the page was made.
    case sheetChanged
    /// Others changed sheets, by their titles, since the list was made.
    case sheetsChanged([String])
    /// Others put the parts of a collection into another order, or added some, or took some out.
    case orderChanged
    /// Others changed the note of an entry that is to go.
    case noteOfGoneChanged
    /// Others changed the same fields of a header.
    case headerChanged
    /// A form was made for another session.
    case oldForm
    /// More than is taken.
    case tooLarge
    /// The server was called by a name that is not its own.
    case otherHost
    /// A format that is not made here.
    case noFormat(String)
    /// Something of ours went wrong.
    case failed
    /// Too many ask for exports at once.
    case busy

    var status: HTTPResponse.Status {
        switch self {
        case .notFound, .noFormat, .noCommunities: .notFound
        case .badValue: .badRequest
        case .noKey, .notAllowed, .usedLink, .wrongPassword, .otherOrigin, .oldForm: .forbidden
        case .noLogin: .unauthorized
        case .weakPassword, .notASheet, .publishedWithErrors, .noPermission, .noReason, .nothingChosen, .noFile,
            .nothingAccepted, .incomplete, .notConfirmed,
            .nothingSent,
            .badDate, .badNumber, .missing, .heldOrNot, .refused:
            .unprocessableContent
        case .changedMeanwhile, .noteChanged, .otherProposal, .sheetChanged, .sheetsChanged, .orderChanged,
            .noteOfGoneChanged,
            .headerChanged:
            .conflict
        case .noTag: .preconditionRequired
        case .otherTag: .preconditionFailed
        case .tooManyLogins, .tooManyProposals: .tooManyRequests
        case .tooLarge: .contentTooLarge
        case .otherHost: .init(code: 421, reasonPhrase: "Misdirected Request")
        case .failed: .internalServerError
        case .busy: .serviceUnavailable
        }
    }
}
