import GRDB
import PraticarioCorpus

/// The outlines at which the checks between documents must look when some files of a base changed: those of the files, and of
/// what depends on them. All other documents of the base are in, and nothing is wrong with them.
///
/// Looked at are, in the base, the documents with an id that a file had or has, those that name such an id, those that are out or
/// name what is not there, those whose date of review may have passed, and those that name files beside them. Of a file of
/// parts all are looked at where one is.
struct AffectedOutlines {
    /// In the order of their origins.
    let outlines: [DocumentOutline]
    private let base: Database
    private let replaced: Set<String>
    /// Those of the outlines, and those that the files had.
    private let ids: Set<String>

    /// - Parameters:
    ///   - base: a connection to the base alone.
    ///   - replaced: the files that changed or are no more.
    ///   - new: what the files that changed say now.
    init(_ base: Database, replaced: Set<String>, new: [DocumentOutline], today: PartialDate) throws {
        var search = Search(base, replaced: replaced)
        for outline in new { try search.take(outline) }
        for path in replaced { try search.forget(path) }
        try search.takeUnsettled(today)
        outlines = (new + search.found.values).sorted { $0.origin < $1.origin }
        ids = search.ids.union(search.found.values.lazy.map(\.id))
        (self.base, self.replaced) = (base, replaced)
    }

    /// Checks them.
    func checks(_ attached: AttachedFiles, today: PartialDate) throws -> CrossChecks {
        let origins = Set(outlines.lazy.map(\.origin))
        let communities = try Row.fetchAll(
            base, sql: "SELECT path, row, id, title FROM outline WHERE title IS NOT NULL"
        )
        .map { row in
            (
                origin: try StoredOutlines.origin(row), id: try row.decode(String.self, atIndex: 2),
                title: try row.decode(String.self, atIndex: 3)
            )
        }.filter { !origins.contains($0.origin) && !replaced.contains($0.origin.path) }
        let has = try base.cachedStatement(sql: "SELECT 1 FROM outline WHERE id = ?")
        let suggestion = try base.cachedStatement(sql: "SELECT id FROM suggestion WHERE name = ?")
        // The checks know nothing of databases.
        var failure: (any Error)?
        func reading<Value>(_ otherwise: Value, _ read: () throws -> Value) -> Value {
            do {
                return try read()
            } catch {
                failure = failure ?? error
                return otherwise
            }
        }
        let checks = CrossChecks(
            outlines,
            beside: OtherDocuments(
                communities: communities,
                has: { id in
                    reading(false) { try !ids.contains(id) && Int.fetchOne(has, arguments: [id]) != nil }
                },
                ids: {
                    reading([]) {
                        try String.fetchAll(base, sql: "SELECT DISTINCT id FROM outline").filter { !ids.contains($0) }
                    }
                },
                suggestion: { name in
                    reading(nil) {
                        try Row.fetchOne(suggestion, arguments: [name]).map {
                            try $0.decode(String?.self, atIndex: 0)
                        }
                    }
                }),
            attached: attached, today: today)
        if let failure { throw failure }
        return checks
    }

    /// What is found in the base.
    private struct Search {
        private let base: Database
        private let replaced: Set<String>
        var found: [Origin: DocumentOutline] = [:]
        /// The ids that some change concerns.
        var ids: Set<String> = []
        /// Whether what communities are called may have changed, or what their meetings are.
        private var concernsCommunities = false

        init(_ base: Database, replaced: Set<String>) {
            (self.base, self.replaced) = (base, replaced)
        }

        /// What a file that is replaced said.
        mutating func forget(_ path: String) throws {
            let origins = try Row.fetchAll(
                base.cachedStatement(sql: "SELECT path, row FROM outline WHERE path = ?"), arguments: [path]
            ).map(StoredOutlines.origin)
            for outline in try origins.compactMap({ try StoredOutlines.read($0, base) }) { try take(outline) }
        }

        /// What depends on a document that came, went, or may be let in or not.
        mutating func take(_ outline: DocumentOutline) throws {
            if outline.kind != .sheet { try takeCommunities() }
            guard ids.insert(outline.id).inserted else { return }
            try find("SELECT path, row FROM outline WHERE id = ?", [outline.id], isChanged: true)
            try find("SELECT path, row FROM reference WHERE target = ?", [outline.id], isChanged: false)
        }

        /// Sheets name communities by their titles, too, and meetings by numbers.
        private mutating func takeCommunities() throws {
            guard !concernsCommunities else { return }
            concernsCommunities = true
            try find(
                "SELECT path, row FROM reference WHERE kind IN (?, ?)",
                [KnowledgeDocument.Kind.community.rawValue, KnowledgeDocument.Kind.meeting.rawValue], isChanged: false)
        }

        mutating func takeUnsettled(_ today: PartialDate) throws {
            try find("SELECT path, row FROM unsettled", [], isChanged: true)
            try find("SELECT path, row FROM outline WHERE review_by <= ?", [today.iso8601], isChanged: false)
            try find("SELECT DISTINCT path, row FROM attached", [], isChanged: false)
        }

        /// - Parameter isChanged: whether what depends on the documents must be looked at, too.
        private mutating func find(_ sql: String, _ arguments: StatementArguments, isChanged: Bool) throws {
            let origins = try Row.fetchAll(base.cachedStatement(sql: sql), arguments: arguments)
                .map(StoredOutlines.origin)
            for origin in origins where !replaced.contains(origin.path) {
                if found[origin] == nil {
                    guard let outline = try StoredOutlines.read(origin, base) else { continue }
                    found[origin] = outline
                    // Whether a part is in depends on the whole.
                    if outline.kind != .sheet {
                        try find("SELECT path, row FROM outline WHERE path = ?", [origin.path], isChanged: true)
                    }
                }
                if isChanged, let outline = found[origin] { try take(outline) }
            }
        }
    }
}
