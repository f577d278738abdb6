public import PraticarioSystem

/// How far the results of a practice were looked into.
public enum VerificationLevel {
    /// By level, from 0.
    public static let labels = [
        LocalizedText(it: "descritta", en: "described"), LocalizedText(it: "monitorata", en: "monitored"),
        LocalizedText(it: "valutata", en: "evaluated"),
        LocalizedText(it: "valutata per confronto", en: "evaluated by comparison"),
    ]
}
