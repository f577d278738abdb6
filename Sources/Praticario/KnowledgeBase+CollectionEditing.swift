import ItalianText
public import PraticarioCorpus
import PraticarioIndex
public import PraticarioSearch
import PraticarioSystem

extension KnowledgeBase {
    /// Writes a collection without entries.
    ///
    /// - Returns: the file, relative to the knowledge base.
    /// - Throws: `CollectionProblem`, `FileProblem`.
    @discardableResult
    public func newCollection(_ title: String, curator: String? = nil) throws -> String {
        let id = TextKey.slug(title)
        guard !id.isEmpty, !ContentFiles.isPassedOver(id + ".md") else { throw CollectionProblem.noName }
        let path = "\(KnowledgeBaseFolder.collectionsFolder)/\(id).md"
        let text = CuratedCollection.template(
            title: title, curator: curator ?? settings.publisher, licence: settings.licence, updated: .today,
            in: settings.language)
        guard CuratedCollection.read(Array(text.utf8), path: path).collection?.title == title.trimmingSpaces() else {
            throw CollectionProblem.unclear(path)
        }
        try store.editingCollections {
            guard Files.type(of: folder.path(path)) == nil, collection(id) == nil else {
                throw CollectionProblem.exists(path)
            }
            try Files.makeFolder(folder.path(KnowledgeBaseFolder.collectionsFolder))
            try Files.write(Array(text.utf8), to: folder.path(path))
        }
        return path
    }

    /// Adds sheets, communities, meetings and outcomes to a collection, after its last entry unless told otherwise; those that are in it already are passed
    /// over.
    ///
    /// - Returns: the ids that were added.
    @discardableResult
    public func add(
        _ ids: [String], to collection: String, at position: CollectionPosition = .last, note: String = ""
    ) throws -> [String] {
        var unique: [String] = []
        for id in ids where !unique.contains(id) { unique.append(id) }
        let entries = try unique.map { id in
            guard let title = try entry(id)?.title ?? snapshot().documents([id])[id]?.title else {
                throw CollectionProblem.unknownSheet(id, nearest: Suggestion.nearest(to: id, among: try self.ids()))
            }
            return CollectionText.NewEntry(id: id, title: title, note: note)
        }
        var added: [String] = []
        try change(collection) { text, path in
            let present = Set(CuratedCollection.read(text.bytes, path: path).collection?.entries.map(\.id) ?? [])
            let new = entries.filter { !present.contains($0.id) }
            added = new.map(\.id)
            guard !new.isEmpty else { return }
            try Self.demand(text.add(new, at: position), in: path, orElse: Self.problem(of: position))
        }
        return added
    }

    /// Adds a search to a collection, which finds anew whenever the collection is read.
    public func add(search question: String, to collection: String, limit: Int? = nil, sort: ResultOrder? = nil) throws
    {
        try change(collection) { text, path in
            let searches = CuratedCollection.read(text.bytes, path: path).collection?.searches.count ?? 0
            text.add(search: question, limit: limit, sort: sort?.rawValue)
            let found = CuratedCollection.read(text.bytes, path: path).collection?.searches.count
            guard found == searches + 1 else { throw CollectionProblem.unclear(path) }
        }
    }

    /// Takes sheets out of a collection; the notes go with them.
    public func remove(_ ids: [String], from collection: String) throws {
        try change(collection) { text, path in
            for id in ids { try Self.demand(text.remove(id), in: path, orElse: .notAnEntry(id)) }
        }
    }

    /// Moves an entry of a collection.
    public func move(_ id: String, in collection: String, to position: CollectionPosition) throws {
        try change(collection) { text, path in
            let isEntry = CuratedCollection.read(text.bytes, path: path).collection?.entries.contains { $0.id == id }
            try Self.demand(
                text.move(id, to: position), in: path,
                orElse: isEntry == true ? Self.problem(of: position) : .notAnEntry(id))
        }
    }

    /// Writes what the searches of a collection find today in their place.
    ///
    /// - Returns: how many searches there were.
    @discardableResult
    public func freeze(_ collection: String) throws -> Int {
        var count = 0
        try change(collection) { text, _ in
            count = try text.freeze(on: .today, in: settings.language) { search in
                try found(by: search).map {
                    CollectionText.NewEntry(id: $0.id, title: $0.title)
                }
            }
        }
        return count
    }

    /// One process at a time: each sees what the others wrote.
    private func change(_ id: String, _ change: (inout CollectionText, _ path: String) throws -> Void) throws {
        try store.editingCollections {
            let path = folder.path(try existingCollection(id).path)
            guard var text = CollectionText(try Files.read(path), path: path) else {
                throw CollectionProblem.encoding(path)
            }
            let problems = Self.errors(in: text, path)
            try change(&text, path)
            // What is written must read back.
            guard problems == nil || Self.errors(in: text, path).map({ $0 <= problems ?? 0 }) == true else {
                throw CollectionProblem.unclear(path)
            }
            try Files.write(text.bytes, to: path)
        }
    }

    /// How many mistakes a collection has; `nil` where it cannot be read.
    private static func errors(in text: CollectionText, _ path: String) -> Int? {
        let (collection, diagnostics) = CuratedCollection.read(text.bytes, path: path)
        return collection.map { _ in diagnostics.count { $0.severity == .error } }
    }

    /// - Parameter problem: of a sheet that is no entry.
    private static func demand(
        _ outcome: CollectionText.Outcome, in path: String, orElse problem: @autoclosure () -> CollectionProblem
    ) throws {
        switch outcome {
        case .done: break
        case .notAnEntry: throw problem()
        case .unclear: throw CollectionProblem.unclear(path)
        }
    }

    private static func problem(of position: CollectionPosition) -> CollectionProblem {
        switch position {
        case .before(let id), .after(let id): .notAnEntry(id)
        case .first, .last: preconditionFailure("there is always a first and a last place")
        }
    }
}
