/// One text in the two languages of the readers; both stand side by side where the text is made.
///
/// ```swift
/// let label = LocalizedText(it: "Pratica", en: "Practice")
/// label[.english]  // "Practice"
/// ```
public struct LocalizedText: Codable, Hashable, Sendable {
    /// In Italian.
    public var it: String
    /// In English.
    public var en: String

    /// A text and its translation.
    public init(it: String, en: String) {
        self.it = it
        self.en = en
    }

    /// A text that is the same in both languages, such as the name of a comune.
    public init(both text: String) {
        self.init(it: text, en: text)
    }

    /// The text in this language.
    public subscript(language: Language) -> String {
        language == .english ? en : it
    }
}
