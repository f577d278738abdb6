public import PraticarioSystem

/// How far the results of a practice were looked into.
public enum VerificationLevel {
    /// By level, from 0.
    public static let labels = [
        LocalizedText(it: "descritta", en: "described"), LocalizedText(it: "monitorata", en: "monitored"),
        LocalizedText(it: "valutata", en: "evaluated"),
        LocalizedText(it: "valutata per confronto", en: "evaluated by comparison"),
    ]

    /// What each level says of the results, for readers who do not know the levels.
    package static let explanations = [
        LocalizedText(
            it: "si racconta che cosa si fa, i risultati non sono stati misurati",
            en: "what is done is told, results were not measured"),
        LocalizedText(it: "chi la fa tiene conto dei risultati", en: "those who run it keep track of results"),
        LocalizedText(it: "i risultati sono stati esaminati", en: "results were looked into"),
        LocalizedText(
            it: "i risultati sono stati confrontati con quelli di chi non vi ha preso parte",
            en: "results were compared with those of people who took no part"),
    ]
}
