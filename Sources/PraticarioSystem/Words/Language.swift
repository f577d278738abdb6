/// The languages in which Praticario speaks to its readers.
public enum Language: String, Codable, CaseIterable, Sendable {
    /// Where nothing else is said.
    case italian = "it"
    /// For readers who know no Italian; sheets keep their own language.
    case english = "en"

    /// The one of two texts that is in this language.
    public func say(_ it: String, _ en: String) -> String {
        self == .english ? en : it
    }
}

extension Language {
    /// The language of the messages of a process with this environment: English where the first of `LC_ALL`,
    /// `LC_MESSAGES` and `LANG` that is not empty begins with `en`, else Italian.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale?.hasPrefix("en") == true ? .english : .italian
    }

    /// The language of this process's messages, by its environment as it is now.
    public static var ofProcess: Language { Language(environment: ProcessEnvironment.variables) }
}
