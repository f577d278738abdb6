public import PraticarioSystem

/// How far a sheet is on its way to the public.
public enum Publication: String, ClosedVocabulary {
    /// Nobody has submitted it yet.
    case draft
    /// It waits for somebody's yes.
    case inReview = "in_review"
    /// It may leave, as far as its licence goes.
    case published
    /// No longer true, or no longer wanted; it is still found.
    case archived

    public var label: LocalizedText {
        switch self {
        case .draft: LocalizedText(it: "bozza", en: "draft")
        case .inReview: LocalizedText(it: "in verifica", en: "in review")
        case .published: LocalizedText(it: "pubblicata", en: "published")
        case .archived: LocalizedText(it: "archiviata", en: "archived")
        }
    }

    public var aliases: [String] {
        switch self {
        case .published: ["pubblicato"]
        case .archived: ["archiviato"]
        default: []
        }
    }
}
