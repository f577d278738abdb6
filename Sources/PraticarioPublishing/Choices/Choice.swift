public import PraticarioCorpus
public import PraticarioSearch
public import Praticario

/// Sheets in an order, with what a curator says between them: what was chosen, and by whom. Every format is written from
/// one, for an `Edition`.
///
/// Of the sheets it holds only the heads; the whole ones are read while they are written, so that ten thousand of them
/// take no more memory than a few hundred.
public struct Choice: Sendable {
    /// The id of the collection; `nil` for the answer to a search.
    public var id: String?
    /// Of the collection, else of the knowledge base.
    public var title: String
    /// What the curator says of the whole, plain text.
    public var summary: String?
    /// The organization that chose.
    public var curator: String?
    /// Of the curator's own words; sheets have theirs.
    public var licence: String?
    /// Of the curator's words, BCP 47; `nil` where that is the language of the edition.
    public var textLanguage: String?
    /// When the curator last changed it.
    public var updated: PartialDate?
    /// The question that chose the sheets; `nil` for a choice by hand.
    public var query: String?
    /// In the order in which they are written.
    public var parts: [Part]
    /// Why sheets that were chosen are not among the parts, with how many there are of each kind.
    public var leftOut: [KnowledgeBase.LeftOut.Reason: Int] = [:]
    /// Collections with sheets of this choice, which a site shows beside it, each with those sheets alone.
    public var collections: [Choice] = []
    private let load: Loader
    /// Hears how many parts of how many are written.
    package var progress: @Sendable (Int, Int) -> Void = { _, _ in }

    /// A stretch of the curator's prose, or a sheet.
    public enum Part: Codable, Hashable, Sendable {
        /// Markdown: prose and headings. A link `scheda:ID` leads to a sheet.
        case prose(String)
        /// The note is what the curator says of the sheet, Markdown; empty where nothing.
        case sheet(EntryHead, note: String)
    }

    /// Gives the sheets with these ids, in this order; those that are gone left out.
    public typealias Loader = @Sendable (_ ids: [String]) throws -> [Entry]

    /// Parts whose sheets are read while they are written: `load` is asked for a few hundred at a time, in the order of
    /// the parts; a format may go over them more than once.
    public init(title: String, parts: [Part], load: @escaping Loader) {
        self.title = title
        self.parts = parts
        self.load = load
    }

    /// Sheets that are in memory already, without notes.
    public init(title: String, entries: [Entry]) {
        let byID = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        self.init(title: title, parts: entries.map { .sheet(EntryHead($0), note: "") }) { ids in
            ids.compactMap { byID[$0] }
        }
    }

    /// Of the sheets, in their order.
    public var heads: [EntryHead] {
        parts.compactMap { if case .sheet(let head, _) = $0 { head } else { nil } }
    }

    // MARK: Whole sheets

    /// A part with its whole sheet.
    enum WholePart {
        case prose(String)
        case sheet(Entry, note: String)
    }

    /// As many sheets as are in memory at a time.
    private static let batch = 200

    /// Hands over the parts in their order.
    func forEachPart(_ take: (WholePart) throws -> Void) throws {
        var start = 0
        while start < parts.count {
            let batch = parts[start..<min(start + Self.batch, parts.count)]
            var entries = try load(batch.compactMap { if case .sheet(let head, _) = $0 { head.id } else { nil } })[...]
            for part in batch {
                switch part {
                case .prose(let markdown): try take(.prose(markdown))
                case .sheet(let head, let note):
                    // One that was deleted meanwhile is left out.
                    if entries.first?.id == head.id { try take(.sheet(entries.removeFirst(), note: note)) }
                }
            }
            start += Self.batch
            progress(min(start, parts.count), parts.count)
        }
    }

    /// Hands over the sheets in their order.
    func forEachSheet(_ take: (_ entry: Entry, _ note: String) throws -> Void) throws {
        try forEachPart { part in
            if case .sheet(let entry, let note) = part { try take(entry, note) }
        }
    }
}
