/// Sheets that someone chose and put in an order, with words of their own between them: a file of `raccolte/`.
public struct CuratedCollection: Hashable, Sendable, Identifiable {
    /// A slug; the stem of the file where it states none.
    public var id: String
    public var title: String
    public var summary: String?
    /// The organization that chose.
    public var curator: String?
    /// Of the prose and the notes.
    public var licence: String?
    /// BCP 47.
    public var language = "it"
    public var updated: PartialDate?
    public var parts: [Part] = []
    /// Sheets that the prose and the notes lead to.
    public var links: [Link] = []
    /// Relative to the knowledge base.
    public var path: String

    public enum Part: Hashable, Sendable {
        /// Prose and headings, Markdown.
        case text(String)
        case entry(Entry)
        case search(Search)
    }

    /// A sheet by its id: a list item that begins with `[Titolo](scheda:ID)`.
    public struct Entry: Hashable, Sendable {
        public var id: String
        /// What the curator calls the sheet.
        public var title: String
        /// The rest of the item, Markdown.
        public var note: String
        public var place: TextPlace
        /// Of the file, from 0.
        var lines: Range<Int>
    }

    /// What a question finds at the time of reading: a fenced block `ricerca`.
    public struct Search: Hashable, Sendable {
        /// In the query language.
        public var question: String
        public var limit = Self.standardLimit
        /// `relevance`, `date` or `title`.
        public var sort: String?
        /// Of the question.
        public var place: TextPlace
        var lines: Range<Int>

        public static let standardLimit = 20

        /// What stands behind `ordine=`, and the sort that it is.
        static let sorts = ["rilevanza": "relevance", "data": "date", "titolo": "title"]
    }

    public struct Link: Hashable, Sendable {
        public var id: String
        public var place: TextPlace
    }

    /// What an address of a sheet begins with: `scheda:baskin-cremona`.
    public static let scheme = "scheda:"

    public var entries: [Entry] {
        parts.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
    }

    public var searches: [Search] {
        parts.compactMap { if case .search(let search) = $0 { search } else { nil } }
    }
}
