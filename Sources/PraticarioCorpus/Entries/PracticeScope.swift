public import PraticarioSystem

/// The territory that a practice serves.
public enum PracticeScope: String, ClosedVocabulary {
    /// One comune, or part of it.
    case municipal
    /// Several comuni.
    case interMunicipal = "inter_municipal"
    /// A second-level unit.
    case provincial
    /// A region.
    case regional
    /// All of Italy.
    case national

    public var label: LocalizedText {
        switch self {
        case .municipal: LocalizedText(it: "comunale", en: "municipal")
        case .interMunicipal: LocalizedText(it: "intercomunale", en: "inter-municipal")
        case .provincial: LocalizedText(it: "provinciale", en: "provincial")
        case .regional: LocalizedText(it: "regionale", en: "regional")
        case .national: LocalizedText(it: "nazionale", en: "national")
        }
    }

    public var aliases: [String] {
        switch self {
        case .municipal: ["locale", "di quartiere"]
        case .interMunicipal: ["sovracomunale"]
        default: []
        }
    }
}
