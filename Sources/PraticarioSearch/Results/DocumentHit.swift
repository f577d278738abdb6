/// What else answers a question, beside its sheets: a community, a meeting, an outcome.
public struct DocumentHit: Codable, Hashable, Sendable, Identifiable {
    /// What a list shows of it.
    public var head: DocumentHead
    /// Comparable with other documents of the same answer only; 0 for a question without words.
    public var score: Double
    /// What it has of the question, before any score.
    public var standing: Standing
    /// The title, with the words that were found.
    public var title: [Fragment]
    /// A stretch of the text with the words that were found; empty where the request wanted none.
    public var snippet: [Fragment] = []

    /// The document's own id.
    public var id: String { head.id }

    package init(_ head: DocumentHead, score: Double, _ standing: Standing) {
        self.head = head
        self.standing = standing
        self.score = score
        title = [Fragment(head.title)]
    }
}
