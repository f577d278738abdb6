public import PraticarioCorpus
public import PraticarioSystem

/// What lists show of a document that is no sheet: as much as can be had without reading all of it.
public struct DocumentHead: Codable, Hashable, Sendable, Identifiable {
    /// Unique among all documents of the knowledge base.
    public var id: String
    /// What it is, in words.
    public var kind: LocalizedText
    /// Plain text.
    public var title: String
    /// One sentence or two, plain text.
    public var summary: String?
    /// When it was, or began.
    public var date: PartialDate?
    /// Invented, to show how one is written.
    public var isExample: Bool
    /// Where it is written.
    public var origin: Origin

    package init(
        id: String, kind: LocalizedText, title: String, summary: String?, date: PartialDate?, isExample: Bool,
        origin: Origin
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.summary = summary
        self.date = date
        self.isExample = isExample
        self.origin = origin
    }
}
