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
        case .planned:
            [
                "previsto", "programmata", "in programma", "pianificata", "da avviare", "in fase di avvio", "in avvio",
                "in partenza", "in preparazione", "in progettazione", "in fase di progettazione", "futura",
            ]
        case .active:
            [
                "attivo", "in corso", "in atto", "in essere", "in svolgimento", "avviata", "avviato", "operativa",
                "operativo", "tuttora attiva", "ancora attiva", "attualmente attiva", "ongoing", "sì",
            ]
        case .suspended:
            ["sospeso", "temporaneamente sospesa", "interrotta", "interrotto", "in pausa", "ferma", "fermo"]
        case .concluded:
            [
                "concluso", "terminata", "terminato", "finita", "finito", "chiusa", "chiuso", "cessata", "cessato",
                "completata", "completato", "non più attiva", "non più attivo", "non attiva", "non attivo",
                "non è più attiva",
                "non è più attivo", "no",
            ]
        case .unknown: ["non noto", "sconosciuta", "ignota", "non si sa"]
        }
    }
}
