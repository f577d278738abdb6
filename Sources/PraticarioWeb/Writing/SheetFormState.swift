import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// A sheet in the making: what was typed, what it was made from, and what there is to say of it.
struct SheetFormState: Sendable {
    /// `nil` for a new one.
    var id: String?
    var kind = EntryKind.practice
    /// Under which what is typed is kept.
    var draft: String
    var content: SheetContent
    /// What the form is made from: the sheet as it was read last.
    var origin: SheetContent
    var problems: [(part: SheetContent.Part?, diagnostic: Diagnostic)] = []
    /// Why it was not saved.
    var message: LocalizedText?
    /// What others made of parts that were changed here, too.
    var conflicts: [SheetContent.Part: FieldValue] = [:]
    /// As it would be.
    var preview: Entry?
    var longer: Set<String> = []
    /// Of a draft that was left, which may be taken up.
    var leftDraft: Date?
    /// A row of a table is shown where it stands.
    var place: String?
    /// Whether an editor decides on what is sent.
    var isProposal = false
    /// The proposal that waits already.
    var waiting: String?
    /// The proposal that an editor takes with what is sent.
    var decided: ProposalChoice?

    /// What is sent along of `origin`.
    var sentOrigin: String { Data(SheetFormFields.fields(of: origin).encoded.utf8).base64EncodedString() }

    /// - Returns: `nil` where nothing was sent, or nothing that can be read.
    static func origin(sent: String?) -> SheetContent? {
        sent.flatMap { Data(base64Encoded: $0) }.map {
            SheetFormFields.content(of: FormFields(encoded: String(decoding: $0, as: UTF8.self)))
        }
    }
}
