public import PraticarioSystem

/// The four kinds of sheet.
public enum EntryKind: String, ClosedVocabulary, CodingKeyRepresentable {
    /// Described so that others can do it again.
    case practice
    /// Told by those who did it.
    case experience
    /// Not tried yet.
    case idea
    /// An answer designed for a stated need.
    case solution

    public var label: LocalizedText {
        switch self {
        case .practice: LocalizedText(it: "pratica", en: "practice")
        case .experience: LocalizedText(it: "esperienza", en: "experience")
        case .idea: LocalizedText(it: "idea", en: "idea")
        case .solution: LocalizedText(it: "soluzione", en: "solution")
        }
    }

    /// What several are called: `pratiche`.
    public var pluralLabel: LocalizedText {
        switch self {
        case .practice: LocalizedText(it: "pratiche", en: "practices")
        case .experience: LocalizedText(it: "esperienze", en: "experiences")
        case .idea: LocalizedText(it: "idee", en: "ideas")
        case .solution: LocalizedText(it: "soluzioni", en: "solutions")
        }
    }

    public var aliases: [String] {
        switch self {
        case .practice: ["pratiche", "practices", "buona pratica", "buone pratiche", "best practice"]
        case .experience: ["esperienze", "experiences"]
        case .idea: ["idee", "ideas"]
        case .solution: ["soluzioni", "solutions"]
        }
    }
}
