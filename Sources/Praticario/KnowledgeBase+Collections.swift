public import PraticarioCorpus
public import PraticarioSearch

extension KnowledgeBase {
    /// As ``Snapshot/collections()``.
    public func collections() -> [CuratedCollection] { snapshot().collections() }

    /// As ``Snapshot/collection(_:)``.
    public func collection(_ id: String) -> CuratedCollection? { snapshot().collection(id) }

    /// As ``Snapshot/existingCollection(_:)``.
    public func existingCollection(_ id: String) throws -> CuratedCollection { try snapshot().existingCollection(id) }

    /// As ``Snapshot/found(by:)``.
    public func found(by search: CuratedCollection.Search) throws -> [EntryHead] {
        try answering { try $0.found(by: search) }
    }

    /// As ``Snapshot/contents(of:)``.
    public func contents(of collection: CuratedCollection) throws -> [CollectionPart] {
        try answering { try $0.contents(of: collection) }
    }
}
