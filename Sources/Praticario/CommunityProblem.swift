import Foundation
public import PraticarioCorpus
public import PraticarioSystem

/// Why a community, or something of it, was not found or not changed. Nothing was written.
public enum CommunityProblem: ExplainedError, Codable, Hashable {
    /// There is no community with this id or title; the ids of those that there are.
    case unknown(String, known: [String])
    /// The community has no meeting with this number; the numbers that it has.
    case unknownMeeting(Int, known: [Int])
    /// The community has no question with this id; the ids that it has.
    case unknownQuestion(String, known: [String])
    /// The community has no outcome with this id; the ids that it has.
    case unknownOutcome(String, known: [String])
    /// The community has nothing of this name in one of its lists; the names that there are.
    case unknownItem(String, known: [String])
    /// The title leaves nothing to make a file's name of, or the id is none.
    case noName
    /// A community or a sheet has this id already.
    case exists(String)
    /// What was given means nothing, or tells of a person.
    case refused(LocalizedText)
    /// The meeting with this number was not held: there is nothing to record.
    case notHeld(Int)
    /// A meeting would be one that was held, on a day that is still to come.
    case toCome(PartialDate)

    /// Says which, and what to do.
    public var message: LocalizedText {
        switch self {
        case .unknown(let name, let known):
            let nearest = Suggestion.nearest(to: name, among: known)
            return LocalizedText(
                it: "non c'è la comunità «\(name)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? "; elenco: praticario community list"),
                en: "there is no community “\(name)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? "; list: praticario community list"))
        case .unknownMeeting(let number, let known):
            let list = known.map { String($0) }.joined(separator: ", ")
            return LocalizedText(
                it: "la comunità non ha un incontro \(number)" + (list.isEmpty ? "" : "; ha: \(list)"),
                en: "the community has no meeting \(number)" + (list.isEmpty ? "" : "; it has: \(list)"))
        case .unknownQuestion(let id, let known):
            let nearest = Suggestion.nearest(to: id, among: known)
            let list = known.joined(separator: ", ")
            return LocalizedText(
                it: "la comunità non ha la domanda «\(id)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? (list.isEmpty ? "" : "; ha: \(list)")),
                en: "the community has no question “\(id)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? (list.isEmpty ? "" : "; it has: \(list)")))
        case .unknownOutcome(let id, let known):
            let nearest = Suggestion.nearest(to: id, among: known)
            let list = known.joined(separator: ", ")
            return LocalizedText(
                it: "la comunità non ha l'esito «\(id)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? (list.isEmpty ? "" : "; ha: \(list)")),
                en: "the community has no outcome “\(id)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? (list.isEmpty ? "" : "; it has: \(list)")))
        case .unknownItem(let name, let known):
            let list = known.joined(separator: ", ")
            return LocalizedText(
                it: "la comunità non ha più «\(name)»" + (list.isEmpty ? "" : "; ha: \(list)"),
                en: "the community has no “\(name)” any more" + (list.isEmpty ? "" : "; it has: \(list)"))
        case .noName:
            return LocalizedText(
                it: "manca un nome per il file: lettere minuscole senza accenti, cifre e trattini (--id)",
                en: "a name for the file is missing: lower-case letters without accents, digits and hyphens (--id)")
        case .exists(let id):
            return LocalizedText(
                it: "«\(id)» c'è già: scegli un altro id con --id",
                en: "“\(id)” is there already: choose another id with --id")
        case .refused(let reason):
            return LocalizedText(it: "\(reason.it); non è stato scritto nulla", en: "\(reason.en); nothing was written")
        case .toCome(let date):
            return LocalizedText(
                it:
                    "il giorno deve ancora venire (\(date.text(in: .italian))): un incontro svolto ha la data in cui c'è stato",
                en:
                    "the day is still to come (\(date.text(in: .english))): a meeting that was held has the day on which it was"
            )
        case .notHeld(let number):
            return LocalizedText(
                it:
                    "l'incontro \(number) non è ancora svolto: prima praticario community meeting update … --status svolto",
                en: "meeting \(number) has not been held yet: first praticario community meeting update … --status held"
            )
        }
    }
}
