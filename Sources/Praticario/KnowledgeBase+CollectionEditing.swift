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
            try EditJournal(folder).carryOut([FileChange(path, from: nil, to: Array(text.utf8))])
        }
        return path
    }

    /// Adds sheets, communities, meetings and outcomes to a collection, after its last entry unless told otherwise; those
    /// that are in it already are passed over, but for a note on them, which takes the place of the one that is
    /// there; an empty one takes it away.
    ///
    /// - Returns: the ids that were added.
    @discardableResult
    public func add(
        _ ids: [String], to collection: String, at position: CollectionPosition = .last, note: String? = nil
    ) throws -> [String] {
        var unique: [String] = []
        for id in ids where !unique.contains(id) { unique.append(id) }
        let entries = try unique.map { id in
            guard let title = try entry(id)?.title ?? snapshot().documents([id])[id]?.title else {
                throw CollectionProblem.unknownSheet(id, nearest: Suggestion.nearest(to: id, among: try self.ids()))
            }
            return CollectionText.NewEntry(id: id, title: title, note: note ?? "")
        }
        var added: [String] = []
        try change(collection) { text, path in
            let present = Set(CuratedCollection.read(text.bytes, path: path).collection?.entries.map(\.id) ?? [])
            let new = entries.filter { !present.contains($0.id) }
            added = new.map(\.id)
            if let note {
                for entry in entries where present.contains(entry.id) {
                    try Self.demand(text.setNote(note, of: entry.id), in: path, orElse: .notAnEntry(entry.id))
                }
            }
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

    /// Writes what the header of a collection says: only what is given is changed, an empty text takes it away.
    public func edit(
        _ collection: String, title: String? = nil, summary: String? = nil, curator: String? = nil,
        licence: String? = nil
    ) throws {
        if let title, !title.contains(where: { $0.isLetter || $0.isNumber }) { throw CollectionProblem.noName }
        let language = settings.language
        try change(collection) { text, path in
            for (heading, value) in [
                (CollectionText.Heading.title, title), (.summary, summary), (.curator, curator), (.licence, licence),
            ] {
                guard let value else { continue }
                try Self.demand(text.set(heading, to: value, in: language), in: path, orElse: .unclear(path))
            }
        }
    }

    /// The letter with which a collection begins, Markdown as it is typed; empty where there is none.
    ///
    /// - Parameter collection: its id.
    /// - Throws: `CollectionProblem`, `FileProblem`.
    public func letter(of collection: String) throws -> String {
        let path = try existingCollection(collection).path
        guard let text = CollectionText(try Files.read(folder.path(path)), path: path) else {
            throw CollectionProblem.encoding(path)
        }
        return text.letter
    }

    /// Writes the letter with which a collection begins; an empty one takes it away.
    ///
    /// - Parameters:
    ///   - letter: Markdown, without headings.
    ///   - collection: its id.
    /// - Throws: `CollectionProblem`, `EditProblem`, `FileProblem`.
    public func write(letter: String, of collection: String) throws {
        try change(collection) { text, path in
            try Self.demand(text.set(letter: letter), in: path, orElse: .notALetter)
        }
    }

    /// Writes a heading into a collection: before an entry, after one, or at the end.
    public func add(heading title: String, to collection: String, at position: CollectionPosition = .last) throws {
        guard title.contains(where: { $0.isLetter || $0.isNumber }) else { throw CollectionProblem.noName }
        try change(collection) { text, path in
            try Self.demand(text.add(heading: title, at: position), in: path, orElse: Self.problem(of: position))
        }
    }

    /// Calls a heading of a collection something else.
    public func rename(heading title: String, of collection: String, to new: String) throws {
        guard new.contains(where: { $0.isLetter || $0.isNumber }) else { throw CollectionProblem.noName }
        try change(collection) { text, path in
            try Self.demand(text.rename(heading: title, to: new), in: path, orElse: .noHeading(title))
        }
    }

    /// Takes a heading out of a collection; what stands under it stays.
    public func remove(heading title: String, from collection: String) throws {
        try change(collection) { text, path in
            try Self.demand(text.remove(heading: title), in: path, orElse: .noHeading(title))
        }
    }

    /// Takes a search out of a collection, by its question as it is written there.
    public func remove(search question: String, from collection: String) throws {
        try change(collection) { text, path in
            try Self.demand(text.remove(search: question), in: path, orElse: .noSearch(question))
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
            let path = try existingCollection(id).path
            let before = try Files.read(folder.path(path))
            guard var text = CollectionText(before, path: path) else { throw CollectionProblem.encoding(path) }
            let problems = Self.errors(in: text, path)
            try change(&text, path)
            // What is written must read back.
            guard problems == nil || Self.errors(in: text, path).map({ $0 <= problems ?? 0 }) == true else {
                throw CollectionProblem.unclear(path)
            }
            try EditJournal(folder).carryOut([FileChange(path, from: before, to: text.bytes)])
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
