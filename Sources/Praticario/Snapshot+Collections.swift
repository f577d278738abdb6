import ItalianText
public import PraticarioCorpus
public import PraticarioSearch

extension Snapshot {
    /// The curated collections, by the bytes of their paths. They are read from their files at every call.
    public func collections() -> [CuratedCollection] {
        CollectionFiles(in: folder).collections
    }

    /// The collection with this id; `nil` when there is none.
    public func collection(_ id: String) -> CuratedCollection? {
        CollectionFiles(in: folder)[id]
    }

    /// The collection with this id.
    ///
    /// - Throws: `CollectionProblem.unknown`.
    public func existingCollection(_ id: String) throws -> CuratedCollection {
        let files = CollectionFiles(in: folder)
        guard let found = files[id] else {
            let path = "\(KnowledgeBaseFolder.collectionsFolder)/\(id).md"
            if files.diagnostics.contains(where: { $0.path == path }) { throw CollectionProblem.unreadable(path) }
            throw CollectionProblem.unknown(id, known: files.collections.map(\.id))
        }
        return found
    }

    /// The sheets that a search of a collection finds now.
    public func found(by search: CuratedCollection.Search) throws -> [EntryHead] {
        var request = SearchRequest.allHeads
        request.limit = search.limit
        request.sort = search.sort.flatMap { ResultOrder(rawValue: $0) }
        // A search of a collection that names a collection, perhaps its own, finds its words.
        return try archive.answer(search.question, request).hits.map(\.head)
    }

    /// What `raccolta:` means: the sheets of the collection with this id or title.
    func sheets(inCollection name: String) -> Set<String>? {
        let key = TextKey.folded(name)
        let named = collections().first { $0.id == key || TextKey.folded($0.title) == key }
        guard let named, let parts = try? contents(of: named) else { return nil }
        return Set(parts.sheetIDs)
    }

    /// A collection as it stands now: its searches are asked, a sheet comes once, as an entry where it is one, else where
    /// it is first found; what is not there is left out.
    public func contents(of collection: CuratedCollection) throws -> [CollectionPart] {
        // Whom the curator names has the curator's place and note.
        let named = Dictionary(try heads(collection.entries.map(\.id)).map { ($0.id, $0) }) { first, _ in first }
        let others = try documents(collection.entries.map(\.id).filter { named[$0] == nil })
        var seen: Set<String> = []
        var parts: [CollectionPart] = []
        for part in collection.parts {
            switch part {
            case .text(let text): parts.append(.text(text))
            case .entry(let entry):
                guard named[entry.id] != nil || others[entry.id] != nil, seen.insert(entry.id).inserted else {
                    continue
                }
                if let sheet = named[entry.id] { parts.append(.sheet(sheet, note: entry.note)) }
                if let other = others[entry.id] { parts.append(.document(other, note: entry.note)) }
            case .search(let search):
                parts += try found(by: search).filter { named[$0.id] == nil && seen.insert($0.id).inserted }.map {
                    .sheet($0, note: "")
                }
            }
        }
        return parts
    }
}
