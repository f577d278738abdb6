import Foundation
import GRDB
import PraticarioCorpus
import PraticarioSearch

/// The statements that change an index.
///
/// A document needs its file to be in `file` and the checks between sheets to have let it in: `store` keeps what a file
/// gave, `settle` makes `document` and `words` agree with what was let in.
///
/// Of an index that is made from nothing, files come in the order of their paths, so that whether a document is let in is
/// known when it comes: it is put in at once, and of all documents only what the checks between them and the packed columns
/// need is held.
final class IndexWriter {
    private let db: Database
    private let words: WordWriter
    private let work: Work
    private let scope: ArchiveScope
    /// What was stored in an update, so that it need not be read again.
    private var fresh: [Origin: DocumentRow] = [:]
    /// The next two are of a base that is made from nothing: the outlines of all documents, and which were let in.
    private var outlinesOfAll: [DocumentOutline] = []
    private var admission = Admission()
    /// Where nothing stood before, the documents that are in, in order of rowid.
    private var inserted: [PackedDocuments.Row] = []

    /// What is made.
    enum Work {
        /// A base, of all files in the order of their paths.
        case base
        /// A base, of a copy of one.
        case change
        /// A recent segment, of files that differ from a base.
        case recent
    }

    init(_ db: Database, _ scope: ArchiveScope, _ work: Work) {
        self.db = db
        words = WordWriter(db, isNew: work != .change)
        self.work = work
        self.scope = scope
    }

    /// Forgets a file, and its documents.
    func remove(_ path: String) throws {
        let rows = try Int.fetchAll(
            db.cachedStatement(sql: "SELECT row FROM document WHERE path = ?"), arguments: [path])
        for row in rows { try removeDocument(Origin(path: path, storedRow: row)) }
        for table in IndexSchema.tablesOfFiles {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE path = ?").execute(arguments: [path])
        }
    }

    private func removeDocument(_ origin: Origin) throws {
        let arguments: StatementArguments = [origin.path, origin.storedRow]
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT rowid, \(TextColumn.names) FROM document WHERE path = ? AND row = ?"),
            arguments: arguments)
        guard let row else { return }
        let texts = try TextColumn.all.map { try row.decode(String.self, forColumn: $0) }
        try words.remove(
            DocumentTerms(texts, IndexMeta.analyzer(db)), rowid: row.decode(Int.self, forColumn: "rowid"))
        try db.cachedStatement(sql: "DELETE FROM document WHERE path = ? AND row = ?").execute(arguments: arguments)
    }

    func store(_ file: StoredFile) throws {
        try db.cachedStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?)").execute(
            arguments: [file.file.path, file.digest, file.errors, file.warnings])
        if let diagnostics = file.diagnosticsJSON {
            try db.cachedStatement(sql: "INSERT INTO problem VALUES (?, ?)").execute(
                arguments: [file.file.path, diagnostics])
        }
        for document in file.documents.sorted(by: { $0.outline.origin < $1.outline.origin }) { try store(document) }
    }

    private func store(_ document: StoredDocument) throws {
        let outline = document.outline
        let origin = outline.origin
        try db.cachedStatement(sql: "INSERT INTO outline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
            arguments: [
                origin.path, origin.storedRow, outline.kind.rawValue, outline.id, outline.title, outline.idPlace.line,
                outline.idPlace.column,
                outline.reviewBy?.iso8601, outline.reviewPlace?.line, outline.reviewPlace?.column, outline.isPublic,
            ])
        try db.cachedStatement(sql: "INSERT INTO draft VALUES (?, ?, ?)").execute(
            arguments: [origin.path, origin.storedRow, document.payload])
        for reference in outline.references {
            try db.cachedStatement(sql: "INSERT INTO reference VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                origin.path, origin.storedRow, reference.target, reference.kind.rawValue, reference.place.line,
                reference.place.column, reference.excerpt,
            ])
        }
        for file in outline.files {
            try db.cachedStatement(sql: "INSERT INTO attached VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                origin.path, origin.storedRow, file.name, file.use.rawValue, file.place.line, file.place.column,
                file.excerpt,
            ])
        }
        guard work == .base else {
            fresh[origin] = document.row
            return
        }
        outlinesOfAll.append(outline)
        if admission.verdict(outline) == .accepted, scope.admits(outline) {
            try insert(document.row, origin, rowid: inserted.count)
        }
    }

    /// Makes words that are new to the index ready to be suggested for misspelled ones.
    ///
    /// - Parameter base: where some words are known already.
    func storeSpellings(beside base: Database? = nil) throws {
        try words.storeSpellings(beside: base ?? db)
    }

    /// What the checks between sheets look at, of all files, in the order of their origins.
    func outlines() throws -> [DocumentOutline] {
        try work == .base ? outlinesOfAll : StoredOutlines.read(db)
    }

    /// Keeps what the next checks of little that changed must know of these, which saw all documents.
    func store(_ checks: CrossChecks) throws {
        try db.execute(sql: "DELETE FROM unsettled; DELETE FROM suggestion")
        let unsettled = try db.cachedStatement(sql: "INSERT INTO unsettled VALUES (?, ?)")
        for origin in checks.unsettled.sorted() { try unsettled.execute(arguments: [origin.path, origin.storedRow]) }
        let suggestion = try db.cachedStatement(sql: "INSERT INTO suggestion VALUES (?, ?)")
        for (name, id) in checks.suggestions.sorted(by: { $0.key < $1.key }) {
            try suggestion.execute(arguments: [name, id])
        }
    }

    /// Takes out the documents that are no longer let in, and puts in those that now are.
    func settle(_ accepted: Set<Origin>, _ numbering: FacetNumbering) throws {
        // The checks have seen the same documents in the same order.
        guard work != .base else { return try words.finish() }
        let present = try Set(
            Row.fetchAll(db, sql: "SELECT path, row FROM document").map {
                Origin(path: try $0.decode(String.self, atIndex: 0), storedRow: try $0.decode(Int.self, atIndex: 1))
            })
        for origin in present.subtracting(accepted).sorted() { try removeDocument(origin) }
        let next = try Int.fetchOne(db, sql: "SELECT coalesce(max(rowid), -1) + 1 FROM document") ?? 0
        try admit(accepted.subtracting(present).sorted(), from: next, numbering)
    }

    /// Puts in documents, with rowids from a first one on, above all that are there.
    func admit(_ origins: [Origin], from first: Int, _ numbering: FacetNumbering) throws {
        for (index, origin) in origins.enumerated() {
            try insert(try row(of: origin, numbering), origin, rowid: first + index)
        }
        try words.finish()
    }

    /// A document that was not read in this update waited behind another with its id until that one went.
    private func row(of origin: Origin, _ numbering: FacetNumbering) throws -> DocumentRow {
        if let row = fresh[origin] { return row }
        let draft = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT payload, kind FROM draft JOIN outline USING (path, row) WHERE path = ? AND row = ?"),
            arguments: [origin.path, origin.storedRow])
        guard let draft else { throw ArchiveProblem.damaged }
        return DocumentRow(
            try StoredContent.decode(
                draft.decode(String.self, atIndex: 0), StoredContent.kind(draft.decode(String.self, atIndex: 1))),
            numbering)
    }

    private func insert(_ row: DocumentRow, _ origin: Origin, rowid: Int) throws {
        var arguments: StatementArguments = [
            rowid, origin.path, origin.storedRow, row.id, row.kind.rawValue, row.length,
        ]
        arguments += [row.updated, row.titleKey, Data(row.facets.bytes), row.facets.namesText, Data(row.head)]
        arguments += StatementArguments(row.texts)
        try db.cachedStatement(
            sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(TextColumn.placeholders))"
        ).execute(arguments: arguments)
        try words.insert(row.terms, rowid: rowid)
        if work != .change { inserted.append(Self.packed(row, rowid: rowid)) }
    }

    private static func packed(_ row: DocumentRow, rowid: Int) -> PackedDocuments.Row {
        PackedDocuments.Row(
            rowid: rowid, kind: row.kind, order: row.order, length: Int32(row.length), facets: row.facets)
    }

    /// All documents that are in, as they are packed, in order of rowid.
    func documents() throws -> [PackedDocuments.Row] {
        if work != .change { return inserted }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT rowid, id, updated, title_key, length, facets, facet_names, kind FROM document ORDER BY rowid
                """
        ).map { row in
            PackedDocuments.Row(
                rowid: try row.decode(Int.self, atIndex: 0),
                kind: try StoredContent.kind(row.decode(String.self, atIndex: 7)),
                order: HitOrder.Key(
                    id: try row.decode(String.self, atIndex: 1), updated: try row.decode(String.self, atIndex: 2),
                    titleKey: try row.decode(String.self, atIndex: 3)),
                length: try row.decode(Int32.self, atIndex: 4),
                facets: FacetRows(
                    bytes: Array(try row.decode(Data.self, atIndex: 5)),
                    namesText: try row.decode(String.self, atIndex: 6)))
        }
    }
}
