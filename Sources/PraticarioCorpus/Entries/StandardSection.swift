import ItalianText
public import PraticarioSystem

/// The headings that sheets share; others are allowed and searched like them.
public enum StandardSection: String, ClosedVocabulary {
    /// What was wrong, and for whom.
    case need
    /// What is done, told so that others see it.
    case activity
    /// Who does what.
    case partners
    /// People, places, money, time.
    case resources
    /// What came of it.
    case results
    /// What went wrong or was hard.
    case difficulties
    /// What those who did it would do again, and what not.
    case lessons
    /// What others need who want to do it.
    case replication
    /// For those who keep the archive: it never leaves.
    case internalNotes = "internal_notes"

    /// Whether a heading is that of internal notes, however it is written: `9. Note interne:`, `NOTE INTERNE (riservate)`. Rather one
    /// section too many stays at home than one too few.
    public static func isInternalNotes(_ heading: String) -> Bool {
        // A soft hyphen and a space without width are seen by nobody.
        let visible = String(heading.unicodeScalars.filter { $0 != "\u{AD}" && $0 != "\u{200B}" })
        let slug = TextKey.slug(visible)
        return ["note-interne", "nota-interna", "internal-note"].contains(where: slug.hasBytes(of:))
    }

    public var label: LocalizedText {
        switch self {
        case .need: LocalizedText(it: "Il bisogno", en: "The need")
        case .activity: LocalizedText(it: "Che cosa si fa", en: "What is done")
        case .partners: LocalizedText(it: "Chi lo fa insieme", en: "Who does it together")
        case .resources: LocalizedText(it: "Che cosa serve", en: "What it takes")
        case .results: LocalizedText(it: "Risultati", en: "Results")
        case .difficulties: LocalizedText(it: "Difficoltà", en: "Difficulties")
        case .lessons: LocalizedText(it: "Che cosa abbiamo imparato", en: "What we learned")
        case .replication: LocalizedText(it: "Come rifarla altrove", en: "How to do it elsewhere")
        case .internalNotes: LocalizedText(it: "Note interne", en: "Internal notes")
        }
    }
}
