import Foundation
import PraticarioCorpus
import PraticarioSystem

/// A change of a sheet that somebody proposes who may not make it: of the parts that differ, what the sheet said and what it
/// shall say.
struct Proposal: Codable, Sendable {
    /// Of the sheet.
    let sheet: String
    /// As it was called then.
    let title: String
    /// Who proposes: the id, and the name for those who read it.
    let person: String
    let name: String
    let date: Date
    /// As a form sends them.
    private let before: String
    private let after: String
    /// `nil` as long as it waits.
    var decision: Decision?

    /// What an editor made of it.
    struct Decision: Codable, Sendable {
        let name: String
        let date: Date
        /// The places of those parts that were taken.
        let accepted: [Int]
        /// Why not all of it.
        let reason: String
    }

    /// - Parameters:
    ///   - before: what the sheet says.
    ///   - after: what it shall say.
    init(of sheet: String, _ title: String, by person: Person, from before: SheetContent, to after: SheetContent) {
        let parts = after.parts(otherThanIn: before)
        (self.sheet, self.title) = (sheet, title)
        (self.person, name) = (person.id, person.name)
        date = .now
        self.before = SheetFormFields.fields(of: before.keeping(parts)).encoded
        self.after = SheetFormFields.fields(of: after.keeping(parts)).encoded
    }

    /// What the sheet said in these parts.
    var origin: SheetContent { SheetFormFields.content(of: FormFields(encoded: before)) }
    /// What it shall say in them.
    var content: SheetContent { SheetFormFields.content(of: FormFields(encoded: after)) }
    /// What it is about, in an order that does not change.
    var parts: [SheetContent.Part] { content.parts(otherThanIn: origin) }

    /// In bytes.
    var size: Int { before.utf8.count + after.utf8.count }

    /// Another one when it says something else: whoever decides names what they saw.
    var version: String { String(Secrets.digest(of: "\(before)\n\(after)").prefix(20)) }

    /// What it comes to, of some of its parts.
    func merged(_ chosen: [Int], into theirs: SheetContent) -> (content: SheetContent, conflicts: [SheetContent.Part]) {
        let all = parts
        let wanted = all.indices.filter(chosen.contains).map { all[$0] }
        return content.keeping(wanted).merged(since: origin.keeping(wanted), into: theirs)
    }

    var state: State {
        guard let decision else { return .waiting }
        return decision.accepted.isEmpty ? .refused : decision.accepted.count == parts.count ? .accepted : .partly
    }

    enum State: Sendable {
        case waiting, accepted, partly, refused

        var label: LocalizedText {
            switch self {
            case .waiting: LocalizedText(it: "aspetta la redazione", en: "waits for an editor")
            case .accepted: LocalizedText(it: "accolta", en: "accepted")
            case .partly: LocalizedText(it: "accolta in parte", en: "accepted in part")
            case .refused: LocalizedText(it: "non accolta", en: "not accepted")
            }
        }
    }
}

extension SheetContent {
    /// These parts alone.
    fileprivate func keeping(_ parts: [Part]) -> SheetContent {
        var kept = SheetContent()
        for part in parts { kept[part] = self[part] }
        return kept
    }
}
