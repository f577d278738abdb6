public import PraticarioCorpus
public import PraticarioSearch

/// A part of a collection, its sheets looked up.
public enum CollectionPart: Codable, Hashable, Sendable {
    /// Markdown.
    case text(String)
    /// A sheet, with what the curator says of it: Markdown, empty where nothing.
    case sheet(EntryHead, note: String)
    /// A community, a meeting or an outcome, likewise.
    case document(DocumentHead, note: String)
}

extension CuratedCollection {
    /// The ids of its entries that no document has, given its contents: those have every entry that exists.
    public func missingEntries(in contents: [CollectionPart]) -> [String] {
        let present = Set(contents.sheetIDs + contents.documentIDs)
        return entries.map(\.id).filter { !present.contains($0) }
    }
}

extension [CollectionPart] {
    /// In their order.
    package var sheetIDs: [String] {
        compactMap { if case .sheet(let head, _) = $0 { head.id } else { nil } }
    }

    /// Of what is no sheet, in their order.
    var documentIDs: [String] {
        compactMap { if case .document(let head, _) = $0 { head.id } else { nil } }
    }
}
