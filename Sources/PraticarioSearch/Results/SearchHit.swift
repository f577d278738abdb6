public import PraticarioCorpus

/// One sheet of an answer.
public struct SearchHit: Codable, Hashable, Sendable, Identifiable {
    /// What a list shows of the sheet.
    public var head: EntryHead
    /// The whole sheet, where the request wanted it.
    public var entry: Entry?
    /// Comparable within one answer only; 0 for a question without words.
    public var score: Double
    /// What it has of the question, before any score.
    public var standing: Standing
    /// How the score came about, where that was asked for.
    public var explanation: [ScorePart] = []
    /// The title, with the words that were found.
    public var title: [Fragment]
    /// A stretch of the text with the words that were found; empty where the request wanted none.
    public var snippet: [Fragment] = []

    /// The sheet's own id.
    public var id: String { head.id }

    /// Whether the sheet has all the words of the question.
    public var hasAllWords: Bool { standing.hasAllWords }

    package init(_ head: EntryHead, score: Double, _ standing: Standing) {
        self.head = head
        self.score = score
        self.standing = standing
        title = [Fragment(head.title)]
    }
}

/// A stretch of text that was found, or that was not.
public struct Fragment: Codable, Hashable, Sendable {
    /// Plain text.
    public var text: String
    /// Whether it is a word that was searched.
    public var isHighlighted: Bool

    package init(_ text: String, isHighlighted: Bool = false) {
        self.text = text
        self.isHighlighted = isHighlighted
    }
}
