public import PraticarioCorpus
public import PraticarioSearch

/// A part of a collection, its sheets looked up.
public enum CollectionPart: Codable, Hashable, Sendable {
    /// Markdown.
    case text(String)
    /// A sheet, with what the curator says of it: Markdown, empty where nothing.
    case sheet(EntryHead, note: String)
}

extension CuratedCollection {
    /// The ids of its entries that no sheet has, given its contents: those have every entry that exists.
    public func missingEntries(in contents: [CollectionPart]) -> [String] {
        let present = Set(contents.sheetIDs)
        return entries.map(\.id).filter { !present.contains($0) }
    }
}

extension [CollectionPart] {
    /// In their order.
    package var sheetIDs: [String] {
        compactMap { if case .sheet(let head, _) = $0 { head.id } else { nil } }
    }
}
