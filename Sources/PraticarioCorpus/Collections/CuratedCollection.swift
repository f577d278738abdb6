/// Sheets that someone chose and put in an order, with words of their own between them: a file of `raccolte/`.
public struct CuratedCollection: Codable, Hashable, Sendable, Identifiable {
    /// A slug; the stem of the file where it states none.
    public var id: String
    /// Plain text.
    public var title: String
    /// What the curator says of the whole, plain text.
    public var summary: String?
    /// The organization that chose.
    public var curator: String?
    /// Of the prose and the notes.
    public var licence: String?
    /// BCP 47.
    public var language = "it"
    /// When the curator last changed it.
    public var updated: PartialDate?
    /// In the order of the file.
    public var parts: [Part] = []
    /// Sheets that the prose and the notes lead to.
    public var links: [Link] = []
    /// Relative to the knowledge base.
    public var path: String

    /// What a collection is made of.
    public enum Part: Codable, Hashable, Sendable {
        /// Prose and headings, Markdown.
        case text(String)
        /// A sheet that the curator named.
        case entry(Entry)
        /// Sheets that are found anew whenever the collection is read.
        case search(Search)
    }

    /// A sheet by its id: a list item that begins with `[Titolo](scheda:ID)`.
    public struct Entry: Codable, Hashable, Sendable {
        /// Of the sheet, which may not be there.
        public var id: String
        /// What the curator calls the sheet.
        public var title: String
        /// The rest of the item, Markdown.
        public var note: String
        /// Where its list item begins.
        public var place: TextPlace
        /// Of the file, from 0.
        var lines: Range<Int>
    }

    /// What a question finds at the time of reading: a fenced block `ricerca`.
    public struct Search: Codable, Hashable, Sendable {
        /// In the query language.
        public var question: String
        /// How many sheets at most: `limite=`.
        public var limit = Self.standardLimit
        /// `relevance`, `date` or `title`.
        public var sort: String?
        /// Of the question.
        public var place: TextPlace
        var lines: Range<Int>

        /// The limit where the block states none.
        public static let standardLimit = 20

        /// What stands behind `ordine=`, and the sort that it is.
        static let sorts = ["rilevanza": "relevance", "data": "date", "titolo": "title"]
    }

    /// A link to a sheet in prose or in a note: `[testo](scheda:ID)`.
    public struct Link: Codable, Hashable, Sendable {
        /// Of the sheet, which may not be there.
        public var id: String
        /// Where the paragraph or list item begins that has it.
        public var place: TextPlace
    }

    /// What an address of a sheet begins with: `scheda:baskin-cremona`.
    public static let scheme = "scheda:"

    /// The sheets that the curator named, in their order.
    public var entries: [Entry] {
        parts.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
    }

    /// The searches, in their order.
    public var searches: [Search] {
        parts.compactMap { if case .search(let search) = $0 { search } else { nil } }
    }
}
