public import PraticarioSystem

/// Something that a community wants to know: an entry of its list of knowledge gaps.
public struct KnowledgeQuestion: Codable, Hashable, Sendable {
    /// A slug, by which it is closed; `domanda-3` where the file states none.
    public var id: String?
    /// In the words of those who ask.
    public var question: String
    /// The id of a theme.
    public var theme: String?
    /// The number of the meeting at which it was asked.
    public var openedAt: Int?
    /// How far it has been answered.
    public var status: QuestionStatus?
    /// The ids of the sheets that answer it.
    public var sheets: [String] = []
    /// The number of the meeting at which it was answered, or part of it.
    public var closedAt: Int?
    /// The line of the file on which it begins.
    public var line = 1

    /// Of which nothing else is said yet.
    public init(question: String) {
        self.question = question
    }
}

/// How far a question has been answered.
public enum QuestionStatus: String, ClosedVocabulary {
    /// Nobody knows yet.
    case open
    /// Part of it is known.
    case partly
    /// It is known.
    case closed

    public var label: LocalizedText {
        switch self {
        case .open: LocalizedText(it: "aperta", en: "open")
        case .partly: LocalizedText(it: "in parte", en: "partly")
        case .closed: LocalizedText(it: "chiusa", en: "closed")
        }
    }

    public var aliases: [String] {
        switch self {
        case .open: ["aperto"]
        case .partly: ["parziale", "in parte chiusa"]
        case .closed: ["chiuso", "risolta"]
        }
    }
}
