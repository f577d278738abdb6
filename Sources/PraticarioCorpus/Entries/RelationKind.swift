public import PraticarioSystem

/// How one sheet refers to another.
public enum RelationKind: String, ClosedVocabulary {
    /// It was made after the other.
    case derivesFrom = "derives_from"
    /// It is a solution to what the other asks.
    case answers
    /// It takes the place of the other, which is no longer true.
    case replaces
    /// Whoever reads one may want the other.
    case similarTo = "similar_to"

    public var label: LocalizedText {
        switch self {
        case .derivesFrom: LocalizedText(it: "deriva da", en: "derives from")
        case .answers: LocalizedText(it: "risponde a", en: "answers")
        case .replaces: LocalizedText(it: "sostituisce", en: "replaces")
        case .similarTo: LocalizedText(it: "simile a", en: "similar to")
        }
    }

    /// What the sheet that is referred to may say of the other.
    public var reverseLabel: LocalizedText {
        switch self {
        case .derivesFrom: LocalizedText(it: "ne deriva", en: "derived from it")
        case .answers: LocalizedText(it: "le risponde", en: "answers it")
        case .replaces: LocalizedText(it: "la sostituisce", en: "replaces it")
        case .similarTo: LocalizedText(it: "simile a", en: "similar to")
        }
    }
}
