import Foundation
import GRDB
import ItalianText
import PraticarioCorpus
import PraticarioSearch

/// The statements that change an index.
///
/// A document needs its file to be in `file` and the checks between sheets to have let it in: `store` keeps what a file
/// gave, `settle` makes `document` and `words` agree with what was let in.
final class IndexWriter {
    private let db: Database
    private let words: WordWriter
    /// Whether the index held anything before this update: what is made from nothing is all in memory.
    private let isNew: Bool
    /// What was stored in this update, so that it need not be read again.
    private var fresh: [Origin: (outline: DocumentOutline, row: DocumentRow)] = [:]
    /// Of an index that is made from nothing all documents, in order of rowid.
    private var inserted: [PackedDocuments.Row] = []

    init(_ db: Database, _ analyzer: TextAnalyzer, isNew: Bool) {
        self.db = db
        words = WordWriter(db, analyzer, isNew: isNew)
        self.isNew = isNew
    }

    /// Forgets a file, and its documents.
    func remove(_ path: String) throws {
        let rows = try Int.fetchAll(
            db.cachedStatement(sql: "SELECT row FROM document WHERE path = ?"), arguments: [path])
        for row in rows { try removeDocument(Origin(path: path, storedRow: row)) }
        for table in ["file", "problem", "outline", "draft", "reference", "attached"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE path = ?").execute(arguments: [path])
        }
    }

    private func removeDocument(_ origin: Origin) throws {
        let arguments: StatementArguments = [origin.path, origin.storedRow]
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT rowid, \(TextColumn.names) FROM document WHERE path = ? AND row = ?"),
            arguments: arguments)
        guard let row else { return }
        try words.remove(
            TextColumn.all.map { try row.decode(String.self, forColumn: $0) },
            rowid: row.decode(Int.self, forColumn: "rowid"))
        try db.cachedStatement(sql: "DELETE FROM document WHERE path = ? AND row = ?").execute(arguments: arguments)
    }

    func store(_ file: StoredFile) throws {
        var arguments: StatementArguments = [file.file.path]
        arguments += file.file.stamp.arguments
        arguments += [file.digest, file.errors, file.warnings]
        try db.cachedStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: arguments)
        if let diagnostics = file.diagnosticsJSON {
            try db.cachedStatement(sql: "INSERT INTO problem VALUES (?, ?)").execute(
                arguments: [file.file.path, diagnostics])
        }
        for document in file.documents { try store(document) }
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
        fresh[origin] = (outline, document.row)
    }

    /// Makes words that are new to the index ready to be suggested for misspelled ones.
    ///
    /// - Parameter base: where some words are known already.
    func storeSpellings(beside base: Database? = nil) throws {
        let known = try (base ?? db).cachedStatement(sql: "SELECT 1 FROM spelling WHERE deletion = ?1 AND word = ?1")
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO spelling VALUES (?, ?)")
        let insertWord = try db.cachedStatement(sql: "INSERT OR IGNORE INTO word VALUES (?, ?, ?)")
        let spellings = fresh.values.reduce(into: Set<String>()) { $0.formUnion($1.row.spellings) }
        for word in spellings.sorted() where try Int.fetchOne(known, arguments: [word]) == nil {
            for deletion in Spelling.deletions(of: word) { try insert.execute(arguments: [deletion, word]) }
            try insertWord.execute(arguments: [String(word.prefix(1)), word.utf8.count, word])
        }
    }

    /// What the checks between sheets look at, of all files, in the order of their origins.
    func outlines() throws -> [DocumentOutline] {
        if isNew { return fresh.values.map(\.outline).sorted { $0.origin < $1.origin } }
        return try StoredOutlines.read(db)
    }

    /// Takes out the documents that are no longer let in, and puts in those that now are.
    func settle(_ accepted: Set<Origin>, _ numbering: FacetNumbering) throws {
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
        if let row = fresh[origin]?.row { return row }
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
        arguments += [row.updated, row.titleKey, Data(row.facets.bytes), row.facets.namesText, row.head]
        arguments += StatementArguments(row.texts)
        try db.cachedStatement(
            sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(TextColumn.placeholders))"
        ).execute(arguments: arguments)
        try words.insert(row.texts, rowid: rowid)
        if isNew { inserted.append(Self.packed(row, rowid: rowid)) }
    }

    private static func packed(_ row: DocumentRow, rowid: Int) -> PackedDocuments.Row {
        PackedDocuments.Row(
            rowid: rowid, kind: row.kind, order: row.order, length: Int32(row.length), facets: row.facets)
    }

    /// All documents that are in, as they are packed, in order of rowid.
    func documents() throws -> [PackedDocuments.Row] {
        if isNew { return inserted }
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
