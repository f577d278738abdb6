import PraticarioSystem

/// What is said after something was done, by the word that the address carries.
enum DoneWords {
    /// `nil` for a word that means nothing.
    static func sentence(_ word: String?, _ language: Language) -> String? {
        word.flatMap { words[$0] }?[language]
    }

    private static let words: [String: LocalizedText] = [
        "salvata": LocalizedText(it: "Salvata.", en: "Saved."),
        "uguale": LocalizedText(it: "Non c'era nulla da salvare.", en: "There was nothing to save."),
    ]
}
