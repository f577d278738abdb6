import GRDB
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// Makes the recent segment of an index: the files that differ from what the base says of them, read anew, and which documents of
/// the base are out.
///
/// It depends on the base and the files alone, not on the segment that stood there. What grows with it is read again at each
/// update, what grows with the base is written again when the base is made anew; where the one is as large as the square root
/// of the other, both cost about the same over many updates.
struct RecentUpdate {
    let update: IndexUpdate

    private static let least = 16

    /// - Returns: `nil` where the base must be made anew: it cannot be used, or too much of it changed.
    func run(_ progress: @Sendable (Int, Int) -> Void) throws -> IndexReport? {
        let files = update.location.files
        guard files.exist else { return nil }
        // Whatever is wrong with the base, making it anew mends it.
        guard let base = try? ReadConnections(IndexFiles(base: files.base, recent: nil)) else { return nil }
        return try base.read { try run(beside: $0, progress) }
    }

    private func run(beside base: Database, _ progress: @Sendable (Int, Int) -> Void) throws -> IndexReport? {
        guard try IndexMeta.isCurrent(base) else { return nil }
        let indexed = try IndexedFiles(base, nil)
        guard try indexed.hasSameSources(in: update.folder) else { return nil }
        let standing = StandingDocuments(db: base)
        let limit = Self.least + Int(Double(try standing.count()).squareRoot())
        let changes = try indexed.changes(to: update.survey.files, in: update.folder, limit: limit + 1)
        guard changes.read.count + changes.removed.count <= limit else { return nil }

        let vocabularies = try StoredVocabularies.read(base).vocabularies
        let numbering = FacetNumbering(FacetValues(vocabularies))
        var stored = parse(changes.read, numbering, progress)
        let read = try stored.count - known(stored)
        var replaced = Set(changes.removed + changes.read.map(\.path))
        let affected = try AffectedOutlines(
            base, replaced: replaced, new: stored.flatMap { $0.documents.map(\.outline) }, today: update.today)
        let checks = try affected.checks(update.survey.files.attached, today: update.today)
        var admitted = update.location.scope.admits(affected.outlines, accepted: checks.accepted)
        var gone = try replaced.flatMap { try standing.documents(of: $0) }
        var late: Set<String> = []
        for origin in affected.outlines.map(\.origin) where !replaced.contains(origin.path) {
            let document = try standing.document(origin)
            if let document, !admitted.contains(origin) { gone.append(document) }
            // What waited behind another document with its id is in now: its file is read, too.
            if document == nil, admitted.contains(origin) { late.insert(origin.path) }
        }
        let seen = Set(affected.outlines.map(\.origin))
        for document in try late.flatMap({ try standing.documents(of: $0) }) {
            if !seen.contains(document.origin) { admitted.insert(document.origin) }
            // The others are gone already.
            if admitted.contains(document.origin) { gone.append(document) }
        }
        stored += parse(update.survey.files.list.files(at: late), numbering) { _, _ in }
        replaced.formUnion(late)

        let new = stored.flatMap { $0.documents.map(\.outline) }.filter { admitted.contains($0.origin) }
            .sorted { $0.origin < $1.origin }
        let aliases: [Facet: [String: String]] = [.community: checks.communities.titles]
        guard gone.count + new.count <= limit, try hasSameAliases(aliases, base) else { return nil }
        return try IndexUpdate.make(update.location.files.recent ?? "") { _ in
        } filling: { db, _ in
            try IndexSchema.create(in: db, vocabularies.analyzer)
            try write(gone: gone.map(\.rowid), replaced: replaced, db)
            let writer = IndexWriter(db, update.location.scope, .recent)
            for file in stored { try writer.store(file) }
            try IndexedFiles.store(
                FileList(stored.map(\.file).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }), db)
            let first = try standing.firstFree()
            try writer.admit(new.map(\.origin), from: first, numbering)
            try writer.storeSpellings(beside: base)
            let documents = try writer.documents()
            try PackedDocuments.pack(documents, from: first, vocabularies, aliases: aliases, in: db)
            try PackedOrders.store(documents, among: base, in: db)
            try IndexMeta.write(.base, IndexMeta.read(.edition, base) ?? "", db)
            try IndexMeta.write(.first, String(first), db)
            var problems = try FileProblems(stored: base)
            for path in replaced { try problems.remove(path, base) }
            for file in stored { problems.add(file) }
            let sources = try StoredJSON.decode([Diagnostic].self, IndexMeta.read(.sources, base) ?? "[]")
            try update.writeMeta(
                update.survey.files.diagnostics + sources + checks.diagnostics,
                sheets: IndexMeta.number(.sheets, base) - gone.count { $0.kind == .sheet }
                    + new.count { $0.kind == .sheet },
                problems: problems,
                vocabularies, db)
            return try IndexUpdate.report(.updated, filesRead: read, db)
        }
    }

    private func parse(
        _ files: [ContentFiles.File], _ numbering: FacetNumbering, _ progress: @Sendable (Int, Int) -> Void
    ) -> [StoredFile] {
        let (folder, scope) = (update.folder, update.location.scope)
        return parallelMap(files, progress: progress) { StoredFile($0, in: folder, numbering, scope) }
    }

    /// How many of the files are what the segment that stands there says of them.
    private func known(_ files: [StoredFile]) throws -> Int {
        guard let standing = try? ReadConnections(update.location.files), standing.recent != nil else { return 0 }
        return try standing.read { db in
            let digest = try db.cachedStatement(sql: "SELECT digest FROM recent.file WHERE path = ?")
            return try files.count { try Int64.fetchOne(digest, arguments: [$0.file.path]) == $0.digest }
        }
    }

    /// By other aliases documents of the base would have other names.
    private func hasSameAliases(_ aliases: [Facet: [String: String]], _ base: Database) throws -> Bool {
        try FacetRows.named.allSatisfy { facet in
            try PackedDocuments.blob(PackedDocuments.aliasesName(facet), base)
                == PackedDocuments.aliasBytes(aliases[facet] ?? [:])
        }
    }

    private func write(gone: [Int], replaced: Set<String>, _ db: Database) throws {
        let goneRow = try db.cachedStatement(sql: "INSERT INTO gone VALUES (?)")
        for rowid in gone.sorted() { try goneRow.execute(arguments: [rowid]) }
        let replacedPath = try db.cachedStatement(sql: "INSERT INTO replaced VALUES (?)")
        for path in replaced.sorted() { try replacedPath.execute(arguments: [path]) }
    }
}

/// The documents of a base.
private struct StandingDocuments {
    let db: Database

    struct Document {
        let origin: Origin
        let rowid: Int
        let kind: KnowledgeDocument.Kind

        init(_ row: Row) throws {
            origin = try StoredOutlines.origin(row)
            rowid = try row.decode(Int.self, atIndex: 2)
            kind = try StoredContent.kind(row.decode(String.self, atIndex: 3))
        }
    }

    func count() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM document") ?? 0
    }

    /// Above all rowids.
    func firstFree() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT coalesce(max(rowid), -1) + 1 FROM document") ?? 0
    }

    func documents(of path: String) throws -> [Document] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT path, row, rowid, kind FROM document WHERE path = ?"), arguments: [path]
        ).map(Document.init)
    }

    func document(_ origin: Origin) throws -> Document? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT path, row, rowid, kind FROM document WHERE path = ? AND row = ?"),
            arguments: [origin.path, origin.storedRow]
        ).map(Document.init)
    }
}
