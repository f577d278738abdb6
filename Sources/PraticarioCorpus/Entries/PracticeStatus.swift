public import PraticarioSystem

/// Whether the practice itself is under way.
public enum PracticeStatus: String, ClosedVocabulary {
    /// It has not begun.
    case planned
    /// It goes on.
    case active
    /// It has stopped and may begin again.
    case suspended
    /// It has ended.
    case concluded
    /// The sheet does not say.
    case unknown

    public var label: LocalizedText {
        switch self {
        case .planned: LocalizedText(it: "prevista", en: "planned")
        case .active: LocalizedText(it: "attiva", en: "active")
        case .suspended: LocalizedText(it: "sospesa", en: "suspended")
        case .concluded: LocalizedText(it: "conclusa", en: "concluded")
        case .unknown: LocalizedText(it: "non nota", en: "unknown")
        }
    }

    /// `sì` and `no` answer the question of forms whether it is still going on.
    public var aliases: [String] {
        switch self {
        case .planned: ["previsto", "programmata", "in programma"]
        case .active: ["attivo", "in corso", "ongoing", "sì"]
        case .suspended: ["sospeso"]
        case .concluded: ["concluso", "terminata", "finita", "chiusa", "no"]
        case .unknown: ["non noto", "sconosciuta", "ignota", "non si sa"]
        }
    }
}
